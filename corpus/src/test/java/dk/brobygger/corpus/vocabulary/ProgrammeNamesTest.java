package dk.brobygger.corpus.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammeNamesTest {

  @ParameterizedTest
  @CsvSource({
    "LIFE programme water, LIFE, LIFE programme",
    "natur LIFE-programmet, LIFE, LIFE-programmet",
    "life program, LIFE, life program",
    "horizon europe hydrogen, HORIZON, horizon europe",
    "brint i Horisont, HORIZON, Horisont",
    "Horisont 2020, H2020, Horisont 2020",
    "Digital Europe cybersikkerhed, DIGITAL, Digital Europe",
    "CEF energi, CEF, CEF",
    "interreg turisme, INTERREG, interreg",
    "Erasmus+ sport, ERASMUS, Erasmus+",
    "Den Europæiske Forsvarsfond, EDF, Den Europæiske Forsvarsfond"
  })
  void programme_isReadByItsNameOrItsAbbreviationInCapitals(String typed, String id, String words) {
    List<ProgrammeNames.Named> named = ProgrammeNames.typed(typed);
    assertThat(named).extracting(ProgrammeNames.Named::id).containsExactly(id);
    assertThat(typed.substring(named.getFirst().start(), named.getFirst().end())).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "life science",
    "Life Science Cluster",
    "digital tools",
    "just transition",
    "Innovation Fund Denmark",
    "HORIZON-CL5-2027-07-D3-16"
  })
  void otherWord_isNoProgramme(String typed) {
    assertThat(ProgrammeNames.typed(typed)).isEmpty();
  }

  @Test
  void everyProgrammeOfAName_isReadByIt() {
    assertThat(ProgrammeNames.typed("Creative Europe or Eurostars"))
        .extracting(ProgrammeNames.Named::id)
        .containsExactly("CREA", "EUROSTARS");
  }
}
