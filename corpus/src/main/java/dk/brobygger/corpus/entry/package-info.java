/**
 * What is known of the world: the four kinds of {@link dk.brobygger.corpus.entry.Entry}, each fact
 * typed, and the {@link dk.brobygger.corpus.entry.Claim}s that say where a fact was read.
 *
 * <p>Everything here is an immutable value, checked when it is made. This room does not read or
 * write any format, keeps nothing, and gives no opinion on what fits whom.
 */
@NullMarked
package dk.brobygger.corpus.entry;

import org.jspecify.annotations.NullMarked;
