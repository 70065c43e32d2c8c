package dk.brobygger.indexer.extract;

import dk.brobygger.indexer.page.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds postcodes and the towns beside them, in the forms of the countries of Europe (Universal
 * Postal Union, Postal addressing systems). The country of an address is told by a prefix ({@code
 * DK-6700 Esbjerg}), and beside the text also by a form that only one country has ({@code 6708 PB
 * Wageningen}); in a text a number before a word is not always a postcode.
 */
final class Postcodes {

  /** By country, as the EU writes it; without prefix. */
  private static final Map<String, Pattern> FORMS = forms();

  /** Signs of vehicles that stand before postcodes in the stead of two letters. */
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("A", "AT"),
          Map.entry("B", "BE"),
          Map.entry("D", "DE"),
          Map.entry("E", "ES"),
          Map.entry("F", "FR"),
          Map.entry("FIN", "FI"),
          Map.entry("FL", "LI"),
          Map.entry("GR", "EL"),
          Map.entry("H", "HU"),
          Map.entry("I", "IT"),
          Map.entry("L", "LU"),
          Map.entry("N", "NO"),
          Map.entry("P", "PT"),
          Map.entry("S", "SE"));

  private static final String UK = "[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}";

  private static final String IRISH =
      "(?:[AC-FHKNPRTV-Y]\\d\\d|D6W) ?(?=\\d{0,3}[A-Y])[\\dAC-FHKNPRTV-Y]{4}";

  private static final Pattern BEFORE_TOWN =
      Pattern.compile(
          "(?<![\\p{L}\\d+-])(?:(?<code>[A-Z]{1,3})[-‐‑–]|(?<spaced>[A-Z]{2}) )?"
              + "(?<post>\\d{4}-\\d{3}|\\d{2}-\\d{3}|\\d{3} \\d{2}|\\d{4} ?[A-Z]{2}(?=\\s)|\\d{4,6}"
              + "|(?<=[A-Z][-‐‑–])\\d{3}) (?<town>"
              + Seats.TOWN
              + ")");

  private static final Pattern BEHIND_TOWN =
      Pattern.compile(
          "(?m)(?:^|[,|·•] ?)(?<town>"
              + Seats.TOWN
              + ")(?: \\d{1,2})?,?(?:\\s(?:Co\\.|County) "
              + Seats.TOWN
              + ",?)?\\s(?:(?<uk>"
              + UK
              + ")|(?<ie>"
              + IRISH
              + ")|(?<lv>LV-\\d{4}))(?![\\p{L}\\d])");

  private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-4]\\d");

  /** A year to come, by which something is to be reached. */
  private static final Pattern GOAL = Pattern.compile("20[2-4]\\d");

  /** Capitals behind a year that begin what it is the year of. */
  private static final Pattern NO_DUTCH_LETTERS = Pattern.compile(" (?:AI|DI|EU|IT|UK|US)$");

  /** What stands before a year, whatever two capitals follow it: {@code © 2026 AB Cluster}. */
  private static final Pattern BEFORE_YEAR =
      Pattern.compile(
          "(?iu)(?:(?:©|\\(c\\)|copyright)[^\\n]{0,80}|(?<!\\p{L})(?:in|since|i|siden)\\s)$");

  /** Enough to see any of these. */
  private static final int BEFORE = 100;

  private Postcodes() {}

  /**
   * A postcode with its town.
   *
   * @param town its words with a capital; what stands behind the town may be among them
   * @param country where it is certain
   */
  record Address(Found<String> town, Optional<Found<String>> country) {}

  private static Map<String, Pattern> forms() {
    Map<String, String> countries =
        Map.of(
            "\\d{3}", "FO IS",
            "\\d{4}", "AT BE BG CH CY DK GL HU LI LU LV NO SI",
            "\\d{5}", "DE EE ES FI FR HR IT LT",
            "\\d{6}", "RO",
            "\\d{3} ?\\d{2}", "CZ EL SE SK",
            "\\d{4}(?: ?[A-Z]{2})?", "NL",
            "\\d{2}-\\d{3}", "PL",
            "\\d{4}(?:-\\d{3})?", "PT");
    Map<String, Pattern> forms = new HashMap<>();
    countries.forEach((form, codes) -> {
      for (String code : codes.split(" ")) {
        forms.put(code, Pattern.compile(form));
      }
    });
    return forms;
  }

  /** The addresses in a block, with their places in the page; years are no postcodes. */
  static List<Address> in(Block block) {
    List<Address> addresses = new ArrayList<>();
    Matcher before = BEFORE_TOWN.matcher(block.text());
    while (before.find()) {
      boolean loose = block.isMain() && before.group("spaced") != null; // IT 12000 Professionals
      Optional<String> country = loose ? Optional.empty() : prefix(before);
      if (!loose && (country.isPresent() ? !isGoal(block, before) : !isYear(block, before))) {
        addresses.add(address(block, before, country.or(() -> form(block, before.group("post")))));
      }
    }
    Matcher behind = BEHIND_TOWN.matcher(block.text());
    while (behind.find()) {
      if (block.isMain() && behind.group("lv") == null) {
        continue; // Stand C12 2026, Galaxy S8 4GB
      }
      String country = behind.group("uk") != null ? "UK" : behind.group("ie") != null ? "IE" : "LV";
      addresses.add(address(block, behind, Optional.of(country)));
    }
    return addresses;
  }

  private static boolean isYear(Block block, Matcher found) {
    String post = found.group("post");
    String before = block.text().substring(Math.max(0, found.start() - BEFORE), found.start());
    Matcher year = YEAR.matcher(post);
    return year.matches()
        || (year.lookingAt()
            && (NO_DUTCH_LETTERS.matcher(post).find() || BEFORE_YEAR.matcher(before).find()));
  }

  /** A text speaks of a {@code DK-2030 Strategy}, and no town of Denmark has such a code. */
  private static boolean isGoal(Block block, Matcher found) {
    return block.isMain() && GOAL.matcher(found.group("post")).matches();
  }

  private static Address address(Block block, Matcher found, Optional<String> country) {
    int at = block.start();
    return new Address(
        new Found<>(found.group("town"), at + found.start("town"), at + found.end("town")),
        country.map(code -> new Found<>(code, at + found.start(), at + found.end())));
  }

  /** The country whose prefix and form it has. */
  private static Optional<String> prefix(Matcher found) {
    return Optional.ofNullable(found.group("code"))
        .or(() -> Optional.ofNullable(found.group("spaced")))
        .map(code -> SIGNS.getOrDefault(code, code))
        .filter(code ->
            Optional.ofNullable(FORMS.get(code))
                .filter(form -> form.matcher(found.group("post")).matches())
                .isPresent());
  }

  /** The one country with this form. */
  private static Optional<String> form(Block block, String post) {
    return block.isMain() || post.matches("[\\d ]+")
        ? Optional.empty()
        : FORMS.entrySet().stream()
            .filter(form -> form.getValue().matcher(post).matches())
            .map(Map.Entry::getKey)
            .findFirst();
  }
}
