package dk.brobygger.indexer.extract;

import dk.brobygger.corpus.entry.Label;
import dk.brobygger.corpus.entry.LabelLevel;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the label for cluster management excellence and its days. A sentence must speak of the
 * label by its name or its bodies; one that speaks of helping others to a label, or of striving for
 * one, says nothing. Of several labels the one awarded last counts, or else the highest.
 */
final class LabelClaims {

  private static final Pattern LEVEL =
      Pattern.compile("(?iu)\\b(bronze|silver|gold|sølv|guld)(?:mærke\\w*|label|certific\\w+)?\\b");

  private static final Pattern ABOUT =
      Pattern.compile(
          "(?iu)cluster management|management excellence|cluster"
              + " excellence|\\bESCA\\b|\\bEUCLES\\b|cluster label|gold label|silver label|bronze"
              + " label|label of excellence|quality"
              + " label|guldmærke|guldlabel|guldcertific|sølvcertific|bronzecertific"
              + "|klyngecertific|klyngeledelse|label");

  private static final Pattern OTHERS =
      Pattern.compile(
          "(?iu)\\b(?:help|assist|support)\\w*[^.]{0,40}(?:clusters?|members?)|striv\\w+|\\baim\\w*+"
              + " (?:for|to)|working towards|appl(?:y|ied|ying) for|no longer|expired|hope|arbejder"
              + " (?:på|mod)|stræber|udløbet|ikke længere|hjælper");

  private static final Pattern UNTIL =
      Pattern.compile(
          "(?iu)(?:valid (?:until|till|through|to)|expir\\w++(?: on| in)?|gyldig(?:t)?"
              + " (?:til|indtil)|udløber(?: den| i)?|gælder (?:til|indtil))\\b");

  private static final Pattern MONTH =
      Pattern.compile(
          "(?iu)\\b(jan(?:uary|uar)|feb(?:ruary|ruar)|mar(?:ch|ts)|april|may|maj|jun[ei]|jul[yi]|august|september|o[ck]tober|november|december)"
              + " (20\\d\\d)");

  /** So many levels of one sentence are looked at; the days of each are looked for in all of it. */
  private static final int MOST_LEVELS = 20;

  private LabelClaims() {}

  /** The label a text claims, if any. */
  static Optional<Found<Label>> of(String text) {
    List<Found<Label>> labels = new ArrayList<>();
    for (Found<String> sentence : Sentences.of(text)) {
      Matcher level = LEVEL.matcher(sentence.value());
      if (ABOUT.matcher(sentence.value()).find() && !OTHERS.matcher(sentence.value()).find()) {
        for (int looked = 0; looked < MOST_LEVELS && level.find(); looked++) {
          labels.add(sentence.as(label(level(level.group(1)), sentence.value(), level.end())));
        }
      }
    }
    return labels.stream()
        .max(
            Comparator.comparing((Found<Label> one) -> one.value().awarded().orElse(LocalDate.MIN))
                .thenComparing(one -> one.value().level()));
  }

  private static LabelLevel level(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "gold", "guld" -> LabelLevel.GOLD;
      case "silver", "sølv" -> LabelLevel.SILVER;
      default -> LabelLevel.BRONZE;
    };
  }

  private static Label label(LabelLevel level, String sentence, int after) {
    Matcher until = UNTIL.matcher(sentence);
    int border = until.find() ? until.start() : sentence.length();
    Optional<LocalDate> valid = date(sentence.substring(border), true);
    Optional<LocalDate> awarded =
        border > after
            ? date(sentence.substring(after, border), false)
                .or(() -> date(sentence.substring(0, Math.min(after, border)), false))
            : date(sentence.substring(0, border), false);
    Optional<String> body =
        Optional.of(
                sentence.contains("EUCLES") ? "EUCLES" : sentence.contains("ESCA") ? "ESCA" : "")
            .filter(name -> !name.isEmpty());
    boolean inOrder = awarded.isEmpty() || valid.isEmpty() || !valid.get().isBefore(awarded.get());
    return new Label(level, body, inOrder ? awarded : Optional.empty(), valid);
  }

  /** A day, or a month's first or last one. */
  private static Optional<LocalDate> date(String words, boolean last) {
    List<Found<Dates.Moment>> days = Dates.of(words);
    if (!days.isEmpty()) {
      return Optional.of(days.getFirst().value().day());
    }
    Matcher month = MONTH.matcher(words);
    if (!month.find()) {
      return Optional.empty();
    }
    LocalDate first = Dates.of("1 " + month.group()).getFirst().value().day();
    return Optional.of(last ? YearMonth.from(first).atEndOfMonth() : first);
  }
}
