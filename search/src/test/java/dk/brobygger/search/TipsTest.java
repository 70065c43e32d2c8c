package dk.brobygger.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.delegation.Encounters;
import dk.brobygger.search.match.PartnerMatcher;
import dk.brobygger.search.match.Seeker;
import dk.brobygger.search.match.Tip;
import dk.brobygger.search.match.TipJson;
import dk.brobygger.search.score.Match;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TipsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static Shelf shelf;
  private static PartnerMatcher partners;

  @BeforeAll
  static void open() {
    shelf = Shelf.of(Sample.entries());
    partners =
        new PartnerMatcher(shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER, () -> Encounters.NONE);
  }

  @AfterAll
  static void close() {
    shelf.close();
  }

  private static Cluster cluster(String id) {
    return Sample.entries().stream()
        .filter(one -> one.id().equals(EntryId.of(id)))
        .map(Cluster.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<Match> match(Entry cluster) {
    return partners.match(new Seeker((Cluster) cluster, TODAY), 200).ranked();
  }

  /** The cluster as its people would write it who do what a tip tells them. */
  private static Entry changed(Cluster cluster, JsonNode tip) {
    ObjectNode json = EntryJson.tree(cluster);
    String value = tip.path("value").asText();
    switch (tip.path("change").asText()) {
      case "offer" -> add(json.withObject("offers"), tip.path("words"));
      case "seek" -> add(json.withObject("seeks"), tip.path("words"));
      case "country" -> json.withArray("targetCountries").add(value);
      default -> json.withObject("label").remove(List.of("validUntil", "awarded"));
    }
    return EntryJson.read(json);
  }

  private static void add(ObjectNode texts, JsonNode words) {
    words
        .properties()
        .forEach(one ->
            texts.put(
                one.getKey(),
                (texts.path(one.getKey()).asText() + " " + one.getValue().asText()).strip()));
  }

  @Test
  void whatATipPromises_comesTrueWhenTheProfileIsChanged() {
    for (String id : List.of("energy-cluster-denmark", "dbdh", "made", "clean", "tweed")) {
      Cluster cluster = cluster("cluster/" + id);
      List<Tip> tips = partners.tips(new Seeker(cluster, TODAY));
      JsonNode told = TipJson.of(cluster.id(), tips).path("tips");
      double bar = match(cluster).get(19).score();
      List<EntryId> before = first(cluster);
      assertThat(tips).as(id).isNotEmpty().hasSizeLessThanOrEqualTo(3);
      assertThat(tips).extracting(Tip::change).doesNotHaveDuplicates();
      for (int number = 0; number < tips.size(); number++) {
        Tip tip = tips.get(number);
        assertThat(tip.bar()).isEqualTo(bar);
        assertThat(tip.gained())
            .isNotEmpty()
            .extracting(one -> one.entry().id() + " " + one.score())
            .isEqualTo(
                match(changed(cluster, told.get(number))).stream()
                    .filter(one -> one.score() > bar && !before.contains(one.entry().id()))
                    .map(one -> one.entry().id() + " " + one.score())
                    .toList());
      }
      assertThat(tips.stream().map(tip -> tip.gained().size()).toList())
          .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }
  }

  private static List<EntryId> first(Cluster cluster) {
    return match(cluster).stream().limit(20).map(one -> one.entry().id()).toList();
  }

  @Test
  void whoeverIsAmongTheFirstTwenty_isNotGained() {
    for (String id : List.of("lifestyle-design-cluster", "made", "clean", "censec")) {
      Cluster cluster = cluster("cluster/" + id);
      List<EntryId> before = first(cluster);
      assertThat(partners.tips(new Seeker(cluster, TODAY)))
          .allSatisfy(tip ->
              assertThat(tip.gained())
                  .isNotEmpty()
                  .extracting(one -> one.entry().id())
                  .doesNotContainAnyElementsOf(before));
    }
  }

  @Test
  void tipForACompetence_quotesOthersWhoSpeakOfIt() {
    Cluster cluster = cluster("cluster/energy-cluster-denmark");
    for (Tip tip : partners.tips(new Seeker(cluster, TODAY))) {
      boolean competence = tip.change() == Tip.Change.OFFER || tip.change() == Tip.Change.SEEK;
      assertThat(tip.others().isEmpty()).isNotEqualTo(competence);
      assertThat(tip.others()).extracting(one -> one.entry()).doesNotContain(cluster.id());
    }
  }

  @Test
  void competenceIsWritten_inTheLanguagesOfTheProfile() {
    Cluster both = cluster("cluster/energy-cluster-denmark");
    ObjectNode json = EntryJson.tree(both);
    for (String field : List.of("description", "offers", "seeks")) {
      json.withObject(field).remove("en");
    }
    Cluster danish = (Cluster) EntryJson.read(json);
    assertThat(languages(both)).containsExactly(Set.of(Language.EN, Language.DA));
    assertThat(languages(danish)).containsExactly(Set.of(Language.DA));
    assertThat(languages(cluster("cluster/tweed"))).containsExactly(Set.of(Language.EN));
  }

  private static Set<Set<Language>> languages(Cluster cluster) {
    return partners.tips(new Seeker(cluster, TODAY)).stream()
        .filter(tip -> tip.change() == Tip.Change.OFFER || tip.change() == Tip.Change.SEEK)
        .map(tip -> tip.words().byLanguage().keySet())
        .collect(Collectors.toSet());
  }

  @Test
  void clusterWithFewPartners_getsNoTips() {
    Entry alone =
        EntryJson.read(
            "{\"id\":\"cluster/alene\",\"name\":\"Alene\",\"country\":\"DK\",\"description\":"
                + "{\"en\":\"Xyzzy.\"}}");
    assertThat(partners.tips(new Seeker((Cluster) alone, TODAY))).isEmpty();
  }
}
