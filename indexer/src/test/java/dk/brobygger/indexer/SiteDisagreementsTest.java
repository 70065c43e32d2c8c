package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Disagreement;
import dk.brobygger.corpus.entry.Provenance;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where pages and persons say what an entry does not, as long as they say it. */
class SiteDisagreementsTest extends ClusterSite {

  /** A disagreement about members, which a page of news brings along. */
  private void disagree() {
    pages.put(
        "/nyheder/1",
        page("da", "Nyhed", "<p>Eksempelklyngen Havvest har 201 medlemmer, oplyser avisen.</p>"));
    crawl("2026-11-20");
    assertThat(disagreements(cluster())).contains("members {\"total\":201} /nyheder/1");
  }

  @Test
  void newsThatComesLater_doesNotOutdoThePageThatIsThereToTell() {
    crawl("2026-11-20");
    pages.put(
        "/nyheder/1",
        page("da", "Nyhed", "<p>Eksempelklyngen Havvest har 201 medlemmer, oplyser avisen.</p>"));
    crawl("2026-11-22");
    assertThat(cluster().members().orElseThrow().total()).contains(187);
    assertThat(disagreements(cluster())).contains("members {\"total\":201} /nyheder/1");
    pages.put("/nyheder/1", page("da", "Nyhed", "<p>Intet nyt er godt nyt for havvinden.</p>"));
    crawl("2026-11-24");
    assertThat(disagreements(cluster())).containsExactly("founded 2011 " + REGISTER);
  }

  @Test
  void pageThatIsGone_takesItsDisagreementAlong() {
    disagree();
    pages.remove("/nyheder/1");
    crawl("2026-11-22");
    assertThat(disagreements(cluster()))
        .as("missed once")
        .contains("members {\"total\":201} /nyheder/1");
    crawl("2026-11-24");
    assertThat(disagreements(cluster())).containsExactly("founded 2011 " + REGISTER);
    assertThat(cluster().members().orElseThrow().total()).contains(187);
  }

  @Test
  void pageThatMoved_disagreesFromWhereItIsNow() {
    disagree();
    pages.put("/nyt/1", pages.getOrDefault("/nyheder/1", ""));
    pages.put("/nyheder/1", site.url("/nyt/1"));
    crawl("2026-11-22");
    assertThat(disagreements(cluster()))
        .containsExactly("founded 2011 " + REGISTER, "members {\"total\":201} /nyt/1");
  }

  @Test
  void pageThatLostAndIsGone_disagreesNoMore() {
    crawl("2026-11-20");
    pages.put(
        "/", page("da", "Eksempelklyngen", "<p>Eksempelklyngen Havvest blev stiftet i 2013.</p>"));
    pages.remove("/om-os");
    crawl("2026-11-22");
    assertThat(cluster().identity().founded()).contains(2013);
    assertThat(disagreements(cluster())).contains("founded 2014 /om-os");
    crawl("2026-11-24");
    assertThat(cluster().identity().founded()).contains(2013);
    assertThat(disagreements(cluster())).containsExactly("founded 2011 " + REGISTER);
  }

  @Test
  void siteThatFallsSilent_takesItsDisagreementsAlongAndNothingElse() {
    disagree();
    String before = withoutProvenance(cluster());
    pages.clear();
    crawl("2026-11-22");
    crawl("2026-11-24");
    assertThat(disagreements(cluster())).containsExactly("founded 2011 " + REGISTER);
    assertThat(withoutProvenance(cluster())).isEqualTo(before);
    int versions = versions().size();
    crawl("2026-11-26");
    assertThat(versions()).hasSize(versions);
  }

  @Test
  void pageThatCannotBeReadAnyMore_keepsItsDisagreement() {
    disagree();
    pages.put("/nyheder/1", "<html><body><img src='nyt.png'></body></html>");
    crawl("2026-11-22");
    assertThat(disagreements(cluster())).contains("members {\"total\":201} /nyheder/1");
  }

  @Test
  void fieldThatAPersonSet_staysAndTheDifferenceIsKept() {
    seed(
        "'name': 'Eksempelklyngen Havvest', 'founded': 2011, 'staff': 6, 'edited': ['staff']",
        "name",
        "founded");
    crawl("2026-11-20");
    assertThat(cluster().standing().staff()).contains(6);
    assertThat(disagreements(cluster())).contains("staff 11 /om-os");
    crawl("2026-11-22");
    assertThat(cluster().standing().staff()).contains(6);
    assertThat(cluster().provenance().edited()).containsExactly("staff");
  }

  private void deleteCrawlFile() throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.filter(one -> name(one).startsWith("crawl.sqlite")).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  @Test
  void pageThatANewCrawlFileDoesNotKnow_disagreesNoMore() throws IOException {
    disagree();
    String before = withoutProvenance(cluster());
    deleteCrawlFile();
    pages.remove("/nyheder/1");
    pages.replaceAll((path, page) -> page.replace("/nyheder/1", "/nyheder/"));
    crawl("2026-11-22");
    assertThat(disagreements(cluster())).containsExactly("founded 2011 " + REGISTER);
    assertThat(withoutProvenance(cluster())).isEqualTo(before);
  }

  @Test
  void pageThatANewCrawlFileFindsAgain_stillDisagrees() throws IOException {
    disagree();
    deleteCrawlFile();
    crawl("2026-11-22");
    assertThat(disagreements(cluster())).contains("members {\"total\":201} /nyheder/1");
  }

  @Test
  void siteThatCannotBeReachedWithANewCrawlFile_keepsItsDisagreements() throws IOException {
    disagree();
    deleteCrawlFile();
    pages.clear();
    crawl("2026-11-22");
    assertThat(disagreements(cluster())).contains("members {\"total\":201} /nyheder/1");
  }

  @Test
  void whatAPersonGathered_isNotForgottenWithTheCrawlFile() throws IOException {
    write(
        cluster()
            .withProvenance(
                new Provenance(
                    cluster().provenance().claims(),
                    List.of(),
                    List.of(),
                    List.of(
                        new Disagreement(
                            "staff",
                            "9",
                            new Claim(
                                List.of("staff"),
                                Optional.of("ni ansatte"),
                                Optional.empty(),
                                URI.create(site.url("/gammel-side")),
                                LocalDate.of(2026, 1, 9)))),
                    Map.of())));
    crawl("2026-11-20");
    deleteCrawlFile();
    crawl("2026-11-22");
    assertThat(disagreements(cluster())).contains("staff 9 /gammel-side");
  }
}
