/**
 * One class for each source of facts, turning what it publishes into entries with claims. A record
 * that cannot be read is refused with its name and the reason, and the rest goes on. A source that
 * has to be asked is asked through somebody who waits for its turn, and a site's pages are only
 * pointed out. This room joins nothing, stores nothing and opens no connection.
 */
@NullMarked
package dk.brobygger.indexer.source;

import org.jspecify.annotations.NullMarked;
