package dk.brobygger.search.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.search.language.Mention;
import dk.brobygger.search.language.TextAnalysis;
import java.util.List;
import java.util.Map;
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
   * @param words its words and their parts, in order of place
   * @param mentions the competences it speaks of, in order of place
   */
  record Analysed(TextField text, List<TextAnalysis.Word> words, List<Mention> mentions) {}

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
                text,
                TextAnalysis.wordsAndParts(text.text(), text.language()),
                mentions.getOrDefault(text.name(), List.of())))
        .toList();
  }
}
