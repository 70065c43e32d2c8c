package dk.brobygger.search.match;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.search.delegation.Encounter;
import dk.brobygger.search.delegation.Encounters;
import dk.brobygger.search.delegation.Outcome.Result;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.score.Bridge.Link;
import dk.brobygger.search.score.Bridge.Tie;
import dk.brobygger.search.score.Evidence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who a cluster knows, as far as entries and documented meetings say. */
final class Ties {

  private static final Query CLUSTERS = new Query.Has(Facet.TYPE, "cluster");

  /** In larger networks and projects one does not know the others. */
  static final int MOST_MEMBERS = 100;

  private final SearchEngine engine;
  private final PastProjects projects;
  private final Encounters met;
  private final LocalDate today;

  Ties(SearchEngine engine, Encounters met, LocalDate today) {
    this.engine = engine;
    this.projects = new PastProjects(engine);
    this.met = met;
    this.today = today;
  }

  /** All ties of a cluster to other clusters. */
  List<Link> of(Cluster cluster) {
    List<Link> ties = new ArrayList<>(meetings(cluster));
    ties.addAll(projects(cluster));
    ties.addAll(networks(cluster));
    return ties.stream().filter(link -> !link.to().id().equals(cluster.id())).toList();
  }

  private List<Link> meetings(Cluster cluster) {
    List<Link> links = new ArrayList<>();
    for (Encounter one : met.all()) {
      boolean travelled = one.delegate().equals(cluster.id());
      EntryId other = travelled ? one.host() : one.delegate();
      if ((travelled || one.host().equals(cluster.id()))
          && one.result() != Result.NO_SHOW
          && met.between(cluster.id(), other, today).contains(one)) {
        clusters(new Query.Id(other.toString()))
            .forEach(they ->
                links.add(
                    new Link(cluster, they, Tie.MEETING, one.name(), List.of(), Optional.of(one))));
      }
    }
    return links;
  }

  private List<Link> networks(Cluster cluster) {
    List<Link> links = new ArrayList<>();
    for (String network : cluster.standing().networks()) {
      Evidence ours = PartnerFit.listed(cluster, "networks", network);
      for (Cluster member : clusters(new Query.Has(Facet.NETWORK, network))) {
        links.add(
            tie(
                cluster,
                member,
                Tie.NETWORK,
                network,
                List.of(ours, PartnerFit.listed(member, "networks", network))));
      }
      for (Cluster itself : clusters(new Query.Called(network))) {
        links.add(tie(cluster, itself, Tie.NETWORK, network, List.of(ours)));
      }
    }
    for (String name : PastProjects.names(cluster.identity())) {
      for (Cluster member : clusters(new Query.Has(Facet.NETWORK, name))) {
        links.add(
            tie(
                cluster,
                member,
                Tie.NETWORK,
                name,
                List.of(PartnerFit.listed(member, "networks", name))));
      }
    }
    return links;
  }

  private List<Link> projects(Cluster cluster) {
    List<Link> links = new ArrayList<>();
    for (Organisation ours : projects.of(cluster)) {
      for (PastProjects.Joint joint : projects.joint(ours)) {
        clusters(PastProjects.called(joint.theirs().identity())).stream()
            .filter(they -> PastProjects.isOne(they.identity(), joint.theirs().identity()))
            .forEach(they -> links.add(project(cluster, ours, joint, they)));
      }
    }
    return links;
  }

  /** Who took part under a former name has that name quoted, too. */
  private static Link project(
      Cluster cluster, Organisation ours, PastProjects.Joint joint, Cluster they) {
    List<Evidence> words = new ArrayList<>();
    words.add(Evidence.project(ours, joint.project()));
    words.add(Evidence.project(joint.theirs(), joint.project()));
    PastProjects.formerName(cluster, cluster.identity(), ours.identity()).ifPresent(words::add);
    PastProjects.formerName(they, they.identity(), joint.theirs().identity()).ifPresent(words::add);
    return tie(cluster, they, Tie.PROJECT, joint.project().title(), words);
  }

  private static Link tie(Cluster from, Cluster to, Tie tie, String name, List<Evidence> evidence) {
    return new Link(from, to, tie, name, evidence, Optional.empty());
  }

  private List<Cluster> clusters(Query query) {
    Question question = Question.only(new Query.Every(List.of(CLUSTERS, query)), MOST_MEMBERS);
    return engine.ask(question).hits().stream()
        .map(Hit::entry)
        .filter(Cluster.class::isInstance)
        .map(Cluster.class::cast)
        .toList();
  }
}
