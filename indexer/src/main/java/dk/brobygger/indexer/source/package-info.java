/**
 * One class for each source of facts, turning what it publishes into entries with claims. A record
 * that cannot be read is refused with its name and the reason, and the rest goes on. This room
 * joins nothing and stores nothing.
 */
@NullMarked
package dk.brobygger.indexer.source;

import org.jspecify.annotations.NullMarked;
