/**
 * Joins what several readings say about one thing into one entry, by stated rules. This room reads
 * no source and stores nothing.
 */
@NullMarked
package dk.brobygger.indexer.reconcile;

import org.jspecify.annotations.NullMarked;
