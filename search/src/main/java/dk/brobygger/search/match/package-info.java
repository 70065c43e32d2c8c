/**
 * Partners: what a cluster's profile says of competences, which clusters could fit it, how well and
 * why, why one is not among the first, who could introduce them, and what a change of the profile
 * would bring. Plain Java over entries and the answers of any engine; this room knows no engine,
 * keeps nothing, and does not judge calls, which {@code funding} does.
 */
@NullMarked
package dk.brobygger.search.match;

import org.jspecify.annotations.NullMarked;
