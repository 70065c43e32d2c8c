package dk.brobygger.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

class CommandLinesTest {

  @Command(name = "words")
  static final class Words {
    @Command(description = "Says a word.", mixinStandardHelpOptions = true)
    int say(@Parameters(paramLabel = "WORD") String word) {
      throw new IllegalArgumentException("word is \"" + word + "\",\nmust be another");
    }
  }

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = CommandLines.of(new Words());
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  @Test
  void everyCommand_explainsItselfThoughItsParametersAreMissing() {
    assertThat(run("say", "--help")).isZero();
    assertThat(out.toString()).contains("Says a word.").contains("WORD");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void refusal_isOneSentenceAndExitCodeTwo() {
    assertThat(run("say", "x")).isEqualTo(2);
    assertThat(err.toString().lines()).containsExactly("brobygger: word is \"x\",");
    assertThat(run("say")).isEqualTo(2);
    assertThat(err.toString()).doesNotContain("Exception").doesNotContain("\tat ");
  }
}
