/**
 * Digests as letters: worded in Danish or English, as HTML that old mail programs show and as plain
 * text, put into an outbox in the same transaction that notes what was told, and sent at least once
 * with one Message-ID for a subscriber and a day. Feeds say the same.
 *
 * <p>This room does not decide what is news or whom it concerns.
 */
@NullMarked
package dk.brobygger.web.mail;

import org.jspecify.annotations.NullMarked;
