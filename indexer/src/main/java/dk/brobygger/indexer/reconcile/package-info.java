/**
 * Joins what several readings say about one thing into one entry, by stated rules: who is the same,
 * and which source counts for which field. This room reads no source and stores nothing.
 */
@NullMarked
package dk.brobygger.indexer.reconcile;

import org.jspecify.annotations.NullMarked;
