package dk.brobygger.indexer.extract;

import dk.brobygger.indexer.page.Block;
import dk.brobygger.indexer.page.Page;
import dk.brobygger.indexer.page.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The main text of a profile line by line, with the terms that lines begin with. What is said under
 * a term stands behind it, or in the lines up to the next term or heading. A number of members
 * stands in the line of its term; else after a term that ends in a colon, and before one that does
 * not.
 */
final class ProfileLines {

  /** More lines than this under a term are no longer about it. */
  private static final int MOST_VALUES = 20;

  /** A longer line is prose. */
  private static final int LONGEST_VALUE = 200;

  /** Of the terms that only profiles have, a page must have at least so many. */
  private static final int LEAST_OWN = 2;

  private static final String FIGURE = "\\d{1,3}(?:[.,]\\d{3})+|\\d{1,6}";

  private static final Pattern FIGURE_ALONE = Pattern.compile(FIGURE);

  /** What a line may begin with. */
  enum Term {
    /** When it began; a word of prose, too, unless a dash or colon follows. */
    ESTABLISHED(
        "(?:the )?date when the cluster organi[sz]ation was established|established(?= ?[-–:|])"),
    STAFF(
        "(?:number of )?staff in the management team(?: of the cluster organi[sz]ation)?(?="
            + " ?[-–:|]|$)"),
    LABEL("cluster excellence label"),
    NETWORKS("membership to (?:other networks|european strategic cluster partnerships)[^:]*(?=:)"),
    LANGUAGES("languages spoken"),
    COUNTRY("country(?= ?[:|])"),
    REGION("(?:nuts ?[123]? )?region(?= ?[:|])"),
    ECOSYSTEMS("(?:eu )?industrial ecosystems?(?= ?[:|]|$)"),
    SKILLS("technology fields|areas of speciali[sz]ation of the cluster not covered above"),
    COUNTRIES(
        "(?:[\\w-]+ ){0,4}(?:countries|markets)(?= ?[:|]|.*(?:cooperat|collaborat|interest|target))"
            + "[^:|\\n]{0,80}(?= ?[:|]|$)"),
    SITE("(?:cluster )?web ?site(?= ?[:|]|$)"),
    MEMBERS("(?:total number of|cluster) members", true),
    STARTUPS("(?:number of )?start-?ups(?: among (?:the )?SMEs?(?:['’]s)?(?: members)?)?", true),
    SMES("(?:number of )?SMEs?(?:['’]s)?(?: members)?", true),
    LARGE("(?:number of )?large(?:r)? compan(?:y members|ies)", true),
    RESEARCH("(?:number of )?research organi[sz]ations(?:[,/][^:|]*)?", true),
    CIVIL_SOCIETY("(?:number of )?civil society members", true),
    OTHER("(?:number of )?other ecosystem actors", true),
    COMPOSITION("cluster composition|composition of the cluster"),
    FOCUS("sectoral and industrial focus"),
    /** Terms that only end what stands before them. */
    NOT_READ(
        "general information|about us|other label|cluster management team|sectoral"
            + " industries|s3 (?:eu )?priority areas|emerging industries|entrepreneurship and"
            + " scale-up support|name and link of major players|cluster strategy|support"
            + " services for|\\d{1,3}% completed|primary tabs|printer-friendly version");

    private final Pattern pattern;
    private final boolean isCount;

    Term(String words) {
      this(words, false);
    }

    Term(String words, boolean isCount) {
      this.isCount = isCount;
      this.pattern =
          Pattern.compile(
              isCount
                  ? "(?iu)(?:(?<before>"
                      + FIGURE
                      + ") ?\\|? ?)?(?:"
                      + words
                      + ") ?(?<colon>[:|])? ?(?<after>"
                      + FIGURE
                      + ")?"
                  : "(?iu)(?:" + words + ")");
    }

    /** Those that no other pages have. */
    private static final Set<Term> OWN = EnumSet.of(ESTABLISHED, STAFF, COMPOSITION, FOCUS);
  }

  /** A line; its term is the first one that fits. */
  private record Line(Found<String> found, Optional<Term> term, boolean isHeading) {

    String text() {
      return found.value();
    }

    Matcher matcher() {
      return term.orElseThrow().pattern.matcher(text());
    }
  }

  private final String text;
  private final List<Line> lines = new ArrayList<>();
  private final Map<Term, Integer> places = new EnumMap<>(Term.class);

