package dk.brobygger.indexer.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.json.EntryJson;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentificationTest {

  private static final String CLAIM =
      "'claims': [{'fields': ['name'], 'source': 'https://a.example/', 'date': '2026-11-27'}]";

  private static Entry organisation(String id, String fields) {
    String json = "{'id': 'organisation/%s', 'country': 'DK', %s, %s}".formatted(id, fields, CLAIM);
    return EntryJson.read(json.replace('\'', '"'));
  }

  private static String recognised(Entry read, Entry... known) {
    return Identification.of(List.of(known)).known(read).map(EntryId::key).orElse("nobody");
  }

  @Test
  void pic_isSurest() {
    Entry known = organisation("a", "'name': 'Alpha', 'pic': '123456789'");
    assertThat(recognised(organisation("b", "'name': 'Beta', 'pic': '123456789'"), known))
        .isEqualTo("a");
  }

  @Test
  void otherPic_isAnother_whateverNameAndSite() {
    Entry known =
        organisation("a", "'name': 'Alpha', 'pic': '123456789', 'site': 'https://alpha.dk/'");
    Entry read =
        organisation("b", "'name': 'Alpha', 'pic': '987654321', 'site': 'https://alpha.dk/'");
    assertThat(recognised(read, known)).isEqualTo("nobody");
  }

  @Test
  void taxNumber_recognises() {
    Entry known = organisation("a", "'name': 'Alpha', 'vat': 'DK12345678'");
    assertThat(recognised(organisation("b", "'name': 'Beta', 'vat': 'DK12345678'"), known))
        .isEqualTo("a");
  }

  @Test
  void name_recognises_withoutLegalFormAccentsAndCapitals() {
    Entry known = organisation("a", "'name': 'Blå Energi A/S', 'aliases': ['Blue Energy']");
    assertThat(recognised(organisation("b", "'name': 'BLÅ ENERGI'"), known)).isEqualTo("a");
    assertThat(recognised(organisation("c", "'name': 'blue energy aps'"), known)).isEqualTo("a");
  }

  @Test
  void nameInAnotherPlaceOrCountry_isAnother() {
    Entry known = organisation("a", "'name': 'Food Valley', 'place': 'Aarhus'");
    assertThat(recognised(organisation("b", "'name': 'Food Valley', 'place': 'Odense'"), known))
        .isEqualTo("nobody");
    Entry swedish =
        EntryJson.read(
            "{'id': 'organisation/s', 'country': 'SE', 'name': 'Food Valley'}".replace('\'', '"'));
    assertThat(recognised(swedish, known)).isEqualTo("nobody");
  }

  @Test
  void domain_recognisesARename_butNotOnSharedSites() {
    Entry known = organisation("a", "'name': 'Old Name', 'site': 'https://www.cluster.dk/om'");
    assertThat(
            recognised(organisation("b", "'name': 'New Name', 'site': 'http://cluster.dk'"), known))
        .isEqualTo("a");
    Entry shared = organisation("a", "'name': 'Old Name', 'site': 'https://facebook.com/old'");
    assertThat(
            recognised(
                organisation("b", "'name': 'New Name', 'site': 'https://facebook.com/new'"),
                shared))
        .isEqualTo("nobody");
  }

  @Test
  void markOfTwo_recognisesNobody() {
    Entry one = organisation("a", "'name': 'Centre for Wind', 'site': 'https://uni.dk/wind'");
    Entry two = organisation("b", "'name': 'Centre for Food', 'site': 'https://uni.dk/food'");
    assertThat(
            recognised(
                organisation("c", "'name': 'Centre for Law', 'site': 'https://uni.dk/law'"),
                one,
                two))
        .isEqualTo("nobody");
  }

  @Test
  void clusterAndOrganisation_areNeverTheSame() {
    Entry cluster =
        EntryJson.read(
            "{'id': 'cluster/a', 'country': 'DK', 'name': 'Wind Denmark'}".replace('\'', '"'));
    assertThat(recognised(organisation("b", "'name': 'Wind Denmark'"), cluster))
        .isEqualTo("nobody");
  }

  @Test
  void pagesOfOneReading_becomeOneEntry() {
    List<Entry> read =
        List.of(
            organisation("a", "'name': 'Alpha', 'site': 'https://alpha.dk/'"),
            organisation("b", "'name': 'Alpha Group', 'site': 'https://alpha.dk/en'"),
            organisation("c", "'name': 'Gamma'"));
    assertThat(Identification.of(List.of()).recognised(read))
        .extracting(entry -> entry.id().key())
        .containsExactly("a", "c");
  }

  @Test
  void twoPicsWithOneKnownDomain_doNotBothTakeIt() {
    Entry known = organisation("uni", "'name': 'University', 'site': 'https://uni.dk/'");
    List<Entry> read =
        List.of(
            organisation(
                "pic-111111111",
                "'name': 'University', 'pic': '111111111', 'site': 'https://uni.dk/'"),
            organisation(
                "pic-222222222",
                "'name': 'University Hospital', 'pic': '222222222', 'site': 'https://uni.dk/'"));
    assertThat(Identification.of(List.of(known)).recognised(read))
        .extracting(entry -> entry.id().key())
        .containsExactly("uni", "pic-222222222");
  }

  @Test
  void siteOfOneCluster_hasItsOwner_andASharedOneHasNone() {
    Entry one = cluster("one", "https://www.one.example/om");
    Entry two = cluster("two", "https://shared.example/two");
    Entry three = cluster("three", "https://shared.example/three");
    Identification known =
        Identification.of(
            List.of(one, two, three, organisation("o", "'name': 'O', 'site': 'https://o.dk/'")));
    assertThat(known.clusterAt(URI.create("http://one.example/"))).contains(one.id());
    assertThat(known.clusterAt(URI.create("https://shared.example/"))).isEmpty();
    assertThat(known.clusterAt(URI.create("https://o.dk/"))).isEmpty();
  }

  private static Entry cluster(String key, String site) {
    String json = "{'id': 'cluster/%s', 'country': 'DK', 'name': '%s', 'site': '%s'}";
    return EntryJson.read(json.formatted(key, key, site).replace('\'', '"'));
  }
}
