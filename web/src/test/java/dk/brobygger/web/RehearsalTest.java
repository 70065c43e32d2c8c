package dk.brobygger.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearsalTest {

  private final WebCommands commands = new WebCommands();

  @Test
  void rehearsal_servesEachPageAndStops() {
    assertThat(commands.run("rehearse")).isZero();
    assertThat(commands.err()).isEmpty();
  }

  @Test
  void help_doesNotNameTheRehearsal() {
    assertThat(commands.run("--help")).isZero();
    assertThat(commands.out()).contains("serve").doesNotContain("rehearse");
  }
}
