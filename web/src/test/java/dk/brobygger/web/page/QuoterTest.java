package dk.brobygger.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.web.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reason is quoted in the language of the page, where the entry gives it in that language. */
class QuoterTest {

  private static Site site;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    site = Site.open(folder);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static String quoted(Language language, String entry, String field, String words) {
    Entry of = site.desk().store().entry(EntryId.of(entry)).orElseThrow();
    int start = of.field(field).orElseThrow().text().indexOf(words);
    return new Quoter(language, site.desk().vocabulary(), site.desk().tagger())
        .quote(new Evidence(of, field, start, start + words.length()))
        .text();
  }

  @ParameterizedTest
  @CsvSource({
    "DA, offers, Offshore wind turbines, Havvindmøller",
    "EN, offers.da, Havvindmøller, Offshore wind turbines",
    "DA, offers.da, Havvindmøller, Havvindmøller",
    "EN, description.da, havvindmølleparker, offshore wind farms",
    "DA, ecosystems, energy-renewables, energy-renewables",
    "DA, offers, and test facilities, and test facilities"
  })
  void wordsOfACompetence_areThoseOfTheSameFactInTheReadersLanguage(
      Language language, String field, String given, String quoted) {
    assertThat(quoted(language, "cluster/vestklyngen", field, given)).isEqualTo(quoted);
  }

  @Test
  void whatIsSaidInOneLanguageOnly_isQuotedInThat() {
    for (Language language : Language.OF_USERS) {
      assertThat(quoted(language, "cluster/hafennetz", "description.de", "Prüfstände"))
          .isEqualTo("Prüfstände");
      assertThat(quoted(language, "cluster/nordlicht", "offers", "electrolysis"))
          .isEqualTo("electrolysis");
    }
  }

  @Test
  void competenceOfWhichTheReadersLanguageNamesAPart_isQuotedByThat() {
    assertThat(
            quoted(
                Language.EN, "cluster/medicon-valley-alliance", "offers.da", "Lægemiddeludvikling"))
        .isEqualTo("Drug discovery");
  }

  @ParameterizedTest
  @CsvSource({
    "da, 'Jeres profil, ', true",
    "en, 'Your profile, ', false",
  })
  void profileInBothLanguages_isQuotedInThatOfThePage(
      String language, String ours, boolean danish) {
    List<Element> quotes =
        site
            .page("/cluster/vestklyngen/partners?lang=" + language)
            .select(".match [data-criterion=they-offer-what-we-seek] .quotes li")
            .stream()
            .filter(quote -> quote.select(".whose").text().startsWith(ours))
            .toList();
    assertThat(quotes)
        .isNotEmpty()
        .allMatch(quote -> quote.select("q[lang=da]").isEmpty() != danish);
  }
}
