package dk.brobygger.search.match;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.Identity;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.entry.Participation;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who a cluster knows, as far as entries and documented meetings say. */
final class Ties {

  private static final Query CLUSTERS = new Query.Has(Facet.TYPE, "cluster");
  private static final Query ORGANISATIONS = new Query.Has(Facet.TYPE, "organisation");

  /** In larger networks and projects one does not know the others. */
  private static final int MOST_MEMBERS = 100;

  /** Projects of long ago introduce nobody. */
  private static final int NEWEST_PROJECTS = 10;

  private final SearchEngine engine;
  private final Encounters met;
  private final LocalDate today;

  Ties(SearchEngine engine, Encounters met, LocalDate today) {
    this.engine = engine;
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
    for (String name : names(cluster.identity())) {
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

  /** Projects are stated of organisations, so those are looked at that are called as clusters. */
  private List<Link> projects(Cluster cluster) {
    List<Link> links = new ArrayList<>();
    for (Organisation ours : organisations(called(cluster.identity()))) {
      List<Participation> all = ours.projects();
      List<Participation> newest =
          all.subList(Math.max(0, all.size() - NEWEST_PROJECTS), all.size());
      for (Participation project : newest.reversed()) {
        for (Organisation theirs : organisations(new Query.Exactly(project.title()))) {
          if (theirs.projects().stream().anyMatch(one -> one.project().equals(project.project()))) {
            List<Evidence> words = List.of(title(ours, project), title(theirs, project));
            clusters(called(theirs.identity()))
                .forEach(
                    they -> links.add(tie(cluster, they, Tie.PROJECT, project.title(), words)));
          }
        }
      }
    }
    return links;
  }

  private static Link tie(Cluster from, Cluster to, Tie tie, String name, List<Evidence> evidence) {
    return new Link(from, to, tie, name, evidence, Optional.empty());
  }

  /** The title of a project as it stands among those of one of its participants. */
  private static Evidence title(Organisation organisation, Participation project) {
    int start = 0;
    for (Participation one : organisation.projects()) {
      if (one.project().equals(project.project())) {
        return new Evidence(organisation, "projects", start, start + one.title().length());
      }
      start += one.title().length() + 1;
    }
    throw new IllegalArgumentException(
        organisation.id() + " has no project " + project.project() + ", must have taken part");
  }

  private static Set<String> names(Identity identity) {
    Set<String> names = new HashSet<>(identity.aliases());
    names.add(identity.name());
    return names;
  }

  private static Query called(Identity identity) {
    return new Query.Either(names(identity).stream().<Query>map(Query.Called::new).toList());
  }

  private List<Cluster> clusters(Query query) {
    return found(CLUSTERS, query)
        .filter(Cluster.class::isInstance)
        .map(Cluster.class::cast)
        .toList();
  }

  private List<Organisation> organisations(Query query) {
    return found(ORGANISATIONS, query)
        .filter(Organisation.class::isInstance)
        .map(Organisation.class::cast)
        .toList();
  }

  private Stream<Entry> found(Query type, Query query) {
    Question question = Question.only(new Query.Every(List.of(type, query)), MOST_MEMBERS);
    return engine.ask(question).hits().stream().map(Hit::entry);
  }
}
