package dk.brobygger.search;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.engine.EntrySink;
import dk.brobygger.search.engine.Index;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.language.CompetenceTagger;
import java.util.List;

/** An index in memory with some entries, for tests. */
public final class Shelf implements AutoCloseable {

  public static final Vocabulary VOCABULARY = Vocabulary.shipped();
  public static final CompetenceTagger TAGGER = CompetenceTagger.shipped();

  private final EntrySink sink;
  private final SearchEngine engine;

  private Shelf(List<Entry> entries) {
    Index index = Engines.inMemory(VOCABULARY, TAGGER);
    sink = index.writer().orElseThrow();
    entries.forEach(sink::put);
    sink.commit(1);
    engine = index.engine();
  }

  /** A shelf with these entries. */
  public static Shelf of(List<Entry> entries) {
    return new Shelf(entries);
  }

  /** A shelf with entries written as JSON. */
  public static Shelf of(String... entries) {
    return new Shelf(java.util.Arrays.stream(entries).map(EntryJson::read).toList());
  }

  /** Puts an entry in the place of the one with its id. */
  public void put(Entry entry) {
    sink.put(entry);
    sink.commit(sink.applied() + 1);
  }

  public SearchEngine engine() {
    return engine;
  }

  @Override
  public void close() {
    sink.close();
    engine.close();
  }
}
