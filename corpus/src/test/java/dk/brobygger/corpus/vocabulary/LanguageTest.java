package dk.brobygger.corpus.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  void language_isKnownByItsCode(Language language) {
    assertThat(Language.known(language.code())).contains(language);
  }

  @Test
  void norwegian_isKnownByBothWaysToWriteIt() {
    assertThat(Language.known("nb")).isEqualTo(Language.known("nn")).contains(Language.NO);
    assertThat(Language.known("pt")).isEmpty();
  }

  @Test
  void users_readEnglishAndDanish() {
    assertThat(Language.OF_USERS).containsExactly(Language.EN, Language.DA);
    assertThat(Language.ofUsers("da")).isEqualTo(Language.DA);
    assertThatThrownBy(() -> Language.ofUsers("de"))
        .hasMessage("language is \"de\", must be en or da");
    assertThatThrownBy(() -> Ecosystem.DIGITAL.label(Language.DE))
        .hasMessage("language is \"de\", must be en or da");
  }
}
