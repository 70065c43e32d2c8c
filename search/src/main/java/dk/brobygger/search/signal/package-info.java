/**
 * Ranking for an idea put into words: which calls it answers and who could carry it out together,
 * from texts and from what past projects teach. Each {@code Signal} is a number that says one thing
 * of one candidate; a candidate's score is their weighted sum, with weights learnt on earlier years
 * and kept readable in a properties file. For calls a sentence model may be given, and then is one
 * signal more, with weights learnt beside it.
 *
 * <p>This room ranks closed lists of candidates in one go, as the batch interface gives them. It
 * keeps nothing, does not judge who may apply, and does not match the profiles of clusters, which
 * {@code match} and {@code funding} do.
 */
@NullMarked
package dk.brobygger.search.signal;

import org.jspecify.annotations.NullMarked;
