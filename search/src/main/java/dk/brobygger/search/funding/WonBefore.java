package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.entry.Participation;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.match.PastProjects;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a cluster took part in before, and what those led that it has been in a project with, by
 * topic. It takes and gives no points: who won once need not win again.
 */
final class WonBefore {

  /**
   * A project under a topic.
   *
   * @param who took part in it
   * @param project the project
   * @param known the project through which the cluster knows them; empty for the cluster itself
   * @param as the former name under which the cluster itself took part, if it was one
   */
  private record Won(
      Organisation who,
      Participation project,
      Optional<Participation> known,
      Optional<Evidence> as) {}

  private final Map<String, Won> byTopic = new HashMap<>();

  /** Looks up what a cluster and its earlier partners have won; the cluster counts before these. */
  WonBefore(SearchEngine engine, Cluster cluster) {
    PastProjects past = new PastProjects(engine);
    List<Organisation> ours = past.of(cluster);
    for (Organisation one : ours) {
      Optional<Evidence> as = PastProjects.formerName(cluster, cluster.identity(), one.identity());
      one.projects().forEach(project -> add(new Won(one, project, Optional.empty(), as)));
    }
    for (Organisation one : ours) {
      past.joint(one).forEach(this::addLed);
    }
  }

  /** Large organisations took part in nearly everything, but who has led a bid can do so again. */
  private void addLed(PastProjects.Joint joint) {
    joint.theirs().projects().stream()
        .filter(project -> project.role().equals("coordinator"))
        .forEach(project ->
            add(new Won(joint.theirs(), project, Optional.of(joint.project()), Optional.empty())));
  }

  private void add(Won won) {
    won.project()
        .topic()
        .map(Facet.TOPIC::canonical)
        .ifPresent(topic -> byTopic.putIfAbsent(topic, won));
  }

  boolean nothing() {
    return byTopic.isEmpty();
  }

  /**
   * That somebody has won money of a topic before; what the cluster itself has won comes first.
   *
   * @param call for what this counts
   * @param topics the topics that count, the most telling first; the call itself may be one
   */
  Optional<Caution> of(Call call, List<Call> topics) {
    Optional<Caution> others = Optional.empty();
    for (Call topic : topics) {
      Optional<Won> won =
          Optional.ofNullable(byTopic.get(Facet.TOPIC.canonical(topic.identifier())));
      if (won.filter(one -> one.known().isEmpty()).isPresent()) {
        return won.map(one -> caution(one, topic, topic.id().equals(call.id())));
      }
      others = others.or(() -> won.map(one -> caution(one, topic, topic.id().equals(call.id()))));
    }
    return others;
  }

  private static String as(Won won, String before, String after) {
    return won.as().map(name -> before + name.text() + after).orElse("");
  }

  private static Caution caution(Won won, Call topic, boolean same) {
    return new Caution(
        "won-before",
        true,
        Map.of(
            Language.EN,
            "Won before: "
                + won.known()
                    .map(with -> won.who().name() + ", with you in “" + with.title() + "”, led")
                    .orElseGet(() -> "you took part" + as(won, ", as “", "”,") + " in")
                + " a project under "
                + (same ? "this very call." : "“" + topic.name() + "”, a topic like this call."),
            Language.DA,
            "Vundet før: "
                + won.known()
                    .map(with ->
                        won.who().name() + ", som var med jer i “" + with.title() + "”, ledede")
                    .orElseGet(() -> "I deltog" + as(won, " som “", "”") + " i")
                + " et projekt under "
                + (same
                    ? "netop dette opslag."
                    : "“" + topic.name() + "”, et opslag, der ligner dette.")),
        Optional.of(Evidence.project(won.who(), won.project())),
        Optional.empty());
  }
}
