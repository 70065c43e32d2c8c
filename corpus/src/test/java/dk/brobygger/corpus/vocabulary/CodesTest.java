package dk.brobygger.corpus.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CodesTest {

  private static final Codes SHIPPED = Codes.shipped();

  @Test
  void everyCode_isOneOfItsScheme_andTellsCompetencesThatAreThere() {
    Map<CodeScheme, String> forms =
        Map.of(
            CodeScheme.NACE, "\\d{2}(\\.\\d{1,2})?",
            CodeScheme.CPV, "\\d{8}",
            CodeScheme.EUROSCIVOC, "(/\\d+)+");
    forms.forEach((scheme, form) -> {
      assertThat(SHIPPED.of(scheme)).hasSizeGreaterThan(100).allMatch(code -> code.matches(form));
      SHIPPED
          .of(scheme)
          .forEach(code ->
              assertThat(SHIPPED.competences(scheme, code))
                  .isNotEmpty()
                  .allMatch(id -> Vocabulary.shipped().competence(id).isPresent()));
    });
  }

  @Test
  void windTurbinesOfATender_areWindEnergy_andBackAgain() {
    assertThat(SHIPPED.competences(CodeScheme.CPV, "31121340")).containsExactly("wind-energy");
    assertThat(SHIPPED.of("wind-energy", CodeScheme.CPV)).contains("31121340");
  }

  @Test
  void codeThatIsNone_tellsNothing() {
    assertThat(SHIPPED.competences(CodeScheme.NACE, "99.99")).isEmpty();
  }
}
