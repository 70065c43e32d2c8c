package dk.brobygger.indexer.extract;

import dk.brobygger.corpus.entry.Members;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.indexer.extract.Phrases.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how many members a cluster has, kind by kind, and how many people work for it. The largest
 * number of members of the whole counts first; kinds count where a sentence or row speaks of
 * members.
 */
final class MemberCounts {

  private static final String N = "(?<n>" + Counts.FIGURE + ")";

  private static final Map<String, Kind> KINDS = kinds();

  private static final Map<Optional<Language>, MemberCounts> READ = new ConcurrentHashMap<>();

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

  private final Pattern total;
  private final Pattern ofMembers;
  private final Map<String, Pattern> kinds = new LinkedHashMap<>();

  private MemberCounts(Optional<Language> language) {
    this.ofMembers = Phrases.pattern(Kind.OF_MEMBERS, language);
    this.total = counted(Phrases.words(Kind.MEMBERS, language), "", "\\s*[:|]\\s*");
    KINDS.forEach((name, kind) ->
        kinds.put(
            name,
            counted(
                Phrases.words(kind, language),
                "(?:(?:of them |af dem |are |er )?(?:small |danish |danske |regional"
                    + " |different )?)?",
                "\\s*(?:[:|]|\\()\\s*")));
  }

  /** A number before words, or behind them and a sign. */
  private static Pattern counted(String words, String between, String sign) {
    String bounded = "(?:" + words + ")(?![\\p{L}\\p{N}])";
    return Pattern.compile(
        "(?iuU)(?<![\\d.,-])"
            + N
            + "\\s?\\+?\\s?"
            + between
            + bounded
            + "|(?<![\\p{L}\\p{N}])"
            + bounded
            + sign
            + "(?<row>"
            + Counts.FIGURE
            + ")(?!\\d)");
  }

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    kinds.put("sme", Kind.SMES);
    kinds.put("startup", Kind.STARTUPS);
    kinds.put("large", Kind.LARGE);
    kinds.put("research", Kind.RESEARCH);
    kinds.put("other", Kind.OTHER);
    return kinds;
  }

  /**
   * The counts on a page in a language, noted under {@code members}; empty where there are none.
   */
  static Optional<Members> members(String text, Optional<Language> language, Claims claims) {
    return READ.computeIfAbsent(language, MemberCounts::new).members(text, claims);
  }

  private Optional<Members> members(String text, Claims claims) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    total(text).ifPresent(total -> counts.put("total", claims.take("members", total)));
    for (Found<String> sentence : Sentences.of(text)) {
      if (ofMembers.matcher(sentence.value()).find() || sentence.value().matches("(?s).*[|:(].*")) {
        kinds.forEach((kind, pattern) -> {
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

  private Optional<Found<Integer>> total(String text) {
    Optional<Found<Integer>> largest = Optional.empty();
    Matcher matcher = total.matcher(text);
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
