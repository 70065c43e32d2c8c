package dk.brobygger.search;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.completion.Completer;
import dk.brobygger.search.completion.Completion;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.query.Query;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who was renamed or merged is found by the names there were. */
class FormerNamesIdentifyTest {

  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static Shelf shelf;
  private static Completer completer;

  @BeforeAll
  static void open() {
    shelf = Shelf.of(Sample.entries());
    completer = new Completer(shelf.engine(), Shelf.VOCABULARY);
  }

  @AfterAll
  static void close() {
    shelf.close();
  }

  private static List<String> ids(List<? extends Entry> entries) {
    return entries.stream().map(one -> one.id().toString()).toList();
  }

  private static List<Hit> found(Query query) {
    return shelf.engine().ask(Question.best(query, 10)).hits();
  }

  @ParameterizedTest
  @CsvSource({
    "House of Energy, house of, cluster/energy-cluster-denmark",
    "Welfare Tech, welfare te, cluster/danish-life-science-cluster",
    "Danish Food Cluster, danish food cl, cluster/food-bio-cluster-denmark",
    "Végépolys, vegepol, cluster/vegepolys-valley",
  })
  void formerName_leadsToWhoCameOfIt(String name, String begun, String id) {
    assertThat(ids(completer.meant(name, EntryType.CLUSTER))).contains(id);
    assertThat(completer.complete(begun, Language.DA, NOW)).extracting(Completion::id).contains(id);
    assertThat(ids(found(new Query.Phrase(name)).stream().map(Hit::entry).toList())).contains(id);
  }

  @Test
  void formerName_isHighlighted_whereItStands() {
    Hit hit = found(new Query.Exactly("House of Energy")).getFirst();
    assertThat(hit.entry().id()).hasToString("cluster/energy-cluster-denmark");
    String names = hit.entry().field("predecessors").orElseThrow().text();
    assertThat(hit.highlights())
        .filteredOn(one -> one.field().equals("predecessors"))
        .extracting(one -> names.substring(one.start(), one.end()))
        .contains("House", "of", "Energy");
  }

  @Test
  void formerName_speaksOfNoCompetence() {
    Entry built =
        Sample.entries().stream()
            .filter(one -> one.id().toString().equals("cluster/we-build-denmark"))
            .findFirst()
            .orElseThrow();
    assertThat(built.field("predecessors").orElseThrow().text()).contains("Smart City Cluster");
    assertThat(Shelf.TAGGER.mentions(built))
        .noneMatch(mention -> mention.field().equals("predecessors"));
  }
}
