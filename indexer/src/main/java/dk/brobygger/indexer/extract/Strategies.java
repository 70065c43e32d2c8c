package dk.brobygger.indexer.extract;

import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.vocabulary.Ecosystem;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Neighbour;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.indexer.page.Block;
import dk.brobygger.indexer.page.Page;
import dk.brobygger.indexer.page.Part;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.language.Mention;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads what a cluster offers and seeks, in which ecosystems it works, and what it says of itself.
 *
 * <p>A sentence counts to a side where a cue phrase says so and the vocabulary knows a competence
 * in it, or where it stands under a heading that says so, or in the list after such a sentence; a
 * sentence that denies it does not, nor does a paragraph that advertises a job, after which the
 * heading counts no more. What is taken are whole sentences as they stand, or what stands before or
 * behind the but of one that is denied in part; each language apart. In a language of which the
 * vocabulary has no labels the cue phrase is enough.
 */
final class Strategies {

  /** A page that speaks of an ecosystem's competences at least so often works in it. */
  private static final int LEAST_MENTIONS = 3;

  /** Of all mentions of competences, those of an ecosystem make up at least so much. */
  private static final double LEAST_SHARE = 0.2;

  private static final int LONGEST_DESCRIPTION = 1_200;

  private final CompetenceTagger tagger;
  private final Vocabulary vocabulary;
  private final Page page;
  private final Cues cues;
  private final Map<Side, List<Said>> said = new EnumMap<>(Side.class);

  /** A sentence and the language it is in. */
  private record Said(Found<String> sentence, Language language) {}

  Strategies(Page page, Vocabulary vocabulary, CompetenceTagger tagger) {
    this.page = page;
    this.cues = new Cues(language(page));
    this.vocabulary = vocabulary;
    this.tagger = tagger;
    said.put(Side.OFFERS, new ArrayList<>());
    said.put(Side.SEEKS, new ArrayList<>());
    read();
  }

  /** The language of a page, where it is one that is read. */
  static Optional<Language> language(Page page) {
    return page.language().flatMap(Language::known);
  }

  /**
   * The language of a block, where it is one that is read: one of users, or that of the page. A
   * single block in another one is more likely a quotation, or one of its neighbours mistaken.
   */
  static Optional<Language> language(Page page, Block block) {
    return block
        .language()
        .flatMap(Language::known)
        .filter(own -> own.isOfUsers() || language(page).equals(Optional.of(own)));
  }

  private Optional<Language> language(Block block) {
    return language(page, block);
  }

  private void read() {
    Optional<Side> section = Optional.empty();
    Optional<Side> list = Optional.empty();
    for (Block block : page.blocks()) {
      switch (block.part()) {
        case HEADING -> {
          section = cues.ofHeading(block.text());
          list = section;
        }
        case ITEM -> read(block, list);
        case ROW -> list = read(block, section);
        case PARAGRAPH -> {
          section = cues.isOfJobs(block.text()) ? Optional.empty() : section;
          list = read(block, section);
        }
        case CONTACT, ABOUT -> {}
      }
    }
  }

  /** Takes a block's sentences; the side of a list behind it, which what ends in a colon leads. */
  private Optional<Side> read(Block block, Optional<Side> inherited) {
    if (cues.isOfJobs(block.text())) {
      return Optional.empty();
    }
    Optional<Side> led = inherited;
    for (Found<String> sentence : sentences(block)) {
      Optional<Side> own = rowSide(block, sentence).or(() -> cues.of(sentence.value()));
      boolean sure = own.isPresent() && (speaks(block, sentence.value()) || inherited.equals(own));
      Optional<Side> side = sure ? own : inherited;
      side.filter(any -> saysSomething(sentence.value()))
          .ifPresent(each -> take(each, block, sentence));
      led = cues.isBeside(sentence.value()) ? Optional.empty() : own.or(() -> inherited);
    }
    return block.text().endsWith(":") ? led : inherited;
  }

  private List<Found<String>> sentences(Block block) {
    return Sentences.of(block.text()).stream()
        .flatMap(sentence -> cues.parts(sentence).stream())
        .toList();
  }

  /** Not a lead to a list, nor what is about jobs or denied. */
  private boolean saysSomething(String sentence) {
    return sentence.length() > 3 && !sentence.endsWith(":") && !cues.isBeside(sentence);
  }

  /** {@code We seek | partners in hydrogen}: the first cell is a heading. */
  private Optional<Side> rowSide(Block block, Found<String> sentence) {
    int border = sentence.value().indexOf(block.text().contains(" | ") ? " | " : ": ");
    return block.part() == Part.ROW && border > 0
        ? cues.ofHeading(sentence.value().substring(0, border))
        : Optional.empty();
  }

  private void take(Side side, Block block, Found<String> sentence) {
    language(block)
        .ifPresent(language ->
            Stream.ofNullable(said.get(side))
                .forEach(list ->
                    list.add(
                        new Said(
                            new Found<>(
                                sentence.value(),
                                block.start() + sentence.start(),
                                block.start() + sentence.end()),
                            language))));
  }

