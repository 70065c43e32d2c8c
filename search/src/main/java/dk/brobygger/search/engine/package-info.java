/**
 * The seam between what we ask and what answers: {@link dk.brobygger.search.engine.SearchEngine}
 * finds entries, {@link dk.brobygger.search.engine.EntrySink} takes them in.
 *
 * <p>An engine finds candidates and gives a text score with highlighted ranges. It does not decide
 * who fits whom, and does not explain: that is plain Java in {@code match} and {@code funding}, the
 * same for every engine.
 */
@NullMarked
package dk.brobygger.search.engine;

import org.jspecify.annotations.NullMarked;
