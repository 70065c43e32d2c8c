package dk.brobygger.search.lucene;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.engine.Highlight;
import dk.brobygger.search.language.Mention;
import dk.brobygger.search.language.TextAnalysis;
import dk.brobygger.search.query.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says where in an entry's texts the words and competences of a question stand: the texts are
 * analysed as they were for the index, so every range is exact.
 */
final class Highlighter {

  private final AnalysedTexts analysed;
  private final Map<Language, Set<String>> terms = new EnumMap<>(Language.class);
  private final Set<String> competences = new HashSet<>();

  Highlighter(Query query, Vocabulary vocabulary, AnalysedTexts analysed) {
    this.analysed = analysed;
    for (Language language : Language.values()) {
      terms.put(language, new HashSet<>());
    }
    collect(query, vocabulary);
  }

  private void collect(Query query, Vocabulary vocabulary) {
    switch (query) {
      case Query.Words words -> collect(words.text());
      case Query.Phrase phrase -> collect(phrase.text());
      case Query.Competence competence ->
          competences.addAll(vocabulary.narrowerClosure(competence.id()));
      case Query.Weighted weighted -> collect(weighted.query(), vocabulary);
      case Query.Demoting demoting -> collect(demoting.query(), vocabulary);
      case Query.Any any -> any.queries().forEach(part -> collect(part, vocabulary));
      case Query.Either either -> either.queries().forEach(way -> collect(way, vocabulary));
      case Query.Every every -> every.queries().forEach(part -> collect(part, vocabulary));
      case Query.All all -> {}
      case Query.Called called -> collect(called.name());
      case Query.Has has -> {}
      case Query.Applicable applicable -> {}
      case Query.Id id -> {}
      case Query.OneOf some -> {}
      case Query.Not not -> {}
    }
  }

  private void collect(String text) {
    terms.forEach((language, words) ->
        TextAnalysis.words(text, language).forEach(word -> words.add(word.term())));
  }

  List<Highlight> highlights(Entry entry) {
    List<Highlight> highlights = new ArrayList<>();
    for (AnalysedTexts.Analysed text : analysed.of(entry)) {
      highlights.addAll(joined(found(text)));
    }
    return highlights;
  }

  private List<Highlight> found(AnalysedTexts.Analysed analysed) {
    List<Highlight> found = new ArrayList<>();
    String field = analysed.text().name();
    Set<String> wanted = terms.getOrDefault(analysed.text().language(), Set.of());
    for (TextAnalysis.Word word : analysed.words()) {
      if (wanted.contains(word.term())) {
        found.add(new Highlight(field, word.start(), word.end()));
      }
    }
    for (Mention mention : analysed.mentions()) {
      if (competences.contains(mention.competence())) {
        found.add(new Highlight(field, mention.start(), mention.end()));
      }
    }
    found.sort(Comparator.comparingInt(Highlight::start).thenComparing(Highlight::end));
    return found;
  }

  private static List<Highlight> joined(List<Highlight> sorted) {
    List<Highlight> joined = new ArrayList<>();
    for (Highlight next : sorted) {
      if (!joined.isEmpty() && next.start() < joined.getLast().end()) {
        Highlight last = joined.removeLast();
        joined.add(new Highlight(last.field(), last.start(), Math.max(last.end(), next.end())));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }
}