  private boolean speaks(Block block, String sentence) {
    return language(block).filter(own -> !hasLabels(own)).isPresent()
        || !mentions(language(block), sentence).isEmpty();
  }

  private static boolean hasLabels(Language language) {
    return language.isOfUsers()
        || Stream.of(Neighbour.values()).anyMatch(one -> one.language() == language);
  }

  private List<Mention> mentions(Optional<Language> language, String text) {
    return language
        .filter(any -> !text.isBlank())
        .map(own -> tagger.mentions(new TextField("page", own, text)))
        .orElse(List.of());
  }

  /** The sentences of a side, noted under its field. */
  Texts texts(Side side, String field, Claims claims) {
    Map<Language, Set<String>> sentences = new EnumMap<>(Language.class);
    for (Said each : said.getOrDefault(side, List.of())) {
      sentences
          .computeIfAbsent(each.language(), language -> new LinkedHashSet<>())
          .add(claims.take(field, each.sentence()).strip());
    }
    Map<Language, String> texts = new EnumMap<>(Language.class);
    sentences.forEach((language, list) -> texts.put(language, String.join("\n", list)));
    return new Texts(texts);
  }

  /** Countries that a wish or a sentence about aims names, but its own. */
  List<Found<String>> targetCountries(String own) {
    List<Found<String>> countries = new ArrayList<>();
    said.getOrDefault(Side.SEEKS, List.of())
        .forEach(each -> addCountries(countries, each.sentence(), own));
    for (Block block : page.blocks()) {
      for (Found<String> sentence : block.isMain() ? sentences(block) : List.<Found<String>>of()) {
        if (cues.isOfTargets(sentence.value()) && !cues.isBeside(sentence.value())) {
          addCountries(
              countries,
              new Found<>(
                  sentence.value(),
                  block.start() + sentence.start(),
                  block.start() + sentence.end()),
              own);
        }
      }
    }
    return countries;
  }

  private void addCountries(List<Found<String>> countries, Found<String> sentence, String own) {
    for (Found<String> country : Countries.named(sentence.value(), cues.language())) {
      boolean known = countries.stream().anyMatch(one -> one.value().equals(country.value()));
      if (!known && !country.value().equals(own)) {
        countries.add(sentence.as(country.value()));
      }
    }
  }

  /** The ecosystems a page names, or whose competences it speaks of more than now and then. */
  Set<Ecosystem> ecosystems(Claims claims) {
    Set<Ecosystem> ecosystems = EnumSet.noneOf(Ecosystem.class);
    named().forEach(found -> ecosystems.add(claims.take("ecosystems", found)));
    Map<Ecosystem, List<Found<Ecosystem>>> spoken = spoken();
    int all = spoken.values().stream().mapToInt(List::size).sum();
    spoken.forEach((ecosystem, places) -> {
      if (places.size() >= LEAST_MENTIONS && places.size() >= LEAST_SHARE * all) {
        ecosystems.add(claims.take("ecosystems", places.getFirst()));
      }
    });
    return ecosystems;
  }

  /** Only names of two words or more: Digital and Health stand on every page. */
  private List<Found<Ecosystem>> named() {
    List<Found<Ecosystem>> named = new ArrayList<>();
    String text = page.text();
    for (Ecosystem ecosystem : Ecosystem.values()) {
      for (Language language : Language.OF_USERS) {
        String label = ecosystem.label(language);
        int place = label.contains(" ") || label.contains("-") ? text.indexOf(label) : -1;
        if (place >= 0) {
          named.add(new Found<>(ecosystem, place, place + label.length()));
        }
      }
    }
    return named;
  }

  private Map<Ecosystem, List<Found<Ecosystem>>> spoken() {
    Map<Ecosystem, List<Found<Ecosystem>>> spoken = new EnumMap<>(Ecosystem.class);
    for (Block block : page.blocks()) {
      if (block.isMain()) {
        for (Mention mention : mentions(language(block), block.text())) {
          vocabulary.competence(mention.competence()).stream()
              .filter(any -> !isAboutClusters(block.text(), mention))
              .flatMap(competence -> competence.ecosystems().stream())
              .forEach(ecosystem ->
                  spoken
                      .computeIfAbsent(ecosystem, each -> new ArrayList<>())
                      .add(
                          new Found<>(
                              ecosystem,
                              block.start() + mention.start(),
                              block.start() + mention.end())));
        }
      }
    }
    return spoken;
  }

  /** That somebody is a cluster says nothing of its trade. */
  private static boolean isAboutClusters(String text, Mention mention) {
    return Names.CLUSTER.matcher(text.substring(mention.start(), mention.end())).find();
  }

  /** The first prose of the page in each language, and what it says of itself to machines. */
  Texts description(Claims claims) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Block block : page.blocks()) {
      boolean prose = block.part() == Part.PARAGRAPH && block.text().length() >= 60;
      boolean summary =
          page.property("description").filter(one -> one.start() == block.start()).isPresent();
      if ((prose || summary) && block.text().length() <= LONGEST_DESCRIPTION) {
        language(block)
            .filter(language -> !texts.containsKey(language))
            .ifPresent(
                language -> texts.put(language, claims.take("description", Names.found(block))));
      }
    }
    return new Texts(texts);
  }
}
