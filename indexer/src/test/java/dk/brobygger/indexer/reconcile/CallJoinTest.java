package dk.brobygger.indexer.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Budget;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.vocabulary.Language;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CallJoinTest {

  private static final String SUMMARY = "Turbines that float.";
  private static final String FULL = "Expected outcome: turbines that float. ".repeat(5).strip();

  /** A reading of one call: what it states, read on a day in March 2026. */
  private static Call reading(int day, Map<String, Object> facts) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("id", "call/T-1").put("kind", "topic").put("identifier", "T-1");
    tree.put("name", "Wind").put("programme", "HORIZON").put("status", "open");
    facts.forEach((field, value) -> tree.set(field, node(value)));
    ObjectNode claim = JsonNodeFactory.instance.objectNode();
    ArrayNode fields = claim.putArray("fields");
    tree.properties().stream()
        .map(Map.Entry::getKey)
        .filter(field -> !List.of("id", "kind").contains(field))
        .sorted()
        .forEach(fields::add);
    claim.put("source", "https://example.org/" + (day % 2 == 0 ? "daily" : "full"));
    claim.put("date", LocalDate.of(2026, 3, day).toString());
    tree.putArray("claims").add(claim);
    return (Call) EntryJson.read(tree);
  }

  private static com.fasterxml.jackson.databind.JsonNode node(Object value) {
    return new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(value);
  }

  private static Call join(Entry known, Entry read) {
    return (Call) CallJoin.join(known, read);
  }

  private static String english(Call call) {
    return call.text().in(Language.EN).orElseThrow();
  }

  @Test
  void newerReading_counts() {
    Call old = reading(1, Map.of("name", "Old", "budget", Map.of("total", 5)));
    Call young = reading(2, Map.of("name", "Young"));
    assertThat(join(old, young).name()).isEqualTo("Young");
    assertThat(join(young, old).name()).isEqualTo("Young");
  }

  @Test
  void whatTheNewerLeavesOut_staysWithItsClaim() {
    Call old = reading(1, Map.of("budget", Map.of("total", 5)));
    Call joined = join(old, reading(2, Map.of("name", "Young")));
    assertThat(joined.terms().budget().total()).contains(5L);
    assertThat(joined.provenance().of("budget").orElseThrow().date())
        .isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(joined.provenance().of("name").orElseThrow().date())
        .isEqualTo(LocalDate.of(2026, 3, 2));
  }

  @Test
  void readingAgain_changesNothing_inWhateverOrderItsClaimsStand() {
    Call read = reading(1, Map.of("budget", Map.of("total", 5)));
    List<Claim> claims = new ArrayList<>();
    for (String field : List.of("name", "budget")) {
      claims.add(
          new Claim(
              List.of(field),
              Optional.of("words on " + field),
              URI.create("https://example.org/"),
              LocalDate.of(2026, 3, 1)));
    }
    Call told = read.withProvenance(Provenance.of(claims.toArray(new Claim[0])));
    assertThat(join(told, told)).isEqualTo(told);
  }

  @Test
  void secondDeadlineOfTwoStages_staysWhereTheFeedTellsTheFirstAlone() {
    Call both = reading(1, twoStages("2026-04-08T17:00", "2026-09-14T17:00"));
    Call moved = join(both, reading(2, twoStages("2026-04-15T17:00")));
    assertThat(moved.timetable().deadlines())
        .extracting(one -> one.at().toString())
        .containsExactly("2026-04-15T17:00", "2026-09-14T17:00");
    Call late = join(both, reading(2, twoStages("2026-10-01T17:00")));
    assertThat(late.timetable().deadlines()).hasSize(1);
    Map<String, Object> single = new HashMap<>(twoStages("2026-04-08T17:00"));
    single.put("deadlineModel", "single-stage");
    assertThat(join(both, reading(2, single)).timetable().deadlines()).hasSize(1);
  }

  private static Map<String, Object> twoStages(String... moments) {
    List<Map<String, Object>> deadlines = new ArrayList<>();
    for (String at : moments) {
      deadlines.add(Map.of("stage", deadlines.size() + 1, "at", at));
    }
    return Map.of("deadlineModel", "two-stage", "deadlines", deadlines);
  }

  @Test
  void olderReading_addsWhatIsNotKnown() {
    Call joined = join(reading(2, Map.of()), reading(1, Map.of("budget", Map.of("total", 5))));
    assertThat(joined.terms().budget().total()).contains(5L);
  }

  @Test
  void fullText_outlivesANewerSummary() {
    Call full = reading(1, Map.of("text", FULL));
    Call summary = reading(2, Map.of("text", SUMMARY));
    assertThat(english(join(full, summary))).isEqualTo(FULL);
    assertThat(english(join(summary, full))).isEqualTo(FULL);
    assertThat(join(full, summary).provenance().of("text").orElseThrow().date())
        .isEqualTo(LocalDate.of(2026, 3, 1));
  }

  @Test
  void fullText_outlivesAnAbstractCutShort() {
    String cut = FULL.substring(0, FULL.length() - 5) + "…";
    assertThat(english(join(reading(1, Map.of("text", FULL)), reading(2, Map.of("text", cut)))))
        .isEqualTo(FULL);
    assertThat(english(join(reading(2, Map.of("text", cut)), reading(1, Map.of("text", FULL)))))
        .isEqualTo(FULL);
  }

  @Test
  void fullTextRewritten_takesTheNewerWords() {
    String rewritten = FULL.replace("float", "swim");
    assertThat(
            english(join(reading(1, Map.of("text", FULL)), reading(2, Map.of("text", rewritten)))))
        .isEqualTo(rewritten);
  }

  @Test
  void danishText_stays() {
    Call known =
        reading(
            1,
            Map.of(
                "text", Map.of("da", "Møller der flyder.", "en", SUMMARY),
                "conditions", Map.of("da", "Tre partnere.", "en", "Three partners.")));
    Call joined =
        join(known, reading(2, Map.of("text", FULL, "conditions", "Four partners, or five.")));
    assertThat(joined.text().byLanguage())
        .containsEntry(Language.DA, "Møller der flyder.")
        .containsEntry(Language.EN, FULL);
    assertThat(joined.terms().conditions().byLanguage())
        .containsEntry(Language.DA, "Tre partnere.")
        .containsEntry(Language.EN, "Four partners, or five.");
  }

  @Test
  void whatIsNoCall_isReplaced() {
    Entry cluster = Sample.entries().getFirst();
    assertThat(CallJoin.join(cluster, cluster)).isSameAs(cluster);
  }

  @Provide
  Arbitrary<Call> readings() {
    Arbitrary<Object> text =
        Arbitraries.of(
            SUMMARY,
            FULL,
            FULL.substring(0, 90) + "…",
            Map.of("da", "Møller der flyder."),
            Map.of("da", "Vind.", "en", SUMMARY));
    Arbitrary<Map<String, Object>> facts =
        Combinators.combine(
                Arbitraries.maps(Arbitraries.of("text", "conditions"), text),
                Arbitraries.maps(
                    Arbitraries.of("name", "destination", "actionType", "callTitle"),
                    Arbitraries.<Object>of("One", "Two", "Three")),
                Arbitraries.maps(
                    Arbitraries.of("budget"),
                    Arbitraries.<Object>of(Map.of("total", 5), Map.of("least", 1, "most", 2))),
                Arbitraries.maps(
                    Arbitraries.of("keywords", "countries"),
                    Arbitraries.<Object>of(List.of("DK"), List.of("DE", "SE"))))
            .as((texts, words, money, lists) -> {
              Map<String, Object> all = new java.util.TreeMap<>(texts);
              all.putAll(words);
              all.putAll(money);
              all.putAll(lists);
              return all;
            });
    return Combinators.combine(Arbitraries.integers().between(1, 6), facts)
        .as(CallJoinTest::reading);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void joiningTwice_changesNothing(@ForAll("readings") Call known, @ForAll("readings") Call read) {
    Call once = join(known, read);
    assertThat(EntryJson.write(join(once, read))).isEqualTo(EntryJson.write(once));
    assertThat(EntryJson.facts(join(known, known))).isEqualTo(EntryJson.facts(known));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void claims_nameEachFieldOnceAndOnlyWhatIsThere(
      @ForAll("readings") Call one, @ForAll("readings") Call two, @ForAll("readings") Call three) {
    Call joined = join(join(one, two), three);
    List<String> fields =
        joined.provenance().claims().stream().map(Claim::fields).flatMap(List::stream).toList();
    assertThat(fields).doesNotHaveDuplicates();
    ObjectNode tree = EntryJson.tree(joined);
    assertThat(fields).allSatisfy(field -> assertThat(tree.has(field)).as(field).isTrue());
    assertThat(fields).contains("name", "status", "programme");
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void danishText_isNeverLost(@ForAll("readings") Call known, @ForAll("readings") Call read) {
    Call joined = join(known, read);
    if (known.text().byLanguage().containsKey(Language.DA)) {
      assertThat(joined.text().byLanguage()).containsKey(Language.DA);
    }
    if (known.terms().conditions().byLanguage().containsKey(Language.DA)) {
      assertThat(joined.terms().conditions().byLanguage()).containsKey(Language.DA);
    }
  }

  @Test
  void partsOfABudgetThatTheNewerReadingLeavesOut_stay() {
    Call known = reading(2, Map.of("budget", Map.of("total", 48_000_000, "grants", 4)));
    Call read = reading(3, Map.of("budget", Map.of("grants", 5, "most", 12_000_000)));
    assertThat(join(known, read).terms().budget())
        .isEqualTo(
            new Budget(
                Optional.of(48_000_000L),
                Optional.of(5),
                Optional.empty(),
                Optional.of(12_000_000L)));
  }
}
