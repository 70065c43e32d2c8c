package dk.brobygger.web.delegation;

import java.time.Instant;

/**
 * That a link was withdrawn; the next one of the same person holds.
 *
 * @param side on which side they are
 * @param id whose link
 * @param at when
 */
record Withdrawal(Answer.Side side, String id, Instant at) {}
