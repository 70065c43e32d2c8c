package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Consortium;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.search.score.Evidence;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many must apply together for a call.
 *
 * @param least the least numbers
 * @param general whether they are the programme's and the call itself names none
 * @param evidence the words they were read from, or the type of action they hold for
 */
record Applicants(Consortium least, boolean general, Optional<Evidence> evidence) {

  /** Regulation (EU) 2021/695, article 22(2): what holds unless the work programme says more. */
  private static final Consortium HORIZON =
      new Consortium(Optional.of(3), Optional.of(3), Optional.of(1));

  /** As many as the call says, or else as its type of action asks for. */
  static Applicants of(Call call) {
    Consortium stated = call.terms().consortium();
    if (stated.entities().isPresent()) {
      return new Applicants(stated, false, quoted(call));
    }
    String type = call.terms().actionType().orElse("").toLowerCase(Locale.ROOT);
    boolean general =
        call.family().programme().equals("HORIZON") && type.contains("innovation actions");
    boolean alone = type.contains("coordination and support") || type.contains("eic accelerator");
    return new Applicants(
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

  /** Whether anything is known of how many there must be. */
  boolean known() {
    return least.entities().isPresent() || evidence.isPresent();
  }

  /** Whether one alone is not enough. */
  boolean together() {
    return least.entities().orElse(1) > 1;
  }

  /** Whether they must be of several countries. */
  boolean ofSeveralCountries() {
    return together() && least.countries().orElse(1) > 1;
  }

  /** The numbers in English, to be followed by more of the sentence. */
  String english() {
    return least.entities().orElse(1)
        + " partners"
        + least.countries().map(many -> " from " + many + " countries").orElse("")
        + (general ? ", the general rule of Horizon Europe," : "");
  }

  /** The numbers in Danish, to be followed by more of the sentence. */
  String danish() {
    return least.entities().orElse(1)
        + " partnere"
        + least.countries().map(many -> " fra " + many + " lande").orElse("")
        + (general ? ", som er hovedreglen i Horisont Europa," : "");
  }
}
