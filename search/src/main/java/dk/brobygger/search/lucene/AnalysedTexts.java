package dk.brobygger.search.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.language.Mention;
import dk.brobygger.search.language.TextAnalysis;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The texts of entries as words and competences, analysed once for each object that stands for an
 * entry. Safe for many threads.
 */
final class AnalysedTexts {

  /** Weak keys are compared as objects, which spares comparing long texts. */
  private final Cache<Entry, List<Analysed>> kept;

  AnalysedTexts(int most) {
    this.kept = Caffeine.newBuilder().weakKeys().maximumSize(most).build();
  }

  /**
   * One text.
   *
   * @param text the text
   * @param words its words and their parts, in order of place, in each language it is indexed in
   * @param mentions the competences it speaks of, in order of place
   */
  record Analysed(
      TextField text, Map<Language, List<TextAnalysis.Word>> words, List<Mention> mentions) {}

  /** The texts of an entry. */
  List<Analysed> of(Tagged entry) {
    return kept.get(entry.entry(), unknown -> analysed(entry));
  }

  private static List<Analysed> analysed(Tagged entry) {
    Map<String, List<Mention>> mentions =
        entry.mentions().stream().collect(Collectors.groupingBy(Mention::field));
    return entry.entry().texts().stream()
        .map(text ->
            new Analysed(
                text, words(text, entry.entry()), mentions.getOrDefault(text.name(), List.of())))
        .toList();
  }

  /** Names are read in all languages of their entry, as they are for the index. */
  private static Map<Language, List<TextAnalysis.Word>> words(TextField text, Entry entry) {
    Map<Language, List<TextAnalysis.Word>> words = new EnumMap<>(Language.class);
    for (Language one : text.isName() ? entry.languages() : Set.of(text.language())) {
      words.put(one, TextAnalysis.wordsAndParts(text.text(), one));
    }
    return words;
  }
}
