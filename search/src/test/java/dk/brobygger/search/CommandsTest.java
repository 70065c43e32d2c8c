package dk.brobygger.search;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Reading;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {

  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = Search.line(Clock.fixed(NOW, ZoneOffset.UTC));
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  @Test
  void shippedSample_isCountedAndNothingOfItIsMalformed() {
    int exit = run("corpus", "check");
    assertThat(out.toString())
        .startsWith("Held on 2026-11-25:")
        .contains("Danish clusters")
        .doesNotContain("malformed:");
    assertThat(exit).isEqualTo(out.toString().contains("missing:") ? 1 : 0);
  }

  @Test
  void day_isTheOneAskedFor() {
    run("corpus", "check", "--on", "2027-03-01");
    assertThat(out.toString()).startsWith("Held on 2027-03-01:").contains("Calls on 2027-03-01:");
  }

  @Test
  void dataFolder_isCountedInsteadOfTheSample(@TempDir Path folder) {
    try (EntryStore store = EntryStore.open(folder)) {
      store.record(
          new Reading(
              "test",
              LocalDate.parse("2026-11-25"),
              List.of(EntryJson.read("{\"id\":\"cluster/x\",\"name\":\"X\",\"country\":\"DK\"}"))),
          NOW);
    }
    int exit = run("corpus", "check", "--data", folder.toString());
    assertThat(exit).isEqualTo(1);
    assertThat(out.toString())
        .contains("cluster/x")
        .contains("missing: Danish clusters are 1, must be at least 30");
  }

  @Test
  void search_completesMendsOrTakesTheWordsAsTheyAre(@TempDir Path folder) {
    String data = folder.toString();
    assertThat(run("search", "--complete", "--data", data, "havv")).isZero();
    assertThat(out.toString()).contains("competence", "offshore-wind", "havvind");
    out.getBuffer().setLength(0);
    assertThat(run("search", "--data", data, "fjernvrame")).isZero();
    assertThat(out.toString()).doesNotStartWith("0 entries").contains("fjernvarme");
    out.getBuffer().setLength(0);
    assertThat(run("search", "--exact", "--data", data, "fjernvrame")).isZero();
    assertThat(out.toString()).startsWith("0 entries").doesNotContain("fjernvarme");
    out.getBuffer().setLength(0);
    assertThat(run("search", "--without", "tea", "--data", data, "havvind")).isZero();
    assertThat(out.toString()).contains("--without is \"tea\", which is not searched for anyway");
    assertThat(run("search", "--data", data, "foo:bar")).isEqualTo(2);
    assertThat(err.toString()).contains("filter is \"foo\", must be one of type, country");
  }

  private String match(String data, String... arguments) {
    out.getBuffer().setLength(0);
    List<String> all = new java.util.ArrayList<>(List.of("match", "--data", data));
    all.addAll(List.of("--cluster", "cluster/energy-cluster-denmark"));
    all.addAll(List.of(arguments));
    assertThat(run(all.toArray(String[]::new))).as(err.toString()).isZero();
    return out.toString();
  }

  @Test
  void match_saysWhyOneIsMissing_whatIsThoughtOfOne_andWhatTipsWouldBring(@TempDir Path folder) {
    String data = folder.toString();
    assertThat(match(data, "partners", "--why", "Hydrogen Denmark"))
        .contains("not listed: Partners are looked for abroad", "would be number ");
    assertThat(match(data, "partners", "--why", "cluster/basque-energy-cluster", "--json"))
        .contains("\"entry\" : \"cluster/basque-energy-cluster\"", "\"costs\" : [ ]");
    assertThat(
            match(data, "partners", "--top", "20", "--not-for-us", "cluster/basque-energy-cluster"))
        .contains("not possible: Basque Energy Cluster", "You have said that it is not for you.");
    assertThat(match(data, "calls", "--top", "200", "--as", "none"))
        .isNotEqualTo(match(data, "calls", "--top", "200", "--as", "gold"));
    assertThat(match(data, "calls", "--top", "200", "--on", "2026-11-25"))
        .containsPattern("note: \\d+ days left; an application by 3 partners from 3 countries");
    assertThat(match(data, "calls", "--top", "200", "--on", "2026-11-25", "--json"))
        .contains("\"rule\" : \"lead-time\"", "\"source\" : \"https://enspire.science/");
    assertThat(match(data, "calls", "--why", "DK-SMV-GROEN-2-2023"))
        .contains("call/DK-SMV-GROEN-2-2023", "not listed: It is closed");
    assertThat(match(data, "partners", "--tips")).containsPattern("\\w+ [\\w-]+: \\d+ more above");
    assertThat(match(data, "partners")).contains("network ELBE Alliance");
    err.getBuffer().setLength(0);
    String id = "cluster/energy-cluster-denmark";
    assertThat(run("match", "calls", "--data", data, "--cluster", id, "--tips")).isEqualTo(2);
    assertThat(run("match", "partners", "--data", data, "--cluster", id, "--why", "zz"))
        .isEqualTo(2);
    assertThat(run("match", "partners", "--data", data, "--cluster", id, "--more-like", id))
        .isEqualTo(2);
    assertThat(err.toString())
        .contains("for partners only", "nothing is called \"zz\"")
        .contains(id + " is wanted more of and is the one that asks, must be another cluster")
        .doesNotContain("Exception");
  }

  @Test
  void optionThatWouldChangeNothing_isRefused(@TempDir Path folder) {
    String data = folder.toString();
    String[] tips = {"match", "partners", "--data", data, "--cluster", "cluster/made", "--tips"};
    assertThat(run(with(tips, "--why", "nordlicht"))).isEqualTo(2);
    assertThat(run(with(tips, "--top", "3"))).isEqualTo(2);
    assertThat(run("search", "vind", "--data", data, "--complete", "--exact")).isEqualTo(2);
    assertThat(run("search", "vind", "--data", data, "--exact", "--without", "x")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "brobygger: --why is given with --tips, must be given without it",
            "brobygger: --top is given with --tips, must be given without it",
            "brobygger: --exact is given with --complete, must be given without it",
            "brobygger: --without is given with --exact, must be given without it");
  }

  private static String[] with(String[] arguments, String... more) {
    return java.util.stream.Stream.of(arguments, more)
        .flatMap(java.util.stream.Stream::of)
        .toArray(String[]::new);
  }

  @Test
  void idThatIsNoClusters_isRefusedByItsOption(@TempDir Path folder) {
    String data = folder.toString();
    run("match", "calls", "--data", data, "--cluster", "made");
    run("match", "partners", "--data", data, "--cluster", "cluster/made", "--more-like", "call/x");
    assertThat(err.toString())
        .contains("--cluster is \"made\", must be the id of a cluster such as cluster/made")
        .contains("--more-like is \"call/x\", must be the id of a cluster such as cluster/made");
  }

  @Test
  void wordNobodyKnows_isRefusedWithThoseThatAreKnown() {
    assertThat(run("corpus", "foo")).isEqualTo(2);
    assertThat(run("corpus")).isEqualTo(2);
    assertThat(run("corpus", "check", "foo")).isEqualTo(2);
    assertThat(run("corpus", "check", "--foo")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "brobygger: \"foo\" is no command of corpus, must be one of check",
            "brobygger: corpus alone does nothing, must be with one of check",
            "brobygger: \"foo\" is one word too many; check --help says what it takes",
            "brobygger: there is no option \"--foo\"; check --help lists them");
  }

  @Test
  void folderThatIsNotThere_isRefusedAndNotMade(@TempDir Path folder) {
    Path none = folder.resolve("none");
    assertThat(run("corpus", "check", "--data", none.toString())).isEqualTo(CommandLines.REFUSED);
    assertThat(err.toString()).contains("no such file: " + none);
    assertThat(none).doesNotExist();
  }

  @Test
  void wordWithMinus_saysWhatIsNotWanted(@TempDir Path folder) {
    String data = folder.toString();
    assertThat(run("search", "havvind", "-havvind", "--data", data)).as(err.toString()).isZero();
    assertThat(out.toString()).contains(" entries").doesNotContain("“havvind");
    run("search", "havvind", "-type:call", "--data", data);
    assertThat(out.toString()).contains("  cluster/").doesNotContain("  call/");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void optionThatIsNone_andNumberThatIsNone_areRefused(@TempDir Path folder) {
    assertThat(run("search", "havvind", "--tpo", "3", "--data", folder.toString())).isEqualTo(2);
    assertThat(run("search", "havvind", "--top", "0", "--data", folder.toString())).isEqualTo(2);
    assertThat(run("match", "calls", "--cluster", "cluster/made", "--top", "x")).isEqualTo(2);
    assertThat(run("match", "calls", "--cluster", "cluster/made", "--as", "tin")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "brobygger: there is no option \"--tpo\"; search --help lists them",
            "brobygger: --top is \"0\", must be a whole number from 1 to 200",
            "brobygger: --top is \"x\", must be a whole number from 1 to 200",
            "brobygger: --as is \"tin\", must be one of none, bronze, silver, gold");
  }

  @Test
  void valueThatNoEntryCanHave_isRefused(@TempDir Path folder) {
    String data = folder.toString();
    assertThat(run("search", "type:foo", "--data", data)).isEqualTo(2);
    assertThat(run("search", "--exact", "ecosystem:foo", "--data", data)).isEqualTo(2);
    assertThat(err.toString())
        .contains("type is \"foo\", must be one of cluster, organisation, call, opportunity")
        .contains("ecosystem is \"foo\", must be one of ");
    assertThat(run("search", "country:ES", "country:DE", "type:cluster", "--data", data)).isZero();
    assertThat(out.toString()).doesNotStartWith("0 entries");
  }

  @Test
  void countryNamed_findsWhoIsAtHomeThere(@TempDir Path folder) {
    String data = folder.toString();
    assertThat(run("search", "Skotland", "type:cluster", "--data", data)).isZero();
    assertThat(out.toString()).doesNotStartWith("0 entries").contains("also searched for: ", "UK");
    assertThat(first("Storbritannien", "-country:UK", data))
        .isLessThan(first("Storbritannien", "type:cluster", data));
  }

  private int first(String... words) {
    out.getBuffer().setLength(0);
    run("search", words[0], words[1], "--data", words[2]);
    return Integer.parseInt(out.toString().split(" ", 2)[0]);
  }

  @Test
  void dataThatIsAFile_isRefused(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(run("search", "havvind", "--data", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("data is " + file + ", must be a folder and is a file");
  }

  @Test
  void folderThatIsNew_isSaid(@TempDir Path folder) {
    Path mistyped = folder.resolve("dta");
    run("search", "havvind", "--data", mistyped.toString());
    assertThat(err.toString()).contains(mistyped + " is new, and filled from the shipped sample");
  }
}
