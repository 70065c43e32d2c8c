package dk.brobygger.corpus.inventory;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.vocabulary.CodeScheme;
import dk.brobygger.corpus.vocabulary.Codes;
import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.Ecosystem;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Neighbour;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How much there is of everything.
 *
 * <p>The numbers wanted are those that the search was built and measured for: enough clusters that
 * every Danish one has peers abroad in its trade, and enough calls that a day's list is not empty.
 */
record Holdings(
    List<Cluster> clusters,
    List<Organisation> organisations,
    List<Call> calls,
    Vocabulary vocabulary) {

  private static final String HOME = "DK";

  private static boolean isDanish(Cluster cluster) {
    return country(cluster).equals(HOME);
  }

  private static String country(Cluster cluster) {
    return cluster.identity().seat().country();
  }

  private List<Cluster> danish() {
    return clusters.stream().filter(Holdings::isDanish).toList();
  }

  private List<Cluster> abroad() {
    return clusters.stream().filter(cluster -> !isDanish(cluster)).toList();
  }

  List<Goal> goals() {
    List<Cluster> abroad = abroad();
    return List.of(
        new Goal("Danish clusters", danish().size(), 30),
        new Goal("clusters abroad", abroad.size(), 300),
        new Goal(
            "countries abroad",
            (int) abroad.stream().map(Holdings::country).distinct().count(),
            35),
        new Goal("organisations", organisations.size(), 150),
        new Goal("calls", calls.size(), 250),
        new Goal(
            "programmes",
            (int) calls.stream().map(call -> call.family().programme()).distinct().count(),
            15),
        new Goal("competences", vocabulary.competences().size(), 2000));
  }

  List<Breakdown> breakdowns(LocalDate day) {
    List<Competence> competences = List.copyOf(vocabulary.competences());
    return List.of(
        Breakdown.of(
            "Danish clusters by league",
            List.of("1", "2", "3"),
            danish(),
            cluster -> List.of(cluster.standing().league().map(String::valueOf).orElse("none"))),
        Breakdown.of(
            "clusters by ecosystem",
            ecosystems(),
            clusters,
            cluster -> cluster.ecosystems().stream().map(Ecosystem::id).toList()),
        Breakdown.of(
            "calls on " + day,
            List.of("open", "forthcoming", "closed"),
            calls,
            call -> List.of(word(call.timetable().status(begin(day))))),
        Breakdown.of(
            "calls by programme", List.of(), calls, call -> List.of(call.family().programme())),
        Breakdown.of(
            "national and Nordic schemes",
            List.of(),
            calls.stream().filter(call -> call.kind() == CallKind.NATIONAL).toList(),
            call -> List.of(call.family().programme())),
        labels(competences),
        codes(),
        Breakdown.of(
            "competences by ecosystem",
            ecosystems(),
            competences,
            competence -> competence.ecosystems().stream().map(Ecosystem::id).toList()));
  }

  /** A deadline of the day itself can still be met. */
  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(Deadline.BRUSSELS).toInstant();
  }

  private static String word(CallStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> ecosystems() {
    return Arrays.stream(Ecosystem.values()).map(Ecosystem::id).toList();
  }

  private static Breakdown labels(List<Competence> competences) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Language language : Language.OF_USERS) {
      counts.put(language.code(), sum(competences, one -> one.labels().get(language)));
    }
    for (Neighbour neighbour : Neighbour.values()) {
      counts.put(neighbour.code(), sum(competences, one -> one.neighbourLabels().get(neighbour)));
    }
    return new Breakdown("labels of competences by language", counts);
  }

  private static int sum(
      List<Competence> competences, Function<Competence, @Nullable List<String>> labels) {
    return competences.stream().map(labels).filter(Objects::nonNull).mapToInt(List::size).sum();
  }

  private static Breakdown codes() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (CodeScheme scheme : CodeScheme.values()) {
      counts.put(scheme.name(), Math.toIntExact(Codes.shipped().covered(scheme)));
    }
    return new Breakdown("competences with codes of others", counts);
  }
}
