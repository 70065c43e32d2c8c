package dk.brobygger.indexer.extract;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a country by the dialling code of a telephone number (ITU-T E.164). */
final class Telephones {

  /** After a plus or two noughts, which stand in the middle of other numbers as well. */
  private static final Pattern NUMBER =
      Pattern.compile("(?:\\+ ?|(?<![\\d.,]|\\d )00)(?<code>\\d{2,3})\\)?[ \\d()./-]{6}");

  private static final Map<String, String> COUNTRIES =
      Map.ofEntries(
          Map.entry("45", "DK"),
          Map.entry("46", "SE"),
          Map.entry("47", "NO"),
          Map.entry("49", "DE"),
          Map.entry("34", "ES"),
          Map.entry("33", "FR"),
          Map.entry("31", "NL"),
          Map.entry("32", "BE"),
          Map.entry("44", "UK"),
          Map.entry("48", "PL"),
          Map.entry("39", "IT"),
          Map.entry("43", "AT"),
          Map.entry("41", "CH"),
          Map.entry("358", "FI"),
          Map.entry("353", "IE"),
          Map.entry("351", "PT"),
          Map.entry("372", "EE"),
          Map.entry("371", "LV"),
          Map.entry("370", "LT"),
          Map.entry("420", "CZ"),
          Map.entry("354", "IS"),
          Map.entry("298", "FO"),
          Map.entry("299", "GL"),
          Map.entry("352", "LU"),
          Map.entry("356", "MT"),
          Map.entry("357", "CY"),
          Map.entry("359", "BG"),
          Map.entry("385", "HR"),
          Map.entry("386", "SI"),
          Map.entry("421", "SK"),
          Map.entry("423", "LI"),
          Map.entry("30", "EL"),
          Map.entry("36", "HU"),
          Map.entry("40", "RO"));

  /** Numbers of banks and goods, whose groups look like telephones. */
  private static final Pattern ACCOUNT = Pattern.compile("\\b(?:IBAN|BIC|SWIFT|EAN)\\b");

  /** Farther back than this in a line nobody looks for whose a number is. */
  private static final int NEAR = 200;

  private Telephones() {}

  /** The country of the first number in a text whose code is known. */
  static Optional<Found<String>> country(String text) {
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      String digits = matcher.group("code");
      Optional<String> country =
          Optional.ofNullable(COUNTRIES.get(digits))
              .or(() -> Optional.ofNullable(COUNTRIES.get(digits.substring(0, 2))));
      if (country.isPresent() && !ACCOUNT.matcher(lineTo(text, matcher.start())).find()) {
        return Optional.of(new Found<>(country.get(), matcher.start(), matcher.end()));
      }
    }
    return Optional.empty();
  }

  /** What stands before a place in its line, and near it. */
  private static String lineTo(String text, int place) {
    String before = text.substring(Math.max(0, place - NEAR), place);
    return before.substring(before.lastIndexOf('\n') + 1);
  }
}
