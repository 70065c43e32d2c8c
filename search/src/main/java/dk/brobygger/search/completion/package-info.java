/**
 * What somebody who has begun to type may be about to: names of clusters and calls, and words for
 * competences. This room proposes; it does not search for what is proposed.
 */
@NullMarked
package dk.brobygger.search.completion;

import org.jspecify.annotations.NullMarked;
