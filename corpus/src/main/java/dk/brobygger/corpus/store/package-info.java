/**
 * The truth: one database holding every version of every entry, numbered in the order in which they
 * were recorded. Whoever follows the numbers, such as the search index, can be thrown away and made
 * again.
 *
 * <p>Several processes may use the same folder at once: one writes, all read. This room does not
 * search, and does not decide which of two facts is the better one; who records says how readings
 * join.
 */
@NullMarked
package dk.brobygger.corpus.store;

import org.jspecify.annotations.NullMarked;
