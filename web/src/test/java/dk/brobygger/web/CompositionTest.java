package dk.brobygger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompositionTest {

  /** Filled once: it takes seconds. */
  @TempDir static Path data;

  @TempDir Path folder;

  private final WebCommands commands = new WebCommands();

  private int compose(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "delegation",
                "compose",
                folder.resolve("in.json").toString(),
                "--data",
                data.toString(),
                "--zone",
                "Europe/Madrid"));
    arguments.addAll(List.of(more));
    return commands.run(arguments.toArray(new String[0]));
  }

  @Test
  void danishEnergyClustersToBilbao_areProposedWithReasons_andPlanned() throws IOException {
    assertThat(compose("--to", "ES21", "--theme", "havvind", "--from", "2027-03-02"))
        .as(commands.err())
        .isZero();
    assertThat(commands.out())
        .contains(
            "  Basque Energy Cluster (País Vasco, Spanien)",
            "      taler om “",
            "  Energy Cluster Denmark (",
            "den første fra liga 1",
            "havvind: de “offshore wind”, vi “")
        .doesNotContain("Galician");
    assertThat(folder.resolve("in.json"))
        .content()
        .contains("\"they-offer-what-we-seek\"", "\"Havvind, País Vasco, Spanien\"");
    String out = folder.resolve("out").toString();
    assertThat(
            commands.run("delegation", "plan", folder.resolve("in.json").toString(), "--out", out))
        .as(commands.err())
        .isZero();
    assertThat(commands.out()).contains("optimal; 0 wishes not met");
  }

  @Test
  void proposal_isToldInEnglishToo() {
    assertThat(compose("--to", "ES", "--theme", "food", "--from", "2027-03-02", "--lang", "en"))
        .as(commands.err())
        .isZero();
    assertThat(commands.out()).contains("Hosts to ask:", "Whom to take along:", "the first of");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "XX | havvind | 2027-03-02 | destination is \"XX\", must be a country such as ES or a"
            + " region such as ES21",
        "ES | qwrtplk | 2027-03-02 | theme is answered by nobody in ES, must be something that is"
            + " done there",
        "ES | havvind | 2027-03-06 | days are 2027-03-06 to 2027-03-06, must not all be of a"
            + " weekend",
      })
  void whatIsNoJourney_isRefusedInOneSentence_andNothingIsWritten(
      String destination, String theme, String day, String sentence) {
    assertThat(compose("--to", destination, "--theme", theme, "--from", day)).isEqualTo(2);
    assertThat(commands.err()).isEqualToIgnoringNewLines("brobygger: " + sentence);
    assertThat(folder.resolve("in.json")).doesNotExist();
  }
}
