package dk.brobygger.benchmarks.speed;

import dk.brobygger.benchmarks.outside.ScratchFolder;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.Engines;
import dk.brobygger.search.engine.EntrySink;
import dk.brobygger.search.language.CompetenceTagger;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/**
 * Entries put into an index of ours and committed, beside a bare {@code IndexWriter} of Lucene that
 * keeps the same entries and analyses the same texts as English. One thread each, on disk.
 */
final class IndexingSpeed {

  private static final int ROUNDS = 7;
  private static final int ENTRIES = 2_000;

  private IndexingSpeed() {}

  /** Measures on some of the entries, drawn by chance, and prints. */
  static void run(List<Entry> entries, PrintWriter out) throws IOException {
    List<Entry> shuffled = new ArrayList<>(entries);
    Collections.shuffle(shuffled, new Random(7));
    List<Entry> some = shuffled.subList(0, Math.min(ENTRIES, shuffled.size()));
    Rounds ours = new Rounds();
    Rounds bare = new Rounds();
    for (int round = 0; round <= ROUNDS; round++) {
      double[] own = {seconds(() -> own(some))};
      double[] theirs = {seconds(() -> bare(some))};
      if (round > 0) {
        ours.add(own);
        bare.add(theirs);
      }
    }
    out.printf(
        Locale.ROOT,
        "indexing %,d entries: ours %.0f a second, bare IndexWriter %.0f; bare takes of our time"
            + " %s%n",
        some.size(),
        some.size() * ours.rate(),
        some.size() * bare.rate(),
        Rounds.ratio(bare, ours, 50));
    out.flush();
  }

  private interface Indexing {
    void run() throws IOException;
  }

  private static double seconds(Indexing indexing) throws IOException {
    long start = System.nanoTime();
    indexing.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static void own(List<Entry> entries) {
    try (ScratchFolder folder = ScratchFolder.of("own")) {
      try (EntrySink sink =
          Engines.in(folder.path(), Vocabulary.shipped(), CompetenceTagger.shipped())
              .writer()
              .orElseThrow()) {
        entries.forEach(sink::put);
        sink.commit(entries.size());
      }
    }
  }

  private static void bare(List<Entry> entries) throws IOException {
    try (ScratchFolder folder = ScratchFolder.of("bare");
        FSDirectory directory = FSDirectory.open(folder.path());
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(new EnglishAnalyzer()))) {
      for (Entry entry : entries) {
        Document document = new Document();
        document.add(new StringField("id", entry.id().toString(), Field.Store.YES));
        document.add(new StoredField("body", EntryJson.write(entry)));
        entry
            .texts()
            .forEach(text -> document.add(new TextField(text.name(), text.text(), Field.Store.NO)));
        writer.addDocument(document);
      }
      writer.commit();
    }
  }
}
