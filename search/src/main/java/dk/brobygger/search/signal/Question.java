package dk.brobygger.search.signal;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.language.TermBridge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An idea taken apart into English terms, the language of calls and competences.
 *
 * @param counts its words, and how often each stands; for a Danish idea how surely it is meant
 * @param title the words of its title, in the same way
 * @param pairs neighbouring words, and how often they stand; none for a Danish idea, whose words do
 *     not stand in English order
 */
record Question(Map<String, Double> counts, Map<String, Double> title, Map<String, Double> pairs) {

  static Question of(Idea idea) {
    if (idea.language() == Language.DA) {
      return new Question(bridged(idea.prose()), bridged(idea.title()), Map.of());
    }
    List<String> words = Bag.words(idea.prose());
    return new Question(
        Bag.counts(words), Bag.counts(Bag.words(idea.title())), Bag.counts(Bag.pairs(words)));
  }

  private static Map<String, Double> bridged(String danish) {
    Map<String, Double> terms = new HashMap<>();
    if (danish.isBlank()) {
      return terms;
    }
    TermBridge.shipped()
        .translate(danish)
        .forEach(word ->
            Bag.words(word.english())
                .forEach(term -> terms.merge(term, word.weight(), Double::sum)));
    return terms;
  }
}
