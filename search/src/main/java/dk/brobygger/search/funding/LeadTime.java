package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Consortium;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import java.net.URI;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** Regulation (EU) 2021/695, article 22(2): what holds unless the work programme says more. */
  private static final Consortium HORIZON =
      new Consortium(Optional.of(3), Optional.of(3), Optional.of(1));

  private LeadTime() {}

  /**
   * How many must apply together.
   *
   * @param least the least numbers
   * @param general whether they are the programme's and the call itself names none
   * @param evidence the words they were read from, or the type of action they hold for
   */
  private record Rule(Consortium least, boolean general, Optional<Evidence> evidence) {

    boolean known() {
      return least.entities().isPresent() || evidence.isPresent();
    }

    boolean together() {
      return least.entities().orElse(1) > 1;
    }

    String english() {
      return least.entities().orElse(1)
          + " partners"
          + least.countries().map(many -> " from " + many + " countries").orElse("")
          + (general ? ", the general rule of Horizon Europe," : "");
    }

    String danish() {
      return least.entities().orElse(1)
          + " partnere"
          + least.countries().map(many -> " fra " + many + " lande").orElse("")
          + (general ? ", som er Horizon Europes hovedregel," : "");
    }
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
    long left = ChronoUnit.DAYS.between(today, deadline.at().toLocalDate());
    if (left >= TOGETHER_DAYS) {
      return Optional.empty();
    }
    Rule rule = rule(call);
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
  private static Caution few(long left, Rule rule) {
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

  private static Rule rule(Call call) {
    Consortium stated = call.terms().consortium();
    if (stated.entities().isPresent()) {
      return new Rule(stated, false, quoted(call));
    }
    String type = call.terms().actionType().orElse("").toLowerCase(Locale.ROOT);
    boolean general =
        call.family().programme().equals("HORIZON") && type.contains("innovation actions");
    boolean alone = type.contains("coordination and support") || type.contains("eic accelerator");
    return new Rule(
        general ? HORIZON : Consortium.UNKNOWN,
        general,
        general || alone ? Optional.of(Evidence.whole(call, "actionType")) : Optional.empty());
  }

  /** The words of the rule where they stand in a text of the call. */
  private static Optional<Evidence> quoted(Call call) {
    return call.provenance().claims().stream()
        .filter(claim -> claim.fields().contains("consortium"))
        .map(Claim::words)
        .flatMap(Optional::stream)
        .filter(words -> !words.isBlank())
        .flatMap(words -> quoted(call, words))
        .findFirst();
  }

  private static Stream<Evidence> quoted(Call call, String words) {
    return call.texts().stream()
        .filter(field -> field.text().contains(words))
        .map(field -> quoted(call, field, field.text().indexOf(words), words.length()));
  }

  private static Evidence quoted(Call call, TextField field, int start, int length) {
    return new Evidence(call, field.name(), start, start + length);
  }
}
