/**
 * May we ask, and when: robots rules, the pace of a host, the guard against private addresses, and
 * one exchange with one host.
 *
 * <p>Whatever an exchange comes to is a {@link dk.brobygger.indexer.fetch.FetchOutcome}. A redirect
 * is one of these and is not followed here: its target is another request, which waits for its own
 * host's pace and is checked again. This room never waits, reads no clock, keeps no queue and does
 * not understand what it fetched.
 */
@NullMarked
package dk.brobygger.indexer.fetch;

import org.jspecify.annotations.NullMarked;
