package dk.brobygger.search.delegation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who meets whom and when, how good that is, and what could not be had.
 *
 * @param meetings the meetings, by time, then delegate
 * @param value the sum of the values of the wishes that are met
 * @param bound what no plan can exceed, at least the value
 * @param proof how much is known about better plans
 * @param unmet the wishes that are not met, and why
 * @param conflict requirements that cannot hold together, the fewest that cannot
 */
public record Plan(
    List<Meeting> meetings,
    double value,
    double bound,
    Proof proof,
    List<Unmet> unmet,
    List<Conflict> conflict) {

  /** Keeps copies. */
  public Plan {
    meetings = List.copyOf(meetings);
    unmet = List.copyOf(unmet);
    conflict = List.copyOf(conflict);
  }

  /**
   * A meeting.
   *
   * @param delegate who travels
   * @param host who receives
   * @param slot when
   * @param table at which table of the host's site, from 1; empty where the host has no site
   */
  public record Meeting(String delegate, String host, String slot, OptionalInt table) {}

  /** What is known about plans that are worth more. */
  public enum Proof {
    /** There are none. */
    OPTIMAL,
    /** They are worth at most the bound. */
    BOUNDED,
    /** Nothing: the bound is what all wishes are worth together. */
    NONE
  }

  /**
   * A wish that is not met.
   *
   * @param delegate who wished, or was wished
   * @param host the other side
   * @param why what stands in its way
   */
  public record Unmet(String delegate, String host, Why why) {

    boolean isAbout(Meeting meeting) {
      return meeting.delegate().equals(delegate) && meeting.host().equals(host);
    }
  }

  /** What stands in the way of a wish. */
  public enum Why {
    /** A veto. */
    REFUSED("one of them refuses it"),
    /** No language of both. */
    LANGUAGE("they have no language in common"),
    /** No slot of both. */
    NEVER_FREE("they are never free at the same time"),
    /** The delegate's most. */
    DELEGATE_COMPLETE(
        "delegate has all the meetings it can have, and they are worth more together"),
    /** The host's most. */
    HOST_COMPLETE("host has all the meetings it can have, and they are worth more together"),
    /** The host's other meetings. */
    HOST_FULL("host is full in every slot they share"),
    /** The delegate's other meetings. */
    DELEGATE_FULL("delegate is full in every slot they share"),
    /** Tables. */
    NO_TABLE("no table is free in any slot they share"),
    /** Nothing: the plan was made by hand. */
    LEFT_OUT("it could be met in a slot they share, and was left out"),
    /** Several of these, or the way between sites. */
    CROWDED("in each slot they share one of them is busy, no table is free or the way is too far");

    private final String sentence;

    Why(String sentence) {
      this.sentence = sentence;
    }

    /** The sentence in English, as the plan's file has it. */
    public String sentence() {
      return sentence;
    }
  }

  /**
   * One of the requirements that cannot hold together.
   *
   * @param kind which kind of requirement
   * @param delegate whose
   * @param host of a must, with whom
   */
  public record Conflict(Kind kind, String delegate, Optional<String> host) {

    /** What was required. */
    public enum Kind {
      /** That a wish is met. */
      MUST,
      /** That a delegate has at least so many meetings. */
      MINIMUM
    }
  }
}
