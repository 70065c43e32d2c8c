package dk.brobygger.corpus.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.Ecosystem;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Neighbour;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InventoryTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-25");
  private static final Vocabulary NO_WORDS = Vocabulary.of(List.of());

  private static Inventory of(String... entries) {
    return Inventory.of(Stream.of(entries).<Entry>map(EntryJson::read).toList(), NO_WORDS, DAY);
  }

  private static String cluster(String key, String name, String country, String more) {
    return "{\"id\":\"cluster/%s\",\"name\":\"%s\",\"country\":\"%s\"%s}"
        .formatted(key, name, country, more);
  }

  private static String call(String key, String programme, String more) {
    return "{\"id\":\"call/%s\",\"name\":\"Call\",\"programme\":\"%s\"%s}"
        .formatted(key, programme, more);
  }

  private static int held(Inventory inventory, String what) {
    return inventory.goals().stream()
        .filter(goal -> goal.what().equals(what))
        .findFirst()
        .orElseThrow()
        .held();
  }

  private static Map<String, Integer> counts(Inventory inventory, String what) {
    return inventory.breakdowns().stream()
        .filter(breakdown -> breakdown.what().equals(what))
        .findFirst()
        .orElseThrow()
        .counts();
  }

  private static List<String> items(Inventory inventory, String what) {
    return inventory.findings().stream()
        .filter(finding -> finding.what().startsWith(what))
        .findFirst()
        .orElseThrow()
        .items();
  }

  @Test
  void clusters_areCountedAtHomeAndAbroad() {
    Inventory inventory =
        of(
            cluster("a", "A", "DK", ",\"league\":1"),
            cluster("b", "B", "DK", ""),
            cluster("c", "C", "SE", ",\"ecosystems\":[\"health\",\"digital\"]"),
            cluster("d", "D", "SE", ""));
    assertThat(held(inventory, "Danish clusters")).isEqualTo(2);
    assertThat(held(inventory, "clusters abroad")).isEqualTo(2);
    assertThat(held(inventory, "countries abroad")).isEqualTo(1);
    assertThat(counts(inventory, "Danish clusters by league"))
        .isEqualTo(Map.of("1", 1, "2", 0, "3", 0, "none", 1));
    assertThat(counts(inventory, "clusters by ecosystem"))
        .containsEntry("health", 1)
        .containsEntry("digital", 1)
        .containsEntry("retail", 0);
  }

  @Test
  void calls_areWhatTheyAreOnThatDay() {
    Inventory inventory =
        of(
            call("a", "LIFE", ",\"status\":\"open\",\"deadlines\":[{\"at\":\"2026-11-25T17:00\"}]"),
            call("b", "LIFE", ",\"status\":\"open\",\"deadlines\":[{\"at\":\"2026-11-24T17:00\"}]"),
            call("c", "DK", ",\"kind\":\"national\",\"opens\":\"2026-11-26\""));
    assertThat(counts(inventory, "calls on 2026-11-25"))
        .isEqualTo(Map.of("open", 1, "forthcoming", 1, "closed", 1));
    assertThat(held(inventory, "programmes")).isEqualTo(2);
    assertThat(counts(inventory, "national and Nordic schemes")).isEqualTo(Map.of("DK", 1));
  }

  @Test
  void label_isExpiredAfterItsLastDayAndExpiringHalfAYearBefore() {
    String label = ",\"label\":{\"level\":\"gold\",\"validUntil\":\"%s\"}";
    Inventory inventory =
        of(
            cluster("late", "A", "SE", label.formatted("2026-11-24")),
            cluster("today", "B", "SE", label.formatted("2026-11-25")),
            cluster("soon", "C", "SE", label.formatted("2027-05-25")),
            cluster("safe", "D", "SE", label.formatted("2027-05-26")),
            cluster("open", "E", "SE", ",\"label\":{\"level\":\"bronze\"}"),
            cluster(
                "past", "F", "SE", ",\"label\":{\"level\":\"gold\",\"awarded\":\"2012-01-01\"}"));
    assertThat(items(inventory, "labels that have expired"))
        .containsExactly("2015-01-01  cluster/past (gold)", "2026-11-24  cluster/late (gold)");
    assertThat(items(inventory, "labels that expire by 2027-05-25"))
        .containsExactly("2026-11-25  cluster/today (gold)", "2027-05-25  cluster/soon (gold)");
    assertThat(items(inventory, "labels whose last day"))
        .containsExactly("cluster/open (bronze)", "cluster/past (gold)");
  }

  @Test
  void gaps_areNamed() {
    Inventory inventory =
        of(
            cluster("a", "A", "SE", ""),
            cluster("b", "B", "SE", ",\"site\":\"https://b.example/\",\"unchecked\":[\"site\"]"));
    assertThat(items(inventory, "clusters without a home page")).containsExactly("cluster/a");
    assertThat(items(inventory, "entries with fields that were not seen"))
        .containsExactly("cluster/b: site");
  }

  @Test
  void figure_isNamedUnlessWordsQuotedForItShowIt() {
    Inventory inventory =
        of(
            quoted(
                "shown",
                "\"members\":{\"total\":1250,\"sme\":900}",
                "1.250 members, 900 of them small"),
            quoted("apart", "\"founded\":2009", "founded in 2010"),
            quoted("part", "\"members\":{\"total\":60,\"sme\":50}", "more than 60 members"));
    assertThat(items(inventory, "entries with figures that the quoted words do not show"))
        .containsExactly("cluster/apart: founded", "cluster/part: members");
  }

  /** A cluster with one field, and a claim that quotes words for it. */
  private static String quoted(String slug, String field, String words) {
    String name = field.substring(1, field.indexOf('"', 1));
    return cluster(
        slug,
        slug,
        "SE",
        ",%s,\"claims\":[{\"fields\":[\"%s\"],\"words\":\"%s\",\"source\":\"https://a.example/\",\"date\":\"2026-11-25\"}]"
            .formatted(field, name, words));
  }

  @Test
  void sameNameOrDomain_isFoundWhateverItsSpelling() {
    Inventory inventory =
        of(
            cluster("a", "Pôle EMC2", "FR", ",\"site\":\"https://www.emc2.example/\""),
            cluster("b", "B", "FR", ",\"aliases\":[\"POLE EMC-2\"]"),
            cluster("c", "C", "FR", ",\"site\":\"http://EMC2.example/c\""));
    assertThat(items(inventory, "names and aliases"))
        .containsExactly("poleemc2: cluster/a, cluster/b");
    assertThat(items(inventory, "home pages of several"))
        .containsExactly("emc2.example: cluster/a, cluster/c");
  }

  @Test
  void nameTwiceInOneEntry_isNoNamesake() {
    assertThat(items(of(cluster("a", "MADE", "DK", ",\"aliases\":[\"Made\"]")), "names")).isEmpty();
  }

  @Test
  void predecessors_leadToEntries() {
    Inventory inventory =
        of(
            cluster("old", "Old Cluster", "DK", ""),
            cluster(
                "new",
                "New",
                "DK",
                ",\"predecessors\":[\"cluster/old\",\"cluster/gone\",\"old cluster\",\"Else\"]"));
    assertThat(items(inventory, "predecessors named by an id"))
        .containsExactly("cluster/new: cluster/gone");
    assertThat(items(inventory, "predecessors named in words"))
        .containsExactly("cluster/new: \"old cluster\" is cluster/old");
  }

  private static Competence competence(String id, List<String> broader, List<String> nace) {
    return new Competence(
        id,
        Map.of(Language.EN, List.of(id, id + "s"), Language.DA, List.of(id)),
        Map.of(Neighbour.DE, List.of("die " + id)),
        Set.of(Ecosystem.DIGITAL),
        Optional.empty(),
        broader,
        nace,
        Map.of());
  }

  @Test
  void competences_areCountedWithTheirLabelsAndTies() {
    Vocabulary vocabulary =
        Vocabulary.of(
            List.of(
                competence("machine", List.of(), List.of("28.9")),
                competence("robot", List.of("machine"), List.of()),
                competence("dance", List.of(), List.of())));
    Inventory inventory = Inventory.of(List.of(), vocabulary, DAY);
    assertThat(held(inventory, "competences")).isEqualTo(3);
    assertThat(counts(inventory, "labels of competences by language"))
        .isEqualTo(Map.of("en", 6, "da", 3, "de", 3, "sv", 0, "no", 0, "fr", 0));
    assertThat(items(inventory, "competences with neither")).containsExactly("dance");
    assertThat(items(inventory, "competences without a NACE")).containsExactly("dance");
  }

  @Test
  void goal_isMetFromTheNumberWanted() {
    assertThat(new Goal("things", 3, 3).isMet()).isTrue();
    assertThat(new Goal("things", 2, 3).isMet()).isFalse();
    assertThat(of().missing()).hasSameSizeAs(of().goals());
  }
}
