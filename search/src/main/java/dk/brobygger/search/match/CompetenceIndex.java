package dk.brobygger.search.match;

import dk.brobygger.corpus.vocabulary.Vocabulary;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Profiles or calls by the competences that have to do with theirs: asked with other competences it
 * gives those that have anything in common with these, without looking at the rest. It works both
 * ways round, since what is a part of something is so whoever asks. Immutable, safe for many
 * threads.
 */
public final class CompetenceIndex {

  private final Map<String, BitSet> numbers = new HashMap<>();

  /**
   * Indexes by number.
   *
   * @param competences for each profile or call the ids of its competences
   * @param vocabulary says which competences are parts of others
   */
  public CompetenceIndex(List<? extends Collection<String>> competences, Vocabulary vocabulary) {
    Map<String, Set<String>> around = new HashMap<>();
    for (int number = 0; number < competences.size(); number++) {
      for (String competence : competences.get(number)) {
        for (String near : around.computeIfAbsent(competence, id -> around(id, vocabulary))) {
          numbers.computeIfAbsent(near, id -> new BitSet()).set(number);
        }
      }
    }
  }

  /** What has to do with a competence: itself, what is part of it and what it is part of. */
  private static Set<String> around(String id, Vocabulary vocabulary) {
    Set<String> around = new HashSet<>(vocabulary.narrowerClosure(id));
    around.addAll(vocabulary.broaderClosure(id));
    return around;
  }

  /** The numbers of those that have a competence in common with these. */
  public BitSet concerned(Collection<String> competences) {
    BitSet concerned = new BitSet();
    for (String competence : competences) {
      BitSet some = numbers.get(competence);
      if (some != null) {
        concerned.or(some);
      }
    }
    return concerned;
  }
}
