/**
 * What a match is, for partners and for calls alike: a tree of named criteria with points, the
 * quoted words or the meetings that earned them, and the blockers and cautions beside it.
 *
 * <p>A score is its explanation: the total is computed from the tree that is shown and stored
 * nowhere. This room does not decide what earns points; {@code match} and {@code funding} do.
 */
@NullMarked
package dk.brobygger.search.score;

import org.jspecify.annotations.NullMarked;
