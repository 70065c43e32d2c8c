package dk.brobygger.corpus.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.json.EntryJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures that the words quoted for them do not show: only who opens the page can tell. */
public final class Figures {

  private static final List<String> FIELDS =
      List.of("founded", "members", "staff", "budget", "trl");

  /** What stands between the thousands of a number, in one country or another. */
  private static final Pattern BETWEEN_THOUSANDS =
      Pattern.compile("(?<=\\d)[ .,'’\u00a0\u202f](?=\\d{3}(?!\\d))");

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");

  private static final BigDecimal MILLION = new BigDecimal(1_000_000);
  private static final BigDecimal BILLION = new BigDecimal(1_000_000_000);

  private Figures() {}

  static Finding notQuoted(Collection<? extends Entry> entries) {
    List<String> found = new ArrayList<>();
    for (Entry entry : entries) {
      List<String> fields = notQuoted(entry);
      if (!fields.isEmpty()) {
        found.add(entry.id() + ": " + String.join(", ", fields));
      }
    }
    return new Finding("entries with figures that the quoted words do not show", found);
  }

  /**
   * The fields of an entry, such as {@code founded}, with a number that stands in none of the words
   * quoted for that field.
   */
  public static List<String> notQuoted(Entry entry) {
    JsonNode tree = EntryJson.tree(entry);
    return FIELDS.stream()
        .filter(tree::has)
        .filter(field -> !shown(entry, field).containsAll(numbers(tree.get(field))))
        .toList();
  }

  private static Set<BigDecimal> numbers(JsonNode value) {
    Set<BigDecimal> numbers = new HashSet<>();
    if (value.isNumber()) {
      numbers.add(plain(value.decimalValue()));
    }
    value.forEach(part -> numbers.addAll(numbers(part)));
    return numbers;
  }

  private static Set<BigDecimal> shown(Entry entry, String field) {
    Set<BigDecimal> shown = new HashSet<>();
    entry.provenance().claims().stream()
        .filter(claim -> claim.fields().contains(field))
        .map(Claim::words)
        .flatMap(Optional::stream)
        .forEach(words -> {
          shown.addAll(numbers(BETWEEN_THOUSANDS.matcher(words).replaceAll("")));
          shown.addAll(numbers(words));
        });
    return shown;
  }

  /** Each number of a text, also as the millions and billions (thousand millions) it may mean. */
  private static Set<BigDecimal> numbers(String words) {
    Set<BigDecimal> numbers = new HashSet<>();
    Matcher matcher = NUMBER.matcher(words);
    while (matcher.find()) {
      BigDecimal number = new BigDecimal(matcher.group().replace(',', '.'));
      numbers.add(plain(number));
      numbers.add(plain(number.multiply(MILLION)));
      numbers.add(plain(number.multiply(BILLION)));
    }
    return numbers;
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.stripTrailingZeros();
  }
}
