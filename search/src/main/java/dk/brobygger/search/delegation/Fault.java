package dk.brobygger.search.delegation;

import java.util.Optional;

/**
 * A rule that a plan breaks.
 *
 * @param rule which
 * @param delegate whose meeting it is, or who lacks one
 * @param host with whom; empty where a delegate has too few meetings
 * @param slot when; empty where a meeting is missing
 * @param other who or what is in the way, as the rule says; empty where it is nobody else
 */
public record Fault(
    Rule rule,
    String delegate,
    Optional<String> host,
    Optional<String> slot,
    Optional<String> other) {

  /** What must hold of every plan. */
  public enum Rule {
    /** The delegation has the delegate, the host and the slot. */
    UNKNOWN,
    /** Somebody wishes the meeting. */
    UNWISHED,
    /** Nobody refuses it. */
    REFUSED,
    /** Both have a language in common. */
    LANGUAGE,
    /** The delegate is available. */
    DELEGATE_AWAY,
    /** The host is available. */
    HOST_AWAY,
    /** A confirmed meeting is in its slot; the other is that slot. */
    CONFIRMED,
    /** The two meet once. */
    TWICE,
    /** The delegate has no other meeting at the time; the other is that host. */
    DELEGATE_BUSY,
    /** The host has no other meeting at the time; the other is that delegate. */
    HOST_BUSY,
    /** The way from another meeting of the delegate fits in between; the other is that host. */
    TRAVEL,
    /** There are tables enough; the other is the site. */
    TABLES,
    /** Nobody else sits at the table; the other is that delegate. */
    TABLE_TAKEN,
    /** The delegate has no more meetings than it can. */
    DELEGATE_MOST,
    /** The host has no more meetings than it can. */
    HOST_MOST,
    /** What must be met is met, or is in a named conflict. */
    MUST,
    /** The delegate has as many meetings as it must, or is in a named conflict. */
    MINIMUM
  }
}
