package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Labels in other languages mean what the EU's own translations mean: where a CPV code's label in a
 * language and its English label are both labels of ours, they are those of one competence.
 * Norwegian is not among CPV's languages.
 */
class LabelsAbroadTest {

  private static final Vocabulary VOCABULARY = Vocabulary.shipped();

  private static final int ENGLISH = 2;
  private static final int DANISH = 3;

  @Test
  void labelInAnotherLanguage_isOfTheCompetenceThatItsTranslationNames() throws IOException {
    int compared = 0;
    List<String> differences = new ArrayList<>();
    for (String line : Files.readAllLines(SharedData.at("language/cpv-half.tsv"))) {
      String[] cells = line.split("\t", -1);
      Optional<Competence> english = labelled(cells[ENGLISH], Language.EN);
      for (int cell = DANISH; english.isPresent() && cell < cells.length; cell++) {
        Optional<Competence> other =
            cell == DANISH
                ? labelled(cells[cell], Language.DA)
                : VOCABULARY.labelledAbroad(cells[cell].toLowerCase(Locale.ROOT));
        if (other.isPresent()) {
          compared++;
          if (!other.equals(english)) {
            differences.add(
                "%s names %s, %s names %s"
                    .formatted(
                        cells[ENGLISH],
                        english.orElseThrow().id(),
                        cells[cell],
                        other.orElseThrow().id()));
          }
        }
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(80);
    assertThat(differences).isEmpty();
  }

  private static Optional<Competence> labelled(String label, Language language) {
    return VOCABULARY.labelled(label.toLowerCase(Locale.ROOT), language);
  }
}
