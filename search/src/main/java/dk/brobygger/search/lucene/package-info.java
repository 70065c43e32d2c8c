/**
 * The embedded engine: a Lucene index in one folder.
 *
 * <p>An entry is one document: its JSON, its prose analysed by language, in each that it is written
 * in, the competences it speaks of, its facets and, for calls, the deadlines a newcomer can meet.
 * The commit carries the number of the last store version applied. This room does not rank partners
 * or calls.
 */
@NullMarked
package dk.brobygger.search.lucene;

import org.jspecify.annotations.NullMarked;
