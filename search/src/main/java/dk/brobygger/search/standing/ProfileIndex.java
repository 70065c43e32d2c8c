package dk.brobygger.search.standing;

import dk.brobygger.corpus.vocabulary.Vocabulary;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Profiles by the competences that answer them: asked with what a call speaks of, it gives the
 * profiles that have anything in common with it, without looking at the others. Only these can be
 * answered by the call, since words and role together are worth less than {@link
 * StandingMatcher#LEAST}. Immutable, safe for many threads.
 */
public final class ProfileIndex {

  private final Map<String, BitSet> profiles = new HashMap<>();

  /**
   * Indexes profiles by number.
   *
   * @param wanted for each profile the ids of its competences, offered and sought
   * @param vocabulary says which competences are parts of others
   */
  public ProfileIndex(List<? extends Collection<String>> wanted, Vocabulary vocabulary) {
    Map<String, Set<String>> answering = new HashMap<>();
    for (int number = 0; number < wanted.size(); number++) {
      for (String competence : wanted.get(number)) {
        for (String had : answering.computeIfAbsent(competence, id -> answering(id, vocabulary))) {
          profiles.computeIfAbsent(had, id -> new BitSet()).set(number);
        }
      }
    }
  }

  /** What answers a wanted competence: itself, what is part of it and what it is part of. */
  private static Set<String> answering(String id, Vocabulary vocabulary) {
    Set<String> answering = new HashSet<>(vocabulary.narrowerClosure(id));
    answering.addAll(vocabulary.broaderClosure(id));
    return answering;
  }

  /** The numbers of the profiles that have a competence in common with these. */
  public BitSet concerned(Collection<String> had) {
    BitSet concerned = new BitSet();
    for (String competence : had) {
      BitSet some = profiles.get(competence);
      if (some != null) {
        concerned.or(some);
      }
    }
    return concerned;
  }
}
