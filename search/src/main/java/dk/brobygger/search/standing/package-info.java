/**
 * Matching the other way round: given some calls, whose standing profile or saved search do they
 * answer, and with what reasons. A profile is answered by exactly the calls, with exactly the
 * scores, that its own match gives it.
 *
 * <p>This room does not know what is new, tells nobody, and keeps nothing.
 */
@NullMarked
package dk.brobygger.search.standing;

import org.jspecify.annotations.NullMarked;
