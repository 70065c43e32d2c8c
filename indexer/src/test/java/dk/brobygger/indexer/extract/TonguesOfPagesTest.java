package dk.brobygger.indexer.extract;

import static dk.brobygger.indexer.extract.ExamplePages.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Members;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.indexer.extract.Phrases.Kind;
import dk.brobygger.indexer.page.Page;
import dk.brobygger.search.Engines;
import dk.brobygger.search.engine.EntrySink;
import dk.brobygger.search.engine.Highlight;
import dk.brobygger.search.engine.Index;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.query.Query;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of clusters abroad, each in its own language. */
class TonguesOfPagesTest {

  /** Language, telephone, about, members, offer, wish, denied wish; countries of the wish. */
  static List<Arguments> pages() {
    return List.of(
        Arguments.of(
            "sv +46 8 123456",
            "Exempelklustret Skogskraft är ett kluster för bioenergi i de påhittade skogarna.",
            "Klustret har 130 medlemsföretag, varav 90 små och medelstora företag.",
            "Våra medlemmar utvecklar biogas och fjärrvärme för hela landet.",
            "Vi söker partner i Danmark och Tyskland som arbetar med biogas och vätgas.",
            "Vi söker inte leverantörer av biogas i Polen längre.",
            "DK DE"),
        Arguments.of(
            "no +47 22 123456",
            "Eksempelklyngen Fjordkraft er en klynge for havvind langs den oppdiktede kysten.",
            "Klyngen har 85 medlemsbedrifter, hvorav 60 små og mellomstore bedrifter.",
            "Medlemmene utvikler flytende havvind og leverer tjenester til hele næringen.",
            "Vi ser etter partnere i Spania og Nederland som arbeider med havvind.",
            "Vi søker ikke lenger leverandører av havvind i Polen.",
            "ES NL"),
        Arguments.of(
            "nl +31 20 123456",
            "Voorbeeld Water Cluster is een cluster voor waterbeheer in de verzonnen delta.",
            "Het cluster heeft 95 leden, waaronder 70 kleine en middelgrote bedrijven.",
            "Onze leden ontwikkelen systemen voor schoon water en bouwen pompen en gemalen.",
            "Wij zijn op zoek naar partners in Denemarken en Duitsland voor schone rivieren.",
            "Wij zoeken geen nieuwe leveranciers in Polen voor onze gemalen.",
            "DK DE"),
        Arguments.of(
            "es +34 91 123456",
            "Clúster Ejemplo del Mar es un clúster de la pesca en la costa inventada del norte.",
            "El clúster agrupa a 1.140 socios, de los cuales 80 pymes y 12 universidades.",
            "Nuestros socios desarrollan redes de pesca y fabrican barcos para toda la costa.",
            "Buscamos socios en Dinamarca y Noruega para proyectos comunes de acuicultura.",
            "Ya no buscamos proveedores en Polonia para nuestros barcos.",
            "DK NO"),
        Arguments.of(
            "it +39 02 123456",
            "Cluster Esempio della Moda è un cluster del tessile nelle valli inventate del nord.",
            "Il cluster riunisce 75 soci, tra cui 60 PMI e 4 università della regione.",
            "I nostri soci sviluppano tessuti riciclati e producono filati per tutta l'Europa.",
            "Cerchiamo partner in Danimarca e Svezia per progetti comuni di economia circolare.",
            "Non cerchiamo più fornitori in Polonia per i nostri filati.",
            "DK SE"));
  }

  private static Cluster read(String tongue, String... sentences) {
    String[] said = tongue.split(" ", 2);
    return read(
        "<html lang='%s'><body><main><p>%s</p></main><footer>Tel. %s</footer></body></html>"
            .formatted(said[0], String.join("</p><p>", sentences), said[1]));
  }

