package dk.brobygger.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.indexer.page.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExtractionTest {

  private static final List<String> PIECES =
      List.of(
          "<h1>Example Wind Cluster</h1>",
          "<h2>What we offer</h2>",
          "<h2>Vi søger</h2>",
          "<p>Example Wind Cluster is a cluster based in Aarhus, Denmark.</p>",
          "<p>Our members build offshore wind foundations &amp; blades.</p>",
          "<p>Vi søger partnere i Polen om brint og <b>elektrolyse</b>.</p>",
          "<ul><li>Hydrogen</li><li>112 members, 80 SMEs</li></ul>",
          "<p>Deadline: 3. maj 2027 kl. 12.00, TRL 4 to TRL 7 — from TRL 4 to TRL 7.</p>",
          "<p>This call for proposals gives grants of up to EUR 2.5 million per project.</p>",
          "<p>At least three legal entities from three different countries must apply.</p>",
          "<table><tr><td>SMV'er</td><td>40</td></tr></table>",
          "<footer>8000 Aarhus C · CVR 11 22 33 44</footer>",
          "<p>Awarded the Gold Label by ESCA in May 2025.</p>",
          "<p>Ã¦ble og grÃ¸d &#8211; HORIZON-CL5-2027-01-D3-01</p>",
          "<div><span>We are </span>looking<br>for   partners\u00A0in Norway for e-mobility.</div>",
          "<p>😀 Ledende i Europa 😀</p>");

  @Example
  void everyClaimOfTheExamples_standsInItsPage() {
    for (String name : ExamplePages.ALL) {
      Page page = ExamplePages.page(name);
      ExamplePages.entries(page)
          .forEach(entry -> ExamplePages.assertClaimsStandInThePage(entry, page));
    }
  }

  @Property(tries = 300)
  void everyClaim_standsInItsPage(@ForAll("pages") String html) {
    Page page = ExamplePages.page(("<html>" + html).getBytes(StandardCharsets.UTF_8), "any");
    for (Entry entry : ExamplePages.entries(page)) {
      ExamplePages.assertClaimsStandInThePage(entry, page);
      assertThat(EntryJson.read(EntryJson.write(entry))).isEqualTo(entry);
    }
  }

  @Provide
  Arbitrary<String> pages() {
    return Arbitraries.of(PIECES)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }
}
