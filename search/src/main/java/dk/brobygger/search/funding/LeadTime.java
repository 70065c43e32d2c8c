package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The days an application takes, beside those that are left. Few of them are said; too few for who
 * begins now keep a call out of the ranking, with its points: it still fits who is ready.
 */
public final class LeadTime {

  /**
   * By when those who apply together should stand, in days before the deadline, and so what is left
   * for writing alone: our choice, so that the first reminder of a deadline comes two days earlier.
   */
  public static final int CONSORTIUM_DAYS = 28;

  /** With less than a week nobody begins, however small the application: our choice. */
  private static final int LAST_WEEK = 7;

  /**
   * What finding partners and writing with them takes, in days: at least three months are
   * recommended for a collaborative project by {@link #ADVICE}, read 2026-11-28.
   */
  public static final int TOGETHER_DAYS = 90;

  private static final URI ADVICE =
      URI.create("https://enspire.science/horizon-europe-proposal-development-timeline/");

  private LeadTime() {}

  /**
   * That who begins now comes too late; empty where there is time.
   *
   * @param call which call
   * @param deadline the one that is to be met
   * @param today the day in Brussels; not after the deadline
   */
  static Optional<Blocker> tooLate(Call call, Deadline deadline, LocalDate today) {
    long left = deadline.daysLeft(today);
    Applicants rule = Applicants.of(call);
    if (left >= (rule.together() ? CONSORTIUM_DAYS : LAST_WEEK)) {
      return Optional.empty();
    }
    String english =
        rule.together()
            ? rule.english() + " should be found " + CONSORTIUM_DAYS + " days before the deadline."
            : "in less than a week nobody writes an application from scratch.";
    String danish =
        rule.together()
            ? rule.danish() + " bør være fundet " + CONSORTIUM_DAYS + " dage før fristen."
            : "på under en uge skriver ingen en ansøgning fra bunden.";
    return Optional.of(
        Blocker.of("too-late", english(left) + english, danish(left) + danish)
            .by(Evidence.whole(call, "deadlines")));
  }

  private static String english(long left) {
    return left == 0 ? "No day left; " : left == 1 ? "1 day left; " : left + " days left; ";
  }

  private static String danish(long left) {
    return left == 0
        ? "Ingen dage tilbage; "
        : left + (left == 1 ? " dag" : " dage") + " tilbage; ";
  }

  /**
   * That fewer days are left than an application for a call usually takes; empty where there are
   * enough. Of a call that neither says how many must apply nor has a type of action for which that
   * is known, only the fewest days are judged.
   *
   * @param call which call
   * @param deadline the one that is to be met
   * @param today the day in Brussels; not after the deadline
   */
  public static Optional<Caution> caution(Call call, Deadline deadline, LocalDate today) {
    long left = deadline.daysLeft(today);
    if (left >= TOGETHER_DAYS) {
      return Optional.empty();
    }
    Applicants rule = Applicants.of(call);
    if (rule.together()) {
      return Optional.of(
          caution(
              left,
              "an application by " + rule.english() + " usually takes " + TOGETHER_DAYS + ".",
              "en ansøgning fra " + rule.danish() + " tager normalt " + TOGETHER_DAYS + ".",
              rule.evidence(),
              Optional.of(ADVICE)));
    }
    return left >= CONSORTIUM_DAYS ? Optional.empty() : Optional.of(few(left, rule));
  }

  /** Where it is not known how many must apply, nothing is said of one alone. */
  private static Caution few(long left, Applicants rule) {
    return caution(
        left,
        rule.known()
            ? "even an application by one alone usually takes " + CONSORTIUM_DAYS + "."
            : "an application usually takes " + CONSORTIUM_DAYS + " or more.",
        rule.known()
            ? "selv en ansøgning fra én alene tager normalt " + CONSORTIUM_DAYS + "."
            : "en ansøgning tager normalt " + CONSORTIUM_DAYS + " eller flere.",
        rule.evidence(),
        Optional.empty());
  }

  private static Caution caution(
      long left, String english, String danish, Optional<Evidence> evidence, Optional<URI> source) {
    return new Caution(
        "lead-time",
        false,
        Map.of(Language.EN, english(left) + english, Language.DA, danish(left) + danish),
        evidence,
        source);
  }
}
