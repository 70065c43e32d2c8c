package dk.brobygger.indexer.source;

import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Lead;
import dk.brobygger.indexer.page.Document;
import dk.brobygger.indexer.page.PageReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A page of a list of profiles. */
final class ListPage {

  private ListPage() {}

  /**
   * Where it leads; nowhere if it is no HTML.
   *
   * @param lead what an address is worth; empty for one that is not followed
   */
  static List<Lead> leads(Fetched page, Function<PageAddress, Optional<Lead>> lead) {
    if (!page.type().toLowerCase(Locale.ROOT).contains("html")) {
      return List.of();
    }
    return PageReader.links(document(page)).stream()
        .flatMap(link -> address(link.target().toString()))
        .flatMap(address -> lead.apply(address).stream())
        .distinct()
        .toList();
  }

  /** What was fetched, to be read. */
  static Document document(Fetched page) {
    return new Document(page.address().uri(), Optional.of(page.type()), page.body());
  }

  private static Stream<PageAddress> address(String written) {
    try {
      return Stream.of(PageAddress.of(written));
    } catch (IllegalArgumentException e) {
      return Stream.empty(); // not an address; the other links count
    }
  }
}