  ProfileLines(Page page) {
    this.text =
        page.blocks().stream()
            .map(block -> block.isMain() ? block.text() : " ".repeat(block.text().length()))
            .collect(Collectors.joining("\n"));
    for (Block block : page.blocks()) {
      if (block.isMain()) {
        int start = block.start();
        for (String written : block.text().split("\n", -1)) {
          add(new Found<>(written, start, start + written.length()), block.part());
          start += written.length() + 1;
        }
      }
    }
  }

  private void add(Found<String> written, Part part) {
    if (!written.value().isBlank()) {
      Optional<Term> term = term(written.value());
      term.ifPresent(one -> places.putIfAbsent(one, lines.size()));
      lines.add(new Line(written, term, part == Part.HEADING));
    }
  }

  private static Optional<Term> term(String line) {
    for (Term term : Term.values()) {
      Matcher matcher = term.pattern.matcher(line);
      if (term.isCount ? matcher.matches() : matcher.lookingAt()) {
        return Optional.of(term);
      }
    }
    return Optional.empty();
  }

  /** Whether the page is a profile at all. */
  boolean isProfile() {
    return Term.OWN.stream().filter(places::containsKey).count() >= LEAST_OWN;
  }

  /** The main text, at the places of the page. */
  String text() {
    return text;
  }

  /** The first heading that is no term; it stands before all terms. */
  Optional<Found<String>> heading() {
    return lines.stream()
        .takeWhile(line -> line.term().isEmpty())
        .filter(Line::isHeading)
        .map(Line::found)
        .filter(found -> !found.value().matches("(?i)cluster organi[sz]ations?|home"))
        .findFirst();
  }

  /** The lines before the first that begins with a term. */
  List<Found<String>> beforeTerms() {
    return lines.stream().takeWhile(line -> line.term().isEmpty()).map(Line::found).toList();
  }

  /** The lines after one and before a place, unless there are several. */
  List<Found<String>> between(String line, int place) {
    List<Found<String>> between =
        beforeTerms().stream()
            .dropWhile(found -> !found.value().equals(line))
            .skip(1)
            .filter(found -> found.end() < place)
            .toList();
    return between.size() == 1 ? between : List.of();
  }

  /** The line that says no more than this. */
  Optional<Found<String>> line(String text) {
    return lines.stream().map(Line::found).filter(one -> one.value().equals(text)).findFirst();
  }

  /** What is said under a term. */
  List<Found<String>> values(Term term) {
    List<Found<String>> values = new ArrayList<>();
    for (int place = 0; place < lines.size(); place++) {
      if (lines.get(place).term().equals(Optional.of(term))) {
        values.addAll(values(place));
      }
    }
    return values;
  }

  private List<Found<String>> values(int place) {
    Line line = lines.get(place);
    Matcher term = line.matcher();
    int start = term.lookingAt() ? term.end() : 0;
    String behind = line.text().substring(start);
    String said = behind.replaceFirst("^[\\s:|–-]+", "");
    if (!said.isBlank()) {
      int at = line.found().end() - said.length();
      return List.of(new Found<>(said, at, line.found().end()));
    }
    return lines.subList(place + 1, lines.size()).stream()
        .takeWhile(next -> next.term().isEmpty() && !next.isHeading())
        .takeWhile(next -> next.text().length() <= LONGEST_VALUE)
        .limit(MOST_VALUES)
        .map(Line::found)
        .toList();
  }

  /** A number of members, with the words from the number to its term. */
  Optional<Found<Integer>> count(Term term) {
    return Optional.ofNullable(places.get(term)).flatMap(this::count);
  }

  private Optional<Found<Integer>> count(int place) {
    Found<String> line = lines.get(place).found();
    Matcher term = lines.get(place).matcher();
    if (!term.matches()) {
      return Optional.empty();
    }
    Optional<String> within =
        Optional.ofNullable(term.group("before"))
            .or(() -> Optional.ofNullable(term.group("after")));
    if (within.isPresent()) {
      return Counts.of(within.get()).map(line::as);
    }
    int other = term.group("colon") == null ? place - 1 : place + 1;
    if (other < 0
        || other >= lines.size()
        || !FIGURE_ALONE.matcher(lines.get(other).text()).matches()) {
      return Optional.empty();
    }
    Found<String> number = lines.get(other).found();
    return Counts.of(number.value())
        .map(count ->
            new Found<>(
                count, Math.min(line.start(), number.start()), Math.max(line.end(), number.end())));
  }
}
