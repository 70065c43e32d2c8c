package dk.brobygger.search.signal;

import java.util.List;
import java.util.Map;

/**
 * An idea taken apart into terms.
 *
 * @param counts its words in the language of the candidates, and how often each stands
 * @param title the words of its title
 * @param pairs neighbouring words, and how often they stand
 */
record Question(Map<String, Double> counts, Map<String, Double> title, Map<String, Double> pairs) {

  static Question of(Idea idea) {
    List<String> words = Bag.words(idea.prose());
    return new Question(
        Bag.counts(words), Bag.counts(Bag.words(idea.title())), Bag.counts(Bag.pairs(words)));
  }
}
