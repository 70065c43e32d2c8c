package dk.brobygger.search;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.completion.Completion;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.query.Query;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of the shipped sample, asked for by their official identifiers. */
class IdentifiersTest {

  private static final Instant NOW = Sample.GATHERED.atStartOfDay(ZoneOffset.UTC).toInstant();

  @TempDir static Path folder;

  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = Desk.open(folder, NOW);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private static List<String> found(Query query) {
    return desk.engine().ask(Question.best(query, 20)).hits().stream()
        .map(hit -> hit.entry().id().toString())
        .toList();
  }

  private static List<String> found(String typed) {
    return found(desk.read(typed, Set.of(), NOW).query());
  }

  @ParameterizedTest
  @CsvSource({
    "HORIZON-CL5-2027-02-D3-09, HORIZON-CL5-2027-02-D3-09",
    "horizon-cl5-2027-02-d3-09, HORIZON-CL5-2027-02-D3-09",
    "HORIZON CL5 2027 02 D3 09, HORIZON-CL5-2027-02-D3-09",
    "\"HORIZON-CL5-2027-02-D3-09\", HORIZON-CL5-2027-02-D3-09",
    "call/HORIZON-CL5-2027-02-D3-09, HORIZON-CL5-2027-02-D3-09",
    "HORIZON-CL5-2027-02-D3-09 batterier, HORIZON-CL5-2027-02-D3-09",
    "batteries HORIZON-CL5-2027-02-D3-09, HORIZON-CL5-2027-02-D3-09",
    "dk-smv-groen-2-2023, DK-SMV-GROEN-2-2023",
    "DK-EUDP, DK-EUDP",
  })
  void callWhoseIdentifierWasTyped_comesFirst_closedOrNot(String typed, String key) {
    assertThat(found(typed)).first().isEqualTo("call/" + key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HORIZON-CL5-2027-02-D3-09", "dk-eudp"})
  void exactSearch_findsACallByItsIdentifierToo(String typed) {
    assertThat(found(desk.readExactly(typed, NOW).query()))
        .first()
        .asString()
        .isEqualToIgnoringCase("call/" + typed);
    assertThat(found(desk.readExactly("-" + typed + " type:call", NOW).query()))
        .noneMatch(id -> id.equalsIgnoreCase("call/" + typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HORIZON-CL5-2027-02", "horizon-cl5-2027", "dk-smv-groen", "DK-"})
  void identifierBegun_findsTheCallsThatBeginSo_andOffersNoOtherSpelling(String typed) {
    assertThat(found(typed))
        .hasSizeGreaterThan(1)
        .allMatch(id -> id.regionMatches(true, "call/".length(), typed, 0, typed.length()));
    assertThat(desk.read(typed, Set.of(), NOW).proposals()).isEmpty();
  }

  @Test
  void wordsThatNoIdentifierBeginsWith_areRankedAsEver() {
    assertThat(desk.read("havvind", Set.of(), NOW).query().toString()).doesNotContain("Identified");
    assertThat(found("horizon")).isEqualTo(found("horizon -xyzzy"));
    assertThat(found("energy-cluster")).allMatch(id -> id.startsWith("cluster/"));
  }

  @Test
  void identifierBegun_isCompleted_afterNamesThatBeginSo() {
    assertThat(completed("horizon-cl5-2027-02"))
        .isNotEmpty()
        .allMatch(id -> id.startsWith("call/HORIZON-CL5-2027-02"));
    assertThat(completed("DK-EUDP")).startsWith("call/DK-EUDP");
    assertThat(completed("Open Hor")).first().isEqualTo("call/OPEN-HORIZONS-OC3");
    assertThat(completed("horiz")).contains("call/OPEN-HORIZONS-OC3");
  }

  private static List<String> completed(String typed) {
    return desk.completer().complete(typed, Language.DA, NOW).stream().map(Completion::id).toList();
  }

  @Test
  void whoNamesACall_mayWriteItsIdentifierInSmallLetters() {
    assertThat(desk.completer().meant("dk-smv-groen-2-2023", EntryType.CALL))
        .first()
        .extracting(entry -> entry.id().key())
        .isEqualTo("DK-SMV-GROEN-2-2023");
  }
}
