package dk.brobygger.indexer.extract;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.indexer.extract.Phrases.Kind;
import dk.brobygger.indexer.page.Block;
import dk.brobygger.indexer.page.Page;
import dk.brobygger.indexer.page.Part;
import dk.brobygger.indexer.page.Property;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what somebody is called, was called and grew out of.
 *
 * <p>The name is that of the organisation in the page's own words to machines, then the name of the
 * site, then who a sentence says is a cluster, then the part of the title that speaks of one.
 */
final class Names {

  /** A word without a bound would fill the stack. */
  private static final String PROPER = "\\p{Lu}(?:[\\p{L}\\d&'’\\-]|\\.(?=\\p{L})){0,60}+";

  /** Capitalised words, with small ones between them. */
  private static final String NAME =
      PROPER
          + "(?: (?:(?:of|for|and|og|for|i|de|del|des|du|the|&|der|für) ){0,2}"
          + PROPER
          + "){0,6}";

  private static final Pattern IS_A_CLUSTER =
      Pattern.compile(
          "(?<![\\p{L}])(?:(?:The|Der|Die|Das|Le|El|Il|Het) )?(?<name>"
              + NAME
              + ")(?: \\([^)]{2,30}\\))? (?:is|er|were|was|ist|är|est|es|è)(?: [\\p{L}'’-]+){0,6}"
              + " (?:[\\p{L}-]*(?:cluster|kluster|clúster)|[\\p{L}-]*klynge(?:organisation)?|network|netværk|Netzwerk|nätverk|pôle"
              + " de compétitivité)(?!\\p{L})");

  static final Pattern CLUSTER =
      Pattern.compile(
          "(?iu)cluster|klynge|klynga|klynger|kluster|klustret|clúster|pôle|polo|klaster|network|netværk"
              + "|nätverk|netzwerk|nettverk");

  private static final Pattern FORMER =
      Pattern.compile(
          "(?:formerly|previously|until \\d{4}|tidligere|førhen)(?: known as| called| named| kendt"
              + " som| hed| navn)?:? (?<name>"
              + NAME
              + ")");

  private static final Pattern ALSO =
      Pattern.compile(
          "(?:also known as|known as|kendt som|kaldet|also called|or simply) (?:the"
              + " )?[“\"'’]?(?<name>"
              + NAME
              + ")");

  private static final Pattern MERGED =
      Pattern.compile(
          "(?:merger (?:of|between)|merged from|fusion(?:en)? (?:af|mellem)|sammenlægning(?:en)?"
              + " af|sammenlagt af)(?: the clusters?| klyngerne)? (?<names>"
              + NAME
              + "(?:(?:, | and | og | with | med )"
              + NAME
              + "){1,5})");

  private static final Pattern EACH_MERGED = Pattern.compile(NAME.replace("and|og|", ""));

  private static final Pattern HEADING = Pattern.compile("^" + NAME + "(?:\\s+[|–—·•:-].*)?$");

  private static final Map<Optional<Language>, Pattern> FOUNDED = new ConcurrentHashMap<>();

  /** Words and signs between the beginning and its year; without a bound a page fills the stack. */
  private static final int MOST_BETWEEN = 8;

  private static final Pattern APART = Pattern.compile("(?<!\\s)\\s++[–—·•:-]\\s++|\\|\\s*+");

  /** What is longer is no name, and is looked for in a text for too long. */
  static final int LONGEST = 200;

  /** Who has more other names than this is made up. */
  private static final int MOST_NAMES = 100;

  private final Page page;
  private final String text;

  Names(Page page) {
    this.page = page;
    this.text = page.text();
  }

  /** The name in use. */
  Optional<Found<String>> name() {
    return said("organization.name")
        .or(this::siteName)
        .or(this::sentence)
        .or(this::heading)
        .or(this::title);
  }

  private Optional<Found<String>> said(String property) {
    return page.property(property)
        .map(Names::found)
        .filter(name -> !name.value().isBlank() && name.value().length() <= LONGEST);
  }

  static Found<String> found(Property property) {
    return new Found<>(
        property.value(), property.start(), property.start() + property.value().length());
  }

  /** Where the site says its name and that is no mere address. */
  private Optional<Found<String>> siteName() {
    return said("og:site_name").filter(name -> !name.value().matches("\\S+\\.\\w{2,4}"));
  }

  /** Who a sentence says is a cluster. */
  Optional<Found<String>> sentence() {
    Matcher matcher = IS_A_CLUSTER.matcher(text);
    while (matcher.find()) {
      String name = matcher.group("name").replaceFirst("^The ", "");
      if (!name.matches(
          "(?iu)we|our|this|it|vi|vores|den|det|here|about|welcome|om|der|die|das|wir|unser|le|la|ce|il"
              + "|nous|notre|el|este|nuestro|de|het|ons|vår|vårt|dette|detta")) {
        return Optional.of(
            new Found<>(name, matcher.end("name") - name.length(), matcher.end("name")));
      }
    }
    return Optional.empty();
  }

