package dk.brobygger.search.lucene;

import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.engine.Highlight;
import dk.brobygger.search.language.Mention;
import dk.brobygger.search.language.TextAnalysis;
import dk.brobygger.search.query.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says where in an entry's texts the words and competences of a question stand: the texts are
 * analysed as they were for the index, so every range is exact. Immutable, safe for many threads.
 */
final class Highlighter {

  /** Where words are asked for as they are written, they are all the same. */
  private static final double EXACT = 1;

  private final Vocabulary vocabulary;
  private final AnalysedTexts analysed;

  /** Words, with what they are worth. */
  private final Map<Query.Where, Map<Language, Map<String, Double>>> byPlace =
      new EnumMap<>(Query.Where.class);

  private final Set<String> written = new HashSet<>();
  private final Map<String, Double> competences = new HashMap<>();

  /** Those that are asked of entries without English prose only. */
  private final Map<String, Double> untranslated = new HashMap<>();

  /**
   * For one question.
   *
   * @param translation of the question; knows which words of it are looked for
   */
  Highlighter(
      Query query, Vocabulary vocabulary, AnalysedTexts analysed, QueryTranslation translation) {
    this.vocabulary = vocabulary;
    this.analysed = analysed;
    collect(query, translation, competences);
  }

  private void collect(Query query, QueryTranslation translation, Map<String, Double> asked) {
    switch (query) {
      case Query.Words words ->
          translation.lookedFor(words).forEach((one, worth) -> add(one, words.where(), worth));
      case Query.Phrase phrase ->
          translation
              .languages()
              .forEach(
                  one -> add(one, translation.read().smallest(phrase.text(), one), translation));
      case Query.Exactly exactly ->
          TextAnalysis.written(exactly.text()).forEach(word -> written.add(word.term()));
      case Query.Begun begun -> {}
      case Query.Identified identified -> {}
      case Query.Competence competence -> asked.put(competence.id(), translation.worth(competence));
      case Query.Titled titled -> {}
      case Query.Weighted weighted -> collect(weighted.query(), translation, asked);
      case Query.Demoting demoting -> collect(demoting.query(), translation, asked);
      case Query.Any any -> any.queries().forEach(part -> collect(part, translation, asked));
      case Query.Either either -> either.queries().forEach(way -> collect(way, translation, asked));
      case Query.Every every -> {
        boolean some = every.queries().contains(new Query.WithoutEnglish());
        every.queries().forEach(part -> collect(part, translation, some ? untranslated : asked));
      }
      case Query.All all -> {}
      case Query.Called called ->
          translation
              .languages()
              .forEach(one -> add(one, translation.read().of(called.name(), one), translation));
      case Query.Has has -> {}
      case Query.Being being -> {}
      case Query.Applicable applicable -> {}
      case Query.Id id -> {}
      case Query.OneOf some -> {}
      case Query.WithoutEnglish without -> {}
      case Query.Not not -> {}
    }
  }

  private void add(Language language, List<TextAnalysis.Word> words, QueryTranslation translation) {
    for (TextAnalysis.Word word : words) {
      BestMatchSearcher.Word read = new BestMatchSearcher.Word(word.term(), language);
      add(read, Query.Where.ANYWHERE, translation.worth(read));
    }
  }

  private void add(BestMatchSearcher.Word word, Query.Where most, double worth) {
    for (Query.Where where : Query.Where.values()) {
      if (where.compareTo(most) <= 0) {
        byPlace
            .computeIfAbsent(where, place -> new EnumMap<>(Language.class))
            .computeIfAbsent(word.language(), one -> new HashMap<>())
            .merge(word.term(), worth, Math::max);
      }
    }
  }

  /** The narrowest place that holds a text. */
  private static Query.Where where(TextField text) {
    return text.isName()
        ? Query.Where.TITLES
        : text.isRule() ? Query.Where.ANYWHERE : Query.Where.PROSE;
  }

  /** Those of an entry, in order of field and place, not overlapping within a field. */
  List<Highlight> of(Tagged entry) {
    boolean inEnglish = EntryDocument.hasEnglish(entry.entry());
    List<Highlight> highlights = new ArrayList<>();
    for (AnalysedTexts.Analysed text : analysed.of(entry)) {
      highlights.addAll(joined(found(text, inEnglish)));
    }
    return highlights;
  }

  private List<Highlight> found(AnalysedTexts.Analysed analysed, boolean inEnglish) {
    List<Highlight> found = new ArrayList<>();
    String field = analysed.text().name();
    Map<Language, Map<String, Double>> asked =
        byPlace.getOrDefault(where(analysed.text()), Map.of());
    analysed
        .words()
        .forEach((language, words) -> {
          Map<String, Double> wanted = asked.getOrDefault(language, Map.of());
          for (TextAnalysis.Word word : words) {
            @Nullable Double worth = wanted.get(word.term());
            if (worth != null) {
              found.add(new Highlight(field, word.start(), word.end(), worth));
            }
          }
        });
    writtenIn(analysed)
        .forEach(word -> found.add(new Highlight(field, word.start(), word.end(), EXACT)));
    for (Mention mention : analysed.mentions()) {
      double worth = worth(mention.competence(), inEnglish);
      if (worth > 0) {
        found.add(new Highlight(field, mention.start(), mention.end(), worth));
      }
    }
    found.sort(Comparator.comparingInt(Highlight::start).thenComparing(Highlight::end));
    return found;
  }

  /** Who speaks of what is part of a competence speaks of it; 0 if nobody asks for that. */
  private double worth(String competence, boolean inEnglish) {
    double worth = 0;
    for (String spoken : vocabulary.broaderClosure(competence)) {
      double translated = inEnglish ? 0 : untranslated.getOrDefault(spoken, 0.0);
      worth = Math.max(worth, competences.getOrDefault(spoken, translated));
    }
    return worth;
  }

  /** Only exact questions ask for these, so texts are not kept taken apart for them. */
  private List<TextAnalysis.Word> writtenIn(AnalysedTexts.Analysed analysed) {
    return written.isEmpty()
        ? List.of()
        : TextAnalysis.written(analysed.text().text()).stream()
            .filter(word -> written.contains(word.term()))
            .toList();
  }

  private static List<Highlight> joined(List<Highlight> sorted) {
    List<Highlight> joined = new ArrayList<>();
    for (Highlight next : sorted) {
      if (!joined.isEmpty() && next.start() < joined.getLast().end()) {
        Highlight last = joined.removeLast();
        joined.add(
            new Highlight(
                last.field(),
                last.start(),
                Math.max(last.end(), next.end()),
                Math.max(last.worth(), next.worth())));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }
}
