package dk.brobygger.search.preparation;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a cluster should know of the competences of one call before it applies.
 *
 * @param cluster who applies
 * @param call what for
 * @param needs what the call asks for: first what the cluster lacks and others have, then what
 *     nobody of them has, then what it has; else in the order the call speaks of it
 * @param members the few partners who together bring most of what is lacking, in the order they are
 *     chosen; no more than {@link Cover#MOST}
 */
public record Preparation(Cluster cluster, Call call, List<Need> needs, List<Member> members) {

  /** Keeps copies. */
  public Preparation {
    needs = List.copyOf(needs);
    members = List.copyOf(members);
  }

  /** Ids of the competences that neither the cluster nor a member has. */
  public List<String> uncovered() {
    Set<String> added = new HashSet<>();
    members.forEach(member -> added.addAll(member.adds()));
    return needs.stream()
        .filter(Need::lacking)
        .map(Need::competence)
        .filter(one -> !added.contains(one))
        .toList();
  }
}