  /** The first heading that is the name of a cluster. */
  Optional<Found<String>> heading() {
    return page.blocks().stream()
        .filter(block -> block.part() == Part.HEADING && isName(block.text()))
        .findFirst()
        .map(block -> part(block.text(), block.start()));
  }

  private Optional<Found<String>> title() {
    return page.property("title")
        .filter(title -> CLUSTER.matcher(title.value()).find())
        .map(title -> part(title.value(), title.start()))
        .filter(name -> name.value().length() <= LONGEST);
  }

  private static boolean isName(String heading) {
    return heading.length() <= 80
        && CLUSTER.matcher(heading).find()
        && HEADING.matcher(heading).find();
  }

  /** The part of a title with a cluster in it; the whole where there are no parts. */
  private static Found<String> part(String title, int start) {
    String best = title;
    for (String part : APART.split(title)) {
      if (CLUSTER.matcher(part).find()) {
        best = part.strip();
        break;
      }
    }
    int place = title.indexOf(best);
    return new Found<>(best, start + place, start + place + best.length());
  }

  /** Short names, other names and former ones. */
  List<Found<String>> aliases(String name) {
    List<Found<String>> aliases = new ArrayList<>();
    said("organization.alternateName").ifPresent(aliases::add);
    Matcher shortened =
        Pattern.compile(Pattern.quote(name) + " \\((?<name>\\p{Lu}[\\p{L}\\d&-]{1,11})\\)")
            .matcher(text);
    addAll(aliases, shortened);
    addAll(aliases, ALSO.matcher(text));
    addAll(aliases, FORMER.matcher(text));
    return distinct(aliases, name);
  }

  private static void addAll(List<Found<String>> found, Matcher matcher) {
    while (matcher.find()) {
      String name = matcher.group("name").replaceFirst("[.,]$", "");
      int start = matcher.start("name");
      found.add(new Found<>(name, start, start + name.length()));
    }
  }

  private static List<Found<String>> distinct(List<Found<String>> names, String own) {
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    known.add(own);
    return names.stream().filter(name -> known.add(name.value())).limit(MOST_NAMES).toList();
  }

  /** Those it was merged of or renamed from, with the sentence's words. */
  List<Found<String>> predecessors(String own) {
    List<Found<String>> predecessors = new ArrayList<>();
    Matcher merged = MERGED.matcher(text);
    while (merged.find()) {
      Matcher each = EACH_MERGED.matcher(merged.group("names"));
      while (each.find()) {
        predecessors.add(new Found<>(each.group(), merged.start(), merged.end()));
      }
    }
    addAll(predecessors, FORMER.matcher(text));
    return distinct(predecessors, own);
  }

  /** The year it began; not that of a project or member. */
  Optional<Found<Integer>> founded() {
    Optional<Found<Integer>> said =
        said("organization.foundingDate")
            .filter(date -> date.value().matches("(19|20)\\d\\d.*"))
            .map(date -> date.as(Integer.valueOf(date.value().substring(0, 4))));
    if (said.isPresent()) {
      return said;
    }
    Optional<Language> language = Strategies.language(page);
    Pattern founded = FOUNDED.computeIfAbsent(language, Names::founded);
    Pattern others = Phrases.pattern(Kind.OTHERS, language);
    for (Found<String> sentence : Sentences.of(text)) {
      Matcher matcher = founded.matcher(sentence.value());
      if (matcher.find() // the others stand before all later ones, too
          && !others.matcher(sentence.value().substring(0, matcher.end())).find()) {
        String year =
            Optional.ofNullable(matcher.group("year")).orElseGet(() -> matcher.group("before"));
        int start = sentence.start();
        return Optional.of(
            new Found<>(Integer.valueOf(year), start + matcher.start(), start + matcher.end()));
      }
    }
    return Optional.empty();
  }

  /** {@code founded in May 2014}, or {@code 2014 als Verein gegründet}. */
  private static Pattern founded(Optional<Language> language) {
    String year = "(?:19|20)\\d\\d)";
    return Pattern.compile(
        "(?iuU)(?<![\\p{L}\\p{N}])(?:(?:"
            + Phrases.words(Kind.FOUNDED, language)
            + ")(?: (?:"
            + Phrases.words(Kind.IN_YEAR, language)
            + ")(?!\\p{L})| \\d{1,2}[./]\\d{1,2}[./](?=\\d)| \\d{1,2}\\.?| \\||[:,]){0,"
            + MOST_BETWEEN
            + "}"
            + "(?: \\p{L}+(?: del?)?)?(?: |(?<=[./]))(?<year>"
            + year
            + "|(?<before>"
            + year
            + "(?: [\\p{L}-]+){0,4} (?:"
            + Phrases.words(Kind.FOUNDED_BEHIND, language)
            + "))(?![\\p{L}\\p{N}])");
  }

  /** What the whole page says of this block. */
  static Found<String> found(Block block) {
    return new Found<>(block.text(), block.start(), block.end());
  }

  /** A name as it stands in an identity: small letters and hyphens. */
  static String key(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT).replace("æ", "ae").replace("ø", "oe").replace("å", "aa");
    return Normalizer.normalize(plain, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
