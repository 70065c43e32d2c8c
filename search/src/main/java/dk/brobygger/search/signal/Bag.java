package dk.brobygger.search.signal;

import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.language.TextAnalysis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Terms of texts, alone and in pairs, and how often they stand there. */
final class Bag {

  private Bag() {}

  /** The words of a text as they are compared. */
  static List<String> words(String text) {
    return TextAnalysis.words(text, Language.EN).stream().map(TextAnalysis.Word::term).toList();
  }

  /** The competences of the vocabulary that a text speaks of, each with all that it is part of. */
  static List<String> competences(String text, Language language) {
    if (text.isBlank()) {
      return List.of();
    }
    return CompetenceTagger.shipped().mentions(new TextField("text", language, text)).stream()
        .flatMap(mention -> Vocabulary.shipped().broaderClosure(mention.competence()).stream())
        .toList();
  }

  /** Each two words that stand next to each other. */
  static List<String> pairs(List<String> words) {
    List<String> pairs = new ArrayList<>();
    for (int place = 1; place < words.size(); place++) {
      pairs.add(words.get(place - 1) + "_" + words.get(place));
    }
    return pairs;
  }

  /** How often each term stands. */
  static Map<String, Double> counts(List<String> terms) {
    Map<String, Double> counts = new HashMap<>();
    terms.forEach(term -> counts.merge(term, 1.0, Double::sum));
    return counts;
  }

  /**
   * The same with the square root of each weight, so that a repeated term does not drown others.
   */
  static Map<String, Double> damped(Map<String, Double> counts) {
    Map<String, Double> damped = new HashMap<>();
    counts.forEach((term, count) -> damped.put(term, Math.sqrt(count)));
    return damped;
  }
}
