package dk.brobygger.search.lucene;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.language.TextAnalysis;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of the texts of one question, taken apart once for all who look for them. For one
 * thread.
 */
final class QuestionWords {

  private final Map<Asked, List<TextAnalysis.Word>> known = new HashMap<>();

  private record Asked(String text, Language language) {}

  /** The words of a text that say something. */
  List<TextAnalysis.Word> of(String text, Language language) {
    return known.computeIfAbsent(
        new Asked(text, language), asked -> TextAnalysis.words(text, language));
  }
}
