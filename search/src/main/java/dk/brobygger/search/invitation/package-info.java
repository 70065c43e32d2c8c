/**
 * Whom to take on a journey and whom to ask there, from what is known of both. It proposes, with
 * reasons; staff decide, and {@code delegation} then plans who meets whom. It asks nobody and sends
 * nothing.
 */
@NullMarked
package dk.brobygger.search.invitation;

import org.jspecify.annotations.NullMarked;