  private static Cluster read(String html) {
    Page page = ExamplePages.page(html.getBytes(StandardCharsets.UTF_8), "abroad");
    List<Entry> entries = ExamplePages.entries(page);
    assertThat(entries).as(page.text()).hasSize(1);
    ExamplePages.assertClaimsStandInThePage(entries.getFirst(), page);
    return (Cluster) entries.getFirst();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void clusterAbroad_saysInItsLanguageWhatItOffersSeeksAndHowManyItIs(
      String tongue,
      String about,
      String members,
      String offer,
      String wish,
      String denied,
      String countries) {
    Cluster cluster = read(tongue, about, members, offer, wish, denied);
    Language own = Language.known(tongue.substring(0, 2)).orElseThrow();
    assertThat(cluster.strategy().offers().byLanguage()).containsEntry(own, offer);
    assertThat(cluster.strategy().seeks().byLanguage()).containsEntry(own, wish);
    assertThat(cluster.strategy().targetCountries())
        .containsExactlyElementsOf(Arrays.asList(countries.split(" ")));
    Members counted = cluster.members().orElseThrow();
    assertThat(counted.total()).contains(number(members, 0));
    assertThat(counted.sme()).contains(number(members, 1));
  }

  /** What the page itself says of its language is wrong: a template in English. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pl | +48 22 1234567 | Klaster Bałtycka Energia"
            + " | Nasz klaster zrzesza 64 członków ze zmyślonego wybrzeża."
            + " | Oferujemy badania łopat do turbin wiatrowych oraz szkolenia dla techników."
            + " | Poszukujemy partnerów do wspólnych projektów dotyczących magazynów wodoru."
            + " | szkolenie | partner",
        "fi | +358 9 1234567 | Esimerkkiklusteri"
            + " | Esimerkkiklusterin jäsenyritykset toimivat keksityllä rannikolla pohjoisessa."
            + " | Tarjoamme koulutusta biokaasulaitosten rakentajille ja testausta talvella."
            + " | Etsimme kumppaneita hankkeisiin, joissa vetyä varastoidaan vanhoissa satamissa."
            + " | rakentaja | satama"
      })
  void pageInPolishOrFinnish_isKnownAsSuch_andFoundByItsWordsInAnotherForm(
      String language,
      String telephone,
      String name,
      String about,
      String offer,
      String wish,
      String offered,
      String sought) {
    Cluster cluster =
        read(
            "<html lang='en'><title>%s</title><p>%s<p>%s<p>%s<footer>Tel. %s</footer></html>"
                .formatted(name, about, offer, wish, telephone));
    Language own = Language.known(language).orElseThrow();
    assertThat(cluster.strategy().offers().byLanguage()).containsExactly(Map.entry(own, offer));
    assertThat(cluster.strategy().seeks().byLanguage()).containsExactly(Map.entry(own, wish));
    assertThat(fieldsFound(cluster, offered)).contains("offers." + language);
    assertThat(fieldsFound(cluster, sought)).contains("seeks." + language);
  }

  /** In which texts of a cluster a word is found. */
  private static List<String> fieldsFound(Cluster cluster, String word) {
    Index index = Engines.inMemory(Vocabulary.shipped(), CompetenceTagger.shipped());
    try (EntrySink sink = index.writer().orElseThrow()) {
      sink.put(cluster);
      sink.commit(1);
    }
    try (SearchEngine engine = index.engine()) {
      return engine.ask(Question.best(new Query.Words(word), 10)).hits().stream()
          .flatMap(hit -> hit.highlights().stream())
          .map(Highlight::field)
          .toList();
    }
  }

  private static int number(String sentence, int place) {
    return Arrays.stream(sentence.split("[^0-9.]+"))
        .map(part -> part.replace(".", ""))
        .filter(part -> !part.isEmpty())
        .map(Integer::valueOf)
        .toList()
        .get(place);
  }

  @Test
  void germanPage_saysOffersSeeksMembersAndCountries() {
    Cluster cluster = cluster("german-cluster");
    assertThat(cluster.name()).isEqualTo("Beispielcluster Windküste");
    assertThat(cluster.identity().seat().country()).isEqualTo("DE");
    assertThat(cluster.strategy().offers().in(Language.DE))
        .contains(
            "Unsere Mitglieder entwickeln Fundamente für Offshore-Windenergie und Speicher für"
                + " Wasserstoff.\nWartung von Windparks auf See\nNetzanschluss");
    assertThat(cluster.strategy().seeks().in(Language.DE))
        .contains(
            "Wir suchen Partner in Dänemark und Norwegen für gemeinsame Projekte rund um"
                + " Wasserstoff.");
    assertThat(cluster.strategy().targetCountries()).containsExactly("DK", "NO", "CA", "NL");
    assertThat(cluster.members())
        .contains(
            new Members(
                Optional.of(240),
                Optional.of(170),
                Optional.empty(),
                Optional.of(31),
                Optional.of(12),
                Optional.empty()));
  }

  @Test
  void frenchPage_saysOffersSeeksMembersAndCountries() {
    Cluster cluster = cluster("french-cluster");
    assertThat(cluster.identity().seat().country()).isEqualTo("FR");
    assertThat(cluster.strategy().offers().in(Language.FR).orElseThrow())
        .contains("éoliennes flottantes", "Robotique sous-marine\nCorrosion en mer");
    assertThat(cluster.strategy().seeks().in(Language.FR))
        .contains(
            "Nous recherchons des partenaires au Danemark et en Suède pour des projets d’énergie"
                + " éolienne.");
    assertThat(cluster.strategy().targetCountries()).containsExactly("DK", "SE", "CA", "DE");
    assertThat(cluster.members().orElseThrow().total()).contains(1_350);
    assertThat(cluster.members().orElseThrow().large()).contains(25);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | SEEKS  | Gesucht werden Hersteller von Pumpen aus Schweden.",
        "de | SEEKS  | Wir möchten mit dänischen Häfen zusammenarbeiten.",
        "de | OFFERS | Der Cluster verfügt über Kompetenzen im Leichtbau.",
        "de |        | Wir suchen Mitarbeiterinnen und Mitarbeiter für unser Büro.",
        "sv | SEEKS  | Klustret är på jakt efter partner inom biogas.",
        "sv | OFFERS | Företagen är specialiserade på lättviktsmaterial.",
        "sv |        | Vi söker en projektledare till vårt kontor.",
        "no | SEEKS  | Klyngen ønsker samarbeid med havner i Danmark.",
        "no | OFFERS | Vi tilbyr test av turbiner i full skala.",
        "no |        | Vi søker prosjektleder med erfaring.",
        "fr | SEEKS  | Le pôle est à la recherche d’entreprises danoises.",
        "fr | OFFERS | Nos entreprises sont spécialisées dans la robotique.",
        "fr |        | Nous ne recherchons plus de partenaires.",
        "nl | SEEKS  | De cluster zoekt partners in Denemarken.",
        "nl | OFFERS | Wij bieden expertise in waterbouw.",
        "nl |        | Wij zoeken een medewerker voor ons kantoor.",
        "es | SEEKS  | Estamos interesados en empresas danesas.",
        "es | OFFERS | Ofrecemos acceso a un laboratorio de ensayos.",
        "es |        | No buscamos nuevos proveedores.",
        "it | SEEKS  | Siamo alla ricerca di partner danesi.",
        "it | OFFERS | Le nostre imprese producono macchine utensili.",
        "it |        | Cerchiamo tirocinanti per il nostro ufficio.",
        "pl | SEEKS  | Poszukujemy partnerów z Danii.",
        "pl | OFFERS | Oferujemy dostęp do laboratorium.",
        "fi | SEEKS  | Etsimme kumppaneita Tanskasta.",
        "fi | OFFERS | Tarjoamme testausta.",
        "da | SEEKS  | Klyngen ønsker at samarbejde med havne i Spanien.",
      })
  void sentence_isACueInItsLanguage(String language, Side side, String sentence) {
    assertThat(new Cues(Language.known(language)).of(sentence))
        .isEqualTo(Optional.ofNullable(side));
  }

  @ParameterizedTest
  @CsvSource({
    "de, Dänemark, DK",
    "sv, Nederländerna, NL",
    "no, Tyskland, DE",
    "fr, Royaume-Uni, UK",
    "nl, Griekenland, EL",
    "es, Suecia, SE",
    "it, Germania, DE",
    "pl, Dania, DK",
    "fi, Tanska, DK"
  })
  void country_isKnownByItsNameOnPagesInThatLanguageOnly(
      String language, String name, String code) {
    assertThat(Countries.named("x " + name + " y", Language.known(language)))
        .extracting(Found::value)
        .containsExactly(code);
    if (!language.equals("no")) {
      assertThat(Countries.named("x " + name + " y")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void fileOfEachLanguage_hasPhrasesThatCompile(Language language) {
    for (Kind kind : Kind.values()) {
      assertThat(Phrases.pattern(kind, Optional.of(language)).pattern()).isNotEmpty();
    }
    assertThat(Phrases.words(Kind.SEEKS, Optional.of(language))).doesNotContain("(?!)");
  }
}
