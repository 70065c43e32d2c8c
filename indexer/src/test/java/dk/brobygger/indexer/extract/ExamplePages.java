package dk.brobygger.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.indexer.page.Document;
import dk.brobygger.indexer.page.Page;
import dk.brobygger.indexer.page.PageOutcome;
import dk.brobygger.indexer.page.PageReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The example pages among the resources: invented clusters and calls. */
final class ExamplePages {

  static final LocalDate DAY = LocalDate.of(2026, 11, 27);

  static final List<String> ALL =
      List.of(
          "danish-cluster",
          "linked-data",
          "partner-search",
          "profile-table",
          "jobs-only",
          "renamed",
          "windows-1252",
          "double-encoded",
          "table-layout",
          "two-languages",
          "mentions-only",
          "horizon-topic",
          "danish-scheme",
          "two-stage",
          "cut-offs",
          "restricted",
          "platform-profile",
          "platform-profile-older",
          "german-cluster",
          "french-cluster");

  private static final Extraction EXTRACTION = Extraction.with(Vocabulary.shipped());

  private ExamplePages() {}

  static Page page(String name) {
    try (InputStream in =
        Objects.requireNonNull(ExamplePages.class.getResourceAsStream(name + ".html"), name)) {
      return page(in.readAllBytes(), name);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static Page page(byte[] bytes, String name) {
    try (PageReader reader = PageReader.open()) {
      URI address = URI.create("https://pages.example/" + name + ".html");
      PageOutcome outcome = reader.read(new Document(address, Optional.empty(), bytes));
      assertThat(outcome).isInstanceOf(PageOutcome.Read.class);
      return ((PageOutcome.Read) outcome).page();
    }
  }

  static List<Entry> entries(Page page) {
    return EXTRACTION.read(page, DAY).entries();
  }

  static Cluster cluster(String name) {
    return (Cluster) entries(page(name)).getFirst();
  }

  static Call call(String name) {
    return (Call) entries(page(name)).getFirst();
  }

  /** The words of all claims on a field. */
  static List<String> words(Entry entry, String field) {
    return entry.provenance().claims().stream()
        .filter(claim -> claim.fields().contains(field))
        .flatMap(claim -> claim.words().stream())
        .toList();
  }

  /** Every claim has words that stand in the page at its offset, an address and a day. */
  static void assertClaimsStandInThePage(Entry entry, Page page) {
    String text = page.text();
    assertThat(entry.provenance().claims()).isNotEmpty();
    for (Claim claim : entry.provenance().claims()) {
      int offset = claim.offset().orElseThrow();
      assertThat(text.startsWith(claim.words().orElseThrow(), offset))
          .as(claim.toString())
          .isTrue();
      assertThat(claim.source()).isEqualTo(page.address());
      assertThat(claim.date()).isEqualTo(DAY);
    }
  }
}
