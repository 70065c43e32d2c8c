package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The days an application takes, beside those that are left. Too few of them are said and cost no
 * points: a call that is about to close still fits.
 */
public final class LeadTime {

  /**
   * By when those who apply together should stand, in days before the deadline, and so what is left
   * for writing alone: our choice, so that the first reminder of a deadline comes two days earlier.
   */
  public static final int CONSORTIUM_DAYS = 28;

  /**
   * What finding partners and writing with them takes, in days: at least three months are
   * recommended for a collaborative project by {@link #ADVICE}, read 2026-11-28.
   */
  public static final int TOGETHER_DAYS = 90;

  private static final URI ADVICE =
      URI.create("https://enspire.science/horizon-europe-proposal-development-timeline/");

  private LeadTime() {}

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
    String days = left == 0 ? "No day left; " : left == 1 ? "1 day left; " : left + " days left; ";
    String dage =
        left == 0 ? "Ingen dage tilbage; " : left + (left == 1 ? " dag" : " dage") + " tilbage; ";
    return new Caution(
        "lead-time",
        false,
        Map.of(Language.EN, days + english, Language.DA, dage + danish),
        evidence,
        source);
  }
}
