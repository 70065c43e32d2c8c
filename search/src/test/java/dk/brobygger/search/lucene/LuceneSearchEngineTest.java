package dk.brobygger.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.Shelf;
import dk.brobygger.search.engine.EngineException;
import dk.brobygger.search.engine.EntrySink;
import dk.brobygger.search.engine.Index;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.engine.SearchEngineContract;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.language.TextAnalysis;
import dk.brobygger.search.query.Query;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneSearchEngineTest extends SearchEngineContract {

  @TempDir Path folder;

  @Override
  protected Index index() {
    return LuceneIndex.in(folder.resolve("index"), Shelf.VOCABULARY, Shelf.TAGGER);
  }

  @Test
  void languageWithoutTexts_isNotAsked(@TempDir Path other) throws IOException {
    String cluster =
        "{\"id\":\"cluster/x\",\"name\":\"X\",\"country\":\"DK\",\"description\":{\"%s\":\"Text.\"}}";
    LuceneIndex index = LuceneIndex.in(other, Shelf.VOCABULARY, Shelf.TAGGER);
    try (EntrySink sink = index.writer().orElseThrow()) {
      sink.put(EntryJson.read(cluster.formatted("da")));
      sink.commit(1);
      assertThat(languages(other)).containsExactly(Language.EN, Language.DA);
      sink.put(EntryJson.read(cluster.formatted("fi")));
      sink.commit(2);
      assertThat(languages(other)).containsExactly(Language.EN, Language.DA, Language.FI);
    }
  }

  private static List<Language> languages(Path index) throws IOException {
    try (Directory directory = FSDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return new BestMatchSearcher(reader).languages();
    }
  }

  @Test
  void secondWriter_isTurnedAway() {
    assertThat(index().writer()).isEmpty();
  }

  @Test
  void index_keepsItsPlaceOverARestart(@TempDir Path other) {
    LuceneIndex index = LuceneIndex.in(other, Shelf.VOCABULARY, Shelf.TAGGER);
    try (EntrySink sink = index.writer().orElseThrow()) {
      sink.put(EntryJson.read("{\"id\":\"cluster/x\",\"name\":\"X\",\"country\":\"DK\"}"));
      sink.commit(41);
    }
    try (EntrySink sink = index.writer().orElseThrow()) {
      assertThat(sink.applied()).isEqualTo(41);
    }
  }

  @Test
  void compacting_leavesOneSegmentWithTheSamePlaceAndNewestEntries(@TempDir Path other)
      throws IOException {
    String cluster = "{\"id\":\"cluster/%s\",\"name\":\"%s\",\"country\":\"DK\"}";
    LuceneIndex index = LuceneIndex.in(other, Shelf.VOCABULARY, Shelf.TAGGER);
    try (EntrySink sink = index.writer().orElseThrow()) {
      sink.put(EntryJson.read(cluster.formatted("x", "Old")));
      sink.put(EntryJson.read(cluster.formatted("y", "Gone")));
      sink.commit(2);
      sink.put(EntryJson.read(cluster.formatted("x", "New")));
      sink.remove(EntryId.of("cluster/y"));
      sink.commit(4);
      sink.compact();
    }
    try (Directory directory = FSDirectory.open(other);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      assertThat(reader.leaves()).hasSize(1);
    }
    try (SearchEngine engine = index.engine()) {
      assertThat(engine.applied()).isEqualTo(4);
      assertThat(engine.ask(Question.only(new Query.All(), 10)).hits())
          .extracting(hit -> hit.entry().name())
          .containsExactly("New");
    }
  }

  @Test
  void brokenIndex_isEmptiedAndFilledAgain(@TempDir Path other) throws IOException {
    LuceneIndex index = LuceneIndex.in(other, Shelf.VOCABULARY, Shelf.TAGGER);
    try (EntrySink sink = index.writer().orElseThrow()) {
      sink.put(EntryJson.read("{\"id\":\"cluster/x\",\"name\":\"X\",\"country\":\"DK\"}"));
      sink.commit(41);
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(other, "{segments,_}*")) {
      for (Path file : files) {
        Files.writeString(file, "no index");
      }
    }
    try (EntrySink sink = index.writer().orElseThrow()) {
      assertThat(sink.applied()).isZero();
      sink.put(EntryJson.read("{\"id\":\"cluster/x\",\"name\":\"X\",\"country\":\"DK\"}"));
      sink.commit(41);
    }
    try (SearchEngine engine = index.engine()) {
      assertThat(engine.applied()).isEqualTo(41);
    }
  }

  @Test
  void indexOfAnotherVersion_isNotReadWhileAProcessOfThatVersionHoldsIt(@TempDir Path other) {
    LuceneIndex index = LuceneIndex.in(other, Shelf.VOCABULARY, Shelf.TAGGER);
    try (EntrySink sink = index.writer().orElseThrow()) {
      sink.commit(41);
      Vocabulary none = Vocabulary.of(List.of());
      LuceneIndex changed = LuceneIndex.in(other, none, new CompetenceTagger(none));
      assertThat(changed.writer()).isEmpty();
      assertThatThrownBy(changed::engine)
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("another version of the program");
    }
  }

  @Test
  void fillersOfUsersLanguages_areNotLookedForInOtherTexts() {
    QuestionWords read = new QuestionWords();
    assertThat(read.of("The wind and Windparks", Language.DE))
        .extracting(TextAnalysis.Word::start)
        .containsExactly(4, 13);
    assertThat(read.of("IT", Language.DE)).hasSize(1);
  }

  @Test
  void indexOfAnotherVocabulary_isEmptied(@TempDir Path other) {
    LuceneIndex index = LuceneIndex.in(other, Shelf.VOCABULARY, Shelf.TAGGER);
    try (EntrySink sink = index.writer().orElseThrow()) {
      sink.commit(41);
    }
    Vocabulary none = Vocabulary.of(List.of());
    LuceneIndex changed = LuceneIndex.in(other, none, new CompetenceTagger(none));
    try (EntrySink sink = changed.writer().orElseThrow()) {
      assertThat(sink.applied()).isZero();
    }
    try (SearchEngine engine = changed.engine()) {
      assertThat(engine.applied()).isZero();
    }
  }
}
