package dk.brobygger.search.match;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Identity;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.entry.Participation;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.language.TextAnalysis;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.score.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The projects a cluster took part in, and with whom. Projects are stated of organisations, so
 * those of its country are looked at that are called as the cluster is, or as it was before it was
 * renamed or merged. Safe for many threads.
 *
 * @param engine where organisations are looked for
 */
public record PastProjects(SearchEngine engine) {

  private static final Query ORGANISATIONS = new Query.Has(Facet.TYPE, "organisation");

  /** Projects of long ago introduce nobody. */
  private static final int NEWEST = 10;

  /**
   * A project of two.
   *
   * @param project the project, and what ours was in it
   * @param ours the organisation that is called as the cluster
   * @param theirs another one that took part
   */
  public record Joint(Participation project, Organisation ours, Organisation theirs) {}

  /** The organisations of its country that are called as a cluster is or was. */
  public List<Organisation> of(Cluster cluster) {
    Query there = new Query.Has(Facet.COUNTRY, cluster.identity().seat().country());
    return organisations(new Query.Every(List.of(there, called(cluster.identity()))))
        .filter(one -> isOne(cluster.identity(), one.identity()))
        .toList();
  }

  /** The newest ten projects of an organisation with each of the others in them, newest first. */
  public List<Joint> joint(Organisation ours) {
    List<Participation> all = ours.projects();
    List<Joint> joint = new ArrayList<>();
    for (Participation project :
        all.subList(Math.max(0, all.size() - NEWEST), all.size()).reversed()) {
      organisations(new Query.Exactly(project.title()))
          .filter(theirs -> !theirs.id().equals(ours.id()))
          .filter(theirs ->
              theirs.projects().stream().anyMatch(one -> one.project().equals(project.project())))
          .forEach(theirs -> joint.add(new Joint(project, ours, theirs)));
    }
    return joint;
  }

  private Stream<Organisation> organisations(Query query) {
    Query every = new Query.Every(List.of(ORGANISATIONS, query));
    return engine.ask(Question.only(every, Ties.MOST_MEMBERS)).hits().stream()
        .flatMap(hit -> hit.entry() instanceof Organisation one ? Stream.of(one) : Stream.of());
  }

  /** The names somebody has or had. */
  static Set<String> names(Identity identity) {
    Set<String> names = new LinkedHashSet<>(identity.names());
    names.addAll(identity.formerNames());
    return names;
  }

  /** Whether one of two has a name that the other has or had; two may come of one that is gone. */
  static boolean isOne(Identity one, Identity other) {
    return shares(one.names(), names(other)) || shares(one.formerNames(), other.names());
  }

  /** The former name of somebody that another one has, if they share none that it has now. */
  public static Optional<Evidence> formerName(Entry of, Identity identity, Identity other) {
    if (!shares(identity.names(), names(other))) {
      int start = 0;
      for (String former : identity.formerNames()) {
        if (shares(List.of(former), other.names())) {
          return Optional.of(new Evidence(of, TextField.FORMER, start, start + former.length()));
        }
        start += former.length() + "; ".length();
      }
    }
    return Optional.empty();
  }

  private static boolean shares(Collection<String> some, Collection<String> others) {
    Set<String> compared = others.stream().map(TextAnalysis::wholeName).collect(Collectors.toSet());
    return some.stream().map(TextAnalysis::wholeName).anyMatch(compared::contains);
  }

  /** Whoever has or had one of the names of somebody. */
  static Query called(Identity identity) {
    return new Query.Either(names(identity).stream().<Query>map(Query.Called::new).toList());
  }
}
