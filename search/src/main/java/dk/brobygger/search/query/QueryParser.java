package dk.brobygger.search.query;

import dk.brobygger.corpus.vocabulary.CountryNames;
import dk.brobygger.corpus.vocabulary.ProgrammeNames;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.language.Mention;
import dk.brobygger.search.language.Spelling.Meant;
import dk.brobygger.search.language.TermBridge;
import dk.brobygger.search.language.TextAnalysis;
import dk.brobygger.search.language.TypedWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what people type. Half of the plain words must match, or one where nothing is found by
 * half, and entries that have all come first; {@code "words in a row"}, {@code country:DE} and the
 * like for each facet must match, of several values of one facet any, and {@code -} before any of
 * them says what must not. Mistyped words are looked for as they were meant. Words that name a
 * competence, in Danish, English or the language of a neighbour, are looked for in all its words,
 * and Danish words by their English ones too, in English texts; a competence that few clusters
 * speak of also by what it is part of, a compound that few write by what its parts name. Countries
 * and programmes that are named are answered by who is of them, too. Each such expansion is told
 * and can be switched off. A call whose identifier was typed, or the beginning of it, comes before
 * all others. Anything can be typed; nothing is refused before {@link Reading#checked}. Safe for
 * many threads.
 */
public final class QueryParser {

  /** One thing typed: minus, phrase, facet and value, which may be quoted, word. */
  static final Pattern PART =
      Pattern.compile("(-)?(?:\"([^\"]*)\"?|([\\p{L}]+):(\"[^\"]+\"|[^\\s\"]+)|([^\\s\"]+))");

  /** Words that hyphens hold together. */
  private static final Pattern HELD = Pattern.compile("\\p{L}++(?:-\\p{L}++)+");

  /** A competence that was asked for by name counts as much as a few fitting words. */
  private static final double COMPETENCE_WEIGHT = 1.5;

  /** Who speaks of what a competence is part of may or may not mean it. */
  private static final double BROADER_WEIGHT = 1;

  /** An entry that lacks some of the words stands behind those that have all. */
  private static final double SOME_SHARE = 0.5;

  private static final int MOST_NEAR = 3;

  /** Who types the whole name of somebody wants them before all who are like it. */
  private static final double NAME_WEIGHT = 50;

  /** Who types an identifier wants that call, closed or not, before all that quote it. */
  private static final double IDENTIFIER_WEIGHT = 1_000;

  /** Letters, and a sign or digit: without one, a word that begins many identifiers is a word. */
  private static final Pattern IDENTIFIER = Pattern.compile("(?=.*\\p{L}).*[-/_\\d].*");

  private final CompetenceTagger tagger;
  private final WordReader words;
  private final Texts texts;

  /** Who is of a country or a programme says its name seldom; this is what a rare word is worth. */
  private static final double NAMED_WEIGHT = 6;

  /** What is known of the texts that are asked, by which a question is read better. */
  public interface Texts {

    /** Texts of which nothing is known: nothing is corrected, broadened or loosened for them. */
    Texts UNKNOWN =
        new Texts() {
          @Override
          public Meant meant(String word) {
            return Meant.ITSELF;
          }

          @Override
          public List<String> broader(String competence) {
            return List.of();
          }

          @Override
          public boolean find(Query query) {
            return true;
          }
        };

    /** What a word was meant to be. */
    Meant meant(String word);

    /**
     * By what other competences one is looked for besides because it is rare; none for one that is
     * not.
     */
    List<String> broader(String competence);

    /** Whether a question finds anything. */
    boolean find(Query query);

    /** Whether a question finds as much as is looked at. */
    default boolean fillAPage(Query query) {
      return true;
    }

    /** Words to propose for one by which nothing is found, nearest first. */
    default List<String> near(String word) {
      return List.of();
    }
  }

  /** Finds competences with this tagger and English words with this bridge, for unknown texts. */
  public QueryParser(CompetenceTagger tagger, TermBridge bridge) {
    this(tagger, bridge, Texts.UNKNOWN);
  }

  /** The same for texts that are known. */
  public QueryParser(CompetenceTagger tagger, TermBridge bridge, Texts texts) {
    this.tagger = tagger;
    this.words = new WordReader(tagger, new TypedWords(bridge), texts);
    this.texts = texts;
  }

  /**
   * The question that was typed; every entry where nothing was, and none where only signs were.
   *
   * @param typed what was typed
   * @param without what expansions must not add
   */
  public Reading read(String typed, Set<String> without) {
    Mended mended = Mended.of(PlainWords.composed(typed), without, this::meant);
    Reading strict = readRight(mended.text(), without, Need.HALF);
    Reading right =
        texts.find(strict.query()) ? strict : readRight(mended.text(), without, Need.ONE);
    List<Expansion> expansions = new ArrayList<>(mended.corrections());
    expansions.addAll(right.expansions());
    List<String> proposals = new ArrayList<>(mended.proposals());
    if (right != strict && !texts.find(right.query())) {
      proposals.addAll(near(mended.text(), without));
    }
    return new Reading(right.query(), expansions, proposals);
  }

  /** Nearest words that find something, for one word by which nothing is found. */
  private List<String> near(String typed, Set<String> without) {
    return texts.near(typed.strip()).stream()
        .filter(other -> !without.contains(other))
        .filter(other -> texts.find(readRight(other, Set.of(), Need.HALF).query()))
        .limit(MOST_NEAR)
        .toList();
  }

  /** What an identifier begins with is no typo, though it may be written like one. */
  private Meant meant(String word, String token) {
    return word.equals(token) || !texts.find(new Query.Identified(token))
        ? texts.meant(word)
        : Meant.ITSELF;
  }

  /**
   * The question exactly as it was typed: all words must stand as they are written, without other
   * endings, competences, English words or corrections. Facets and what must not stand count as
   * ever.
   */
  public Reading exactly(String typed) {
    List<Query> every = new ArrayList<>();
    Matcher matcher = PART.matcher(PlainWords.composed(typed));
    while (matcher.find()) {
      Optional<Query> facet =
          matcher.group(3) == null ? Optional.empty() : facet(matcher.group(3), matcher.group(4));
      String words = matcher.group(2) != null ? matcher.group(2) : matcher.group();
      String plain = words.startsWith("-") ? words.substring(1) : words;
      if (facet.isPresent() || plain.chars().anyMatch(Character::isLetterOrDigit)) {
        Query query =
            facet.orElseGet(() -> either(List.of(new Query.Exactly(plain)), identified(plain)));
        every.add(matcher.group(1) == null ? query : new Query.Not(query));
      }
    }
    return new Reading(asked(Filters.joined(every), typed), List.of(), List.of());
  }

  private Reading readRight(String typed, Set<String> without, Need need) {
    List<Query> specials = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    Matcher matcher = PART.matcher(typed);
    while (matcher.find()) {
      Optional<Query> special = special(matcher, without);
      if (special.isPresent()) {
        specials.add(matcher.group(1) == null ? special.get() : new Query.Not(special.get()));
      } else {
        plain.append(matcher.group()).append(' ');
      }
    }
    String text = PlainWords.withoutAsking(plain.toString().strip());
    List<Part> parts = parts(text, without, need);
    if (parts.isEmpty()) {
      parts = fillers(text, without, need);
    }
    List<Query> every = new ArrayList<>(Filters.joined(specials));
    if (!parts.isEmpty()) {
      Query named = new Query.Weighted(new Query.Called(text), NAME_WEIGHT);
      Query asked = most(parts.stream().map(Part::query).toList(), need);
      every.addFirst(either(List.of(asked, named), identified(text)));
    }
    return new Reading(
        asked(every, typed),
        parts.stream().flatMap(part -> part.expansions().stream()).toList(),
        List.of());
  }

  /** The calls whose identifier was typed or begun, as one word or as several. */
  private static List<Query> identified(String text) {
    return Stream.concat(Stream.of(text), Stream.of(text.split("\\s+")))
        .distinct()
        .filter(words -> IDENTIFIER.matcher(words).matches())
        .<Query>map(words -> new Query.Weighted(new Query.Identified(words), IDENTIFIER_WEIGHT))
        .toList();
  }

  private static Query either(List<Query> some, List<Query> others) {
    List<Query> all = Stream.concat(some.stream(), others.stream()).toList();
    return all.size() == 1 ? all.getFirst() : new Query.Any(all);
  }

  /** Few texts have all the words of a long question, and the best may say it in others. */
  private static Query most(List<Query> parts, Need need) {
    Query every = together(parts);
    return parts.size() == 1
        ? every
        : new Query.Demoting(
            new Query.Any(parts, need == Need.ONE ? 1 : Need.half(parts)),
            new Query.Not(every),
            SOME_SHARE);
  }

  /** Who types signs alone asks for nothing that there is. */
  private static Query asked(List<Query> every, String typed) {
    boolean signs = !typed.isBlank() && typed.codePoints().noneMatch(Character::isLetterOrDigit);
    return signs ? new Query.Not(new Query.All()) : together(every);
  }

  private static Query together(List<Query> parts) {
    return switch (parts.size()) {
      case 0 -> new Query.All();
      case 1 -> parts.get(0);
      default -> new Query.Every(parts);
    };
  }

  private Optional<Query> special(Matcher matcher, Set<String> without) {
    if (matcher.group(2) != null && !matcher.group(2).isBlank()) {
      String phrase = matcher.group(2);
      return Optional.of(either(List.of(new Query.Phrase(phrase)), identified(phrase)));
    }
    if (matcher.group(3) != null) {
      return facet(matcher.group(3), matcher.group(4));
    }
    if (matcher.group(1) != null && matcher.group(5) != null) {
      return Optional.of(unwanted(matcher.group(5), without));
    }
    return Optional.empty();
  }

  /** Who does not want {@code havvind} wants no offshore wind either. */
  private Query unwanted(String word, Set<String> without) {
    List<Query> ways = new ArrayList<>(List.of(new Query.Words(word)));
    named(word, without, Need.HALF).stream()
        .filter(Part::isBroadened)
        .map(Part::query)
        .forEach(ways::add);
    return ways.size() == 1 ? ways.getFirst() : new Query.Any(ways);
  }

  private static Optional<Query> facet(String name, String value) {
    return Facet.named(name)
        .map(facet -> new Query.Has(facet, facet.canonical(value.replace("\"", ""))));
  }

  /** Each programme named is one part, answered by its calls too, and the rest is more of them. */
  private List<Part> parts(String text, Set<String> without, Need need) {
    List<Part> parts = new ArrayList<>();
    int done = 0;
    for (ProgrammeNames.Named one : ProgrammeNames.typed(text)) {
      parts.addAll(held(text.substring(done, one.start()), without, need));
      Query calls = new Query.Being(Facet.PROGRAMME, one.id());
      parts.add(
          Part.of(
              text.substring(one.start(), one.end()),
              List.of(new Part.Added(one.id(), Expansion.Kind.PROGRAMME, calls, NAMED_WEIGHT)),
              without));
      done = one.end();
    }
    parts.addAll(held(text.substring(done), without, need));
    return parts;
  }

  /** What hyphens hold together is one part where it names something in one word. */
  private List<Part> held(String text, Set<String> without, Need need) {
    List<Part> parts = new ArrayList<>();
    int done = 0;
    List<Mention> asked = tagger.asked(text);
    Matcher held = HELD.matcher(text);
    while (held.find()) {
      Optional<Part> whole = inOneWord(held.group(), without, need);
      if (whole.isPresent() && asked.stream().noneMatch(one -> isIn(held, one))) {
        parts.addAll(named(text.substring(done, held.start()), without, need));
        parts.add(whole.get());
        done = held.end();
      }
    }
    parts.addAll(named(text.substring(done), without, need));
    return parts;
  }

  private static boolean isIn(Matcher held, Mention mention) {
    return mention.start() <= held.start() && mention.end() >= held.end();
  }

  /** {@code cyber-sikkerhed} is {@code cybersikkerhed}, not whatever each half names. */
  private Optional<Part> inOneWord(String held, Set<String> without, Need need) {
    String word = held.replace("-", "");
    List<Part> parts = named(word, without, need);
    if (parts.size() != 1 || !(parts.getFirst().isBroadened() || PlainWords.isDanish(word))) {
      return Optional.empty();
    }
    Query both = new Query.Either(List.of(new Query.Phrase(held), parts.getFirst().query()));
    return Optional.of(
        new Part(
            both,
            parts.getFirst().expansions().stream()
                .map(one -> new Expansion(held, one.added(), one.kind(), one.used()))
                .toList()));
  }

  /** Each competence named is one part, and so is each other word. */
  private List<Part> named(String text, Set<String> without, Need need) {
    List<Part> parts = new ArrayList<>();
    int done = 0;
    for (Mention mention : tagger.asked(text)) {
      parts.addAll(countries(text.substring(done, mention.start()), without, need));
      String named = text.substring(mention.start(), mention.end());
      parts.add(Part.of(named, competences(mention.competence()), without));
      done = mention.end();
    }
    parts.addAll(countries(text.substring(done), without, need));
    return parts;
  }

  /** Each country named is one part, answered by who is at home there too, and the rest words. */
  private List<Part> countries(String text, Set<String> without, Need need) {
    List<Part> parts = new ArrayList<>();
    int done = 0;
    for (CountryNames.Named country : CountryNames.typed(text)) {
      parts.addAll(plain(text.substring(done, country.start()), without, need));
      String name = text.substring(country.start(), country.end());
      List<Part.Added> added = new ArrayList<>(words.english(name, need));
      added.removeIf(one -> !isOf(country.code(), one.name()));
      Query home = new Query.Being(Facet.COUNTRY, country.code());
      added.add(new Part.Added(country.code(), Expansion.Kind.COUNTRY, home, NAMED_WEIGHT));
      parts.add(Part.of(name, added, without));
      done = country.end();
    }
    parts.addAll(plain(text.substring(done), without, need));
    return parts;
  }

  /** Whether English words mean a country, too: what is Polish is not polishing. */
  private static boolean isOf(String country, String english) {
    return CountryNames.typed(english).stream().anyMatch(one -> one.code().equals(country));
  }

  /** The competence, and by what it is looked for besides. */
  private List<Part.Added> competences(String id) {
    List<Part.Added> added = new ArrayList<>();
    added.add(Part.competence(id, Expansion.Kind.COMPETENCE, COMPETENCE_WEIGHT));
    texts
        .broader(id)
        .forEach(one -> added.add(Part.competence(one, Expansion.Kind.BROADER, BROADER_WEIGHT)));
    return added;
  }

  private List<Part> plain(String text, Set<String> without, Need need) {
    List<Part> parts = new ArrayList<>();
    for (String word : text.split("\\s+")) {
      if (word.chars().anyMatch(Character::isLetterOrDigit) && !TextAnalysis.saysNothing(word)) {
        parts.add(words.part(word, without, need));
      }
    }
    return parts;
  }

  /** Who asks for small words alone means those that say something in Danish: {@code is} is ice. */
  private List<Part> fillers(String text, Set<String> without, Need need) {
    return Stream.of(text.split("\\s+"))
        .filter(word -> !words.english(word, need).isEmpty())
        .map(word -> words.part(word, without, need))
        .toList();
  }
}
