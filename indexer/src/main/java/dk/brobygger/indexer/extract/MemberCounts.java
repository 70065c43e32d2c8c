package dk.brobygger.indexer.extract;

import dk.brobygger.corpus.entry.Members;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how many members a cluster has, kind by kind, and how many people work for it. The largest
 * number of members of the whole counts first; kinds count where a sentence or row speaks of
 * members.
 */
final class MemberCounts {

  private static final Map<String, Pattern> KINDS = kinds();

  private static final String N = "(?<n>" + Counts.FIGURE + ")";

  private static final Pattern TOTAL =
      Pattern.compile(
          "(?iu)(?<![\\d.,-])"
              + N
              + "\\s?\\+?(?:"
              + " (?:paying|active|committed|betalende|aktive|national|danish|danske|dedicated|core|more"
              + " than))* (?:member (?:companies|organi[sz]ations|firms)|members?\\b(?! of|"
              + " states?| countries)|medlemmer\\b|medlemsvirksomheder|member"
              + " base)|(?iu)\\b(?:members|medlemmer|number of members|antal medlemmer|total"
              + " members)\\s*[:|]\\s*(?<row>"
              + Counts.FIGURE
              + ")");

  private static final Pattern STAFF =
      Pattern.compile(
          "(?iu)(?:\\b(?:team|secretariat|staff|sekretariat(?:et)?)\\b[^.|\\n]{0,40}?(?<n>"
              + Counts.FIGURE
              + ")(?: \\p{L}+)?"
              + " (?:people|employees|persons|staff|medarbejdere|ansatte|professionals)|\\b(?:employs|has"
              + " a staff of|we are|vi er)(?: a team of| about| around)? (?<m>"
              + Counts.FIGURE
              + ") (?:people|employees|staff|medarbejdere|ansatte)"
              + "|\\b(?:staff|employees|medarbejdere|ansatte)\\s*[:|]\\s*(?<row>"
              + Counts.FIGURE
              + ")\\b)");

  private static final Pattern OF_MEMBERS =
      Pattern.compile(
          "(?iu)member|medlem|including|of which|heraf|herunder|compris|consist|består|bring\\w*"
              + " together|samler|repræsenter|unit");

  private MemberCounts() {}

  private static Map<String, Pattern> kinds() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(
        "sme",
        "SMEs?|small and medium[- ]sized (?:companies|enterprises)|SMV(?:'?er)?|små og mellemstore"
            + " virksomheder");
    words.put("startup", "start-?ups?|iværksættere|opstartsvirksomheder|nystartede virksomheder");
    words.put(
        "large",
        "(?:large|big|major) (?:companies|enterprises|corporations|industrial \\w+|firms)|store"
            + " virksomheder|large corporates");
    words.put(
        "research",
        "(?:universities(?: and (?:research|knowledge) \\w+)?|research"
            + " (?:organi[sz]ations|institut\\w+|centres|centers)|knowledge institutions|research"
            + " and (?:education|knowledge)"
            + " institutions|universiteter|vidensinstitutioner|forskningsinstitutioner|forsknings-"
            + " og uddannelsesinstitutioner|RTOs)");
    words.put(
        "other",
        "(?:public"
            + " (?:bodies|authorities|organi[sz]ations|partners)|municipalities|kommuner|offentlige"
            + " (?:aktører|parter|institutioner|myndigheder)|other organi[sz]ations|øvrige)");
    Map<String, Pattern> kinds = new LinkedHashMap<>();
    words.forEach((kind, names) ->
        kinds.put(
            kind,
            Pattern.compile(
                "(?iu)(?<![\\d.,-])(?<n>"
                    + Counts.FIGURE
                    + ")\\+?(?: (?:of them |af dem |are |er )?(?:small |danish |danske |regional"
                    + " |different )?)?(?:"
                    + names
                    + ")\\b|(?iu)\\b(?:"
                    + names
                    + ")\\s*(?:[:|]|\\()\\s*(?<row>"
                    + Counts.FIGURE
                    + ")\\b")));
    return kinds;
  }

  /** The counts, noted under {@code members}; empty where no number is given. */
  static Optional<Members> members(String text, Claims claims) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    total(text).ifPresent(total -> counts.put("total", claims.take("members", total)));
    for (Found<String> sentence : Sentences.of(text)) {
      if (OF_MEMBERS.matcher(sentence.value()).find()
          || sentence.value().matches("(?s).*[|:(].*")) {
        KINDS.forEach((kind, pattern) -> {
          if (!counts.containsKey(kind)) {
            first(pattern, sentence)
                .ifPresent(count -> counts.put(kind, claims.take("members", count)));
          }
        });
      }
    }
    return counts.isEmpty() ? Optional.empty() : Optional.of(members(counts));
  }

  private static Members members(Map<String, Integer> counts) {
    return new Members(
        Optional.ofNullable(counts.get("total")),
        Optional.ofNullable(counts.get("sme")),
        Optional.ofNullable(counts.get("startup")),
        Optional.ofNullable(counts.get("large")),
        Optional.ofNullable(counts.get("research")),
        Optional.ofNullable(counts.get("other")));
  }

  private static Optional<Found<Integer>> total(String text) {
    Optional<Found<Integer>> largest = Optional.empty();
    Matcher matcher = TOTAL.matcher(text);
    while (matcher.find()) {
      Optional<Found<Integer>> found = number(matcher, 0, "n", "row");
      if (found.isPresent() && (largest.isEmpty() || found.get().value() > largest.get().value())) {
        largest = found;
      }
    }
    return largest.filter(count -> count.value() >= 2);
  }

  /** People employed by the cluster organisation itself. */
  static Optional<Found<Integer>> staff(String text) {
    Matcher matcher = STAFF.matcher(text);
    return matcher.find() ? number(matcher, 0, "n", "m", "row") : Optional.empty();
  }

  private static Optional<Found<Integer>> first(Pattern pattern, Found<String> sentence) {
    Matcher matcher = pattern.matcher(sentence.value());
    return matcher.find() ? number(matcher, sentence.start(), "n", "row") : Optional.empty();
  }

  private static Optional<Found<Integer>> number(Matcher matcher, int by, String... groups) {
    for (String group : groups) {
      String written = matcher.group(group);
      if (written != null) {
        return Counts.of(written)
            .map(count -> new Found<>(count, by + matcher.start(), by + matcher.end()));
      }
    }
    return Optional.empty();
  }
}
