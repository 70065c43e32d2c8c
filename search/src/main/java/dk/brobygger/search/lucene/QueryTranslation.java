package dk.brobygger.search.lucene;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.language.TextAnalysis;
import dk.brobygger.search.query.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;

/** Translates questions into Lucene's own. */
final class QueryTranslation {

  /** A name that begins as was typed is the likeliest to be meant. */
  private static final float START_BOOST = 20;

  private final BestMatchSearcher searcher;
  private final QuestionWords read = new QuestionWords();
  private final Map<Query.Words, List<Telling>> telling = new HashMap<>();

  /**
   * For one question.
   *
   * @param searcher where it is asked
   */
  QueryTranslation(BestMatchSearcher searcher) {
    this.searcher = searcher;
  }

  org.apache.lucene.search.Query translate(Query query) {
    return switch (query) {
      case Query.All all -> unscored(MatchAllDocsQuery.INSTANCE);
      case Query.Words words -> any(words(words), 1);
      case Query.Phrase phrase -> phrase(phrase.text());
      case Query.Exactly exactly ->
          phrase(EntryDocument.WRITTEN, TextAnalysis.written(exactly.text()), 0, 1);
      case Query.Begun begun -> begun(begun.text());
      case Query.Competence competence -> searcher.spot(competence).found();
      case Query.Titled titled ->
          new ConstantScoreQuery(new TermQuery(new Term(EntryDocument.TITLED, titled.id())));
      case Query.Weighted weighted ->
          new BoostQuery(translate(weighted.query()), (float) weighted.weight());
      case Query.Demoting demoting ->
          FunctionScoreQuery.boostByQuery(
              translate(demoting.query()), translate(demoting.worse()), (float) demoting.share());
      case Query.Called called ->
          new ConstantScoreQuery(
              new TermQuery(new Term(EntryDocument.CALLED, EntryDocument.called(called.name()))));
      case Query.Identified identified -> identified(identified.begun());
      case Query.Has has -> unscored(new TermQuery(new Term(has.facet().word(), has.value())));
      case Query.Being being ->
          new ConstantScoreQuery(new TermQuery(new Term(being.facet().word(), being.value())));
      case Query.Applicable applicable -> unscored(applicable(applicable));
      case Query.Id id -> unscored(new TermQuery(new Term(EntryDocument.ID, id.id())));
      case Query.OneOf some -> unscored(searcher.of(some).known());
      case Query.WithoutEnglish without ->
          unscored(new TermQuery(new Term(EntryDocument.WITHOUT_ENGLISH, EntryDocument.TRUE)));
      case Query.Any any -> any(any.queries().stream().map(this::translate).toList(), any.least());
      case Query.Either either ->
          new DisjunctionMaxQuery(
              either.queries().stream().map(this::translate).toList(), BestMatchSearcher.TIE);
      case Query.Every every -> every(every.queries());
      case Query.Not not -> unscored(every(List.of(not)));
    };
  }

  /**
   * A question in two parts.
   *
   * @param scored what finds and scores
   * @param condition what must be met besides, and gives no scores; empty where there is none
   */
  record Parts(
      org.apache.lucene.search.Query scored, Optional<org.apache.lucene.search.Query> condition) {}

  /** Translates a question, with what gives no scores apart. */
  Parts parts(Query query) {
    Map<Boolean, List<Query>> parts =
        query instanceof Query.Every every
            ? every.queries().stream().collect(Collectors.partitioningBy(QueryTranslation::scores))
            : Map.of();
    List<Query> scored = parts.getOrDefault(true, List.of());
    List<Query> conditions = parts.getOrDefault(false, List.of());
    return scored.isEmpty() || conditions.isEmpty()
        ? new Parts(translate(query), Optional.empty())
        : new Parts(every(scored), Optional.of(every(conditions)));
  }

  /**
   * The parts of a question of which any must be met, whose scores add up; else itself. One that is
   * asked twice is asked once with both weights, as Lucene makes of it.
   */
  Collection<org.apache.lucene.search.Query> alternatives(Query query) {
    Map<org.apache.lucene.search.Query, Double> weights = new LinkedHashMap<>();
    for (org.apache.lucene.search.Query part : flat(List.of(query))) {
      double weight = 1;
      while (part instanceof BoostQuery boosted) {
        weight *= boosted.getBoost();
        part = boosted.getQuery();
      }
      weights.merge(part, weight, Double::sum);
    }
    List<org.apache.lucene.search.Query> alternatives = new ArrayList<>();
    weights.forEach((part, weight) ->
        alternatives.add(weight == 1 ? part : new BoostQuery(part, weight.floatValue())));
    return alternatives;
  }

  private List<org.apache.lucene.search.Query> flat(List<Query> queries) {
    return queries.stream()
        .flatMap(query ->
            switch (query) {
              case Query.Words words -> words(words).stream();
              case Query.Any any when any.least() == 1 -> flat(any.queries()).stream();
              default -> Stream.of(translate(query));
            })
        .toList();
  }

  private static org.apache.lucene.search.Query unscored(org.apache.lucene.search.Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), 0);
  }

  private static org.apache.lucene.search.Query any(
      List<org.apache.lucene.search.Query> parts, int least) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    any.setMinimumNumberShouldMatch(least);
    parts.forEach(part -> any.add(part, Occur.SHOULD));
    return any.build();
  }

  private org.apache.lucene.search.Query every(List<Query> queries) {
    BooleanQuery.Builder every = new BooleanQuery.Builder();
    boolean positive = false;
    for (Query query : queries) {
      if (query instanceof Query.Not not) {
        every.add(translate(not.query()), Occur.MUST_NOT);
      } else {
        every.add(translate(query), scores(query) ? Occur.MUST : Occur.FILTER);
        positive = true;
      }
    }
    if (!positive) {
      every.add(unscored(MatchAllDocsQuery.INSTANCE), Occur.MUST);
    }
    return every.build();
  }

  /** Lucene passes over more documents where a condition cannot add to the score. */
  private static boolean scores(Query query) {
    return switch (query) {
      case Query.All all -> false;
      case Query.Has has -> false;
      case Query.Applicable applicable -> false;
      case Query.Id id -> false;
      case Query.OneOf some -> false;
      case Query.WithoutEnglish without -> false;
      case Query.Not not -> false;
      default -> true;
    };
  }

  private static org.apache.lucene.search.Query applicable(Query.Applicable applicable) {
    long now = applicable.now().toEpochMilli();
    BooleanQuery.Builder reachable = new BooleanQuery.Builder();
    reachable.add(
        LongPoint.newRangeQuery(EntryDocument.DEADLINE, now + 1, Long.MAX_VALUE), Occur.SHOULD);
    reachable.add(new TermQuery(new Term(EntryDocument.ENDLESS, EntryDocument.TRUE)), Occur.SHOULD);
    if (!applicable.openedOnly()) {
      return reachable.build();
    }
    return new BooleanQuery.Builder()
        .add(reachable.build(), Occur.MUST)
        .add(LongPoint.newRangeQuery(EntryDocument.OPENS, Long.MIN_VALUE, now), Occur.MUST)
        .build();
  }

  /** Each word typed is looked for in every language and all fields; the best place counts. */
  private List<org.apache.lucene.search.Query> words(Query.Words asked) {
    List<Telling> words = telling(asked);
    return words.isEmpty() && isTyped(asked)
        ? List.of(unscored(MatchAllDocsQuery.INSTANCE))
        : words.stream().map(one -> one.query(asked.where())).toList();
  }

  /** Profiles do not ask of everything that is written. */
  private static boolean isTyped(Query.Words asked) {
    return asked.where() == Query.Where.ANYWHERE;
  }

  /** Takes the texts of the question apart. */
  QuestionWords read() {
    return read;
  }

  /** Those in which words are looked for. */
  List<Language> languages() {
    return searcher.languages();
  }

  /**
   * The words of a text that are looked for, in each way in which they stand in the index, with
   * what each is worth.
   */
  Map<BestMatchSearcher.Word, Double> lookedFor(Query.Words asked) {
    Map<BestMatchSearcher.Word, Double> words = new LinkedHashMap<>();
    for (Telling one : telling(asked)) {
      double worth = one.worth(documents(), asked.where());
      one.spots().readings().forEach(word -> words.merge(word, worth, Math::max));
    }
    return words;
  }

  /** What a word is worth that is looked for everywhere. */
  double worth(BestMatchSearcher.Word word) {
    return new Telling(searcher.spots(List.of(word)), 1).worth(documents(), Query.Where.ANYWHERE);
  }

  /** What a competence is worth, by how many speak of it. */
  double worth(Query.Competence competence) {
    return rarity(searcher.spot(competence).documents(), documents());
  }

  /** The rarer elsewhere the better, but what stands nowhere not. */
  private static double rarity(int standing, int documents) {
    return standing == 0 ? 0 : Math.log1p(documents / (standing + 0.5));
  }

  private int documents() {
    return searcher.getIndexReader().numDocs();
  }

  private List<Telling> telling(Query.Words asked) {
    return telling.computeIfAbsent(asked, one -> mostTelling(places(one), one.where(), one.most()));
  }

  /** For each place in the text the word that stands there, as each language reads it. */
  private Collection<List<BestMatchSearcher.Word>> places(Query.Words asked) {
    String text = asked.text();
    Map<Integer, List<BestMatchSearcher.Word>> byPlace = new LinkedHashMap<>();
    for (Language language : searcher.languages()) {
      if (asked.languages().contains(language)) {
        (isTyped(asked) ? read.of(text, language) : read.telling(text, language))
            .forEach(word ->
                byPlace
                    .computeIfAbsent(word.start(), start -> new ArrayList<>(2))
                    .add(new BestMatchSearcher.Word(word.term(), language)));
      }
    }
    return byPlace.values();
  }

  /**
   * A word of a text that looks for others.
   *
   * @param spots where it stands elsewhere
   * @param times how often it stands in the text
   */
  private record Telling(BestMatchSearcher.Spots spots, int times) {

    Telling and(Telling other) {
      return new Telling(spots, times + other.times);
    }

    /** What is said again and again is meant, but twice as often is not twice as much. */
    org.apache.lucene.search.Query query(Query.Where where) {
      org.apache.lucene.search.Query once = spots.at(where).found();
      return times == 1 ? once : new BoostQuery(once, (float) Math.sqrt(times));
    }

    /** The rarer elsewhere and the more often here the better. */
    double worth(int documents, Query.Where where) {
      return times * rarity(spots.at(where).documents(), documents);
    }
  }

  /** A language that is not the text's own reads two forms of a word as two, but finds neither. */
  private List<Telling> mostTelling(
      Collection<List<BestMatchSearcher.Word>> words, Query.Where where, int most) {
    Map<List<BestMatchSearcher.Word>, Telling> byReadings = new LinkedHashMap<>();
    for (List<BestMatchSearcher.Word> word : words) {
      BestMatchSearcher.Spots spots = searcher.spots(word);
      byReadings.merge(spots.readings(), new Telling(spots, 1), Telling::and);
    }
    List<Telling> telling = new ArrayList<>(byReadings.values());
    if (telling.size() <= most) {
      return telling;
    }
    int documents = documents();
    telling.sort(Comparator.comparingDouble(one -> -one.worth(documents, where)));
    return telling.subList(0, most);
  }

  /**
   * In a row each word counts that the index holds, be it a letter: Power-to-X is not power. Where
   * a single one is left of several, they must stand as they are written.
   */
  private org.apache.lucene.search.Query phrase(String text) {
    Set<org.apache.lucene.search.Query> inFields = new LinkedHashSet<>();
    List<TextAnalysis.Word> written = TextAnalysis.written(text);
    for (Language language : searcher.languages()) {
      List<TextAnalysis.Word> words = TextAnalysis.smallest(text, language);
      if (words.size() == 1 && written.size() > 1) {
        inFields.add(phrase(EntryDocument.WRITTEN, written, 0, 1));
      } else if (!words.isEmpty()) {
        inFields.addAll(phrases(language, words));
        List<TextAnalysis.Word> telling = read.smallest(text, language);
        if (telling.size() > 1) {
          inFields.addAll(phrases(language, telling)); // who asks abroad writes his own "and"
        }
      }
    }
    return inFields.isEmpty()
        ? new MatchNoDocsQuery("only words that say nothing")
        : new DisjunctionMaxQuery(inFields, BestMatchSearcher.TIE);
  }

  private static List<org.apache.lucene.search.Query> phrases(
      Language language, List<TextAnalysis.Word> words) {
    return List.of(
        phrase(EntryDocument.name(language), words, 1, BestMatchSearcher.NAME_BOOST),
        phrase(EntryDocument.prose(language), words, 1, 1),
        phrase(EntryDocument.rules(language), words, 1, 1));
  }

  private static org.apache.lucene.search.Query phrase(
      String field, List<TextAnalysis.Word> words, int slop, float boost) {
    PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
    words.forEach(word -> phrase.add(new Term(field, word.term())));
    return new BoostQuery(phrase.build(), boost);
  }

  /** Its words, and above them names that begin so. */
  private static org.apache.lucene.search.Query begun(String text) {
    List<TextAnalysis.Word> words = TextAnalysis.ofName(text);
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("nothing begun");
    }
    BooleanQuery.Builder every = new BooleanQuery.Builder();
    for (TextAnalysis.Word word : words.subList(0, words.size() - 1)) {
      every.add(new TermQuery(new Term(EntryDocument.NAMES, word.term())), Occur.MUST);
    }
    every.add(new PrefixQuery(new Term(EntryDocument.NAMES, words.getLast().term())), Occur.MUST);
    every.add(
        new BoostQuery(
            new PrefixQuery(new Term(EntryDocument.CALLED, EntryDocument.called(text))),
            START_BOOST),
        Occur.SHOULD);
    return every.build();
  }

  /** Those that begin so, and above them what is meant if nothing is left to be typed. */
  private static org.apache.lucene.search.Query identified(String text) {
    String begun = EntryDocument.called(text);
    if (begun.isEmpty()) {
      return new MatchNoDocsQuery("no identifier begun");
    }
    org.apache.lucene.search.Query whole =
        any(
            List.of(
                new TermQuery(new Term(EntryDocument.IDENTIFIERS, begun)),
                new TermQuery(new Term(EntryDocument.ID, text))),
            1);
    return any(
        List.of(
            new ConstantScoreQuery(new PrefixQuery(new Term(EntryDocument.IDENTIFIERS, begun))),
            new BoostQuery(new ConstantScoreQuery(whole), START_BOOST)),
        1);
  }
}
