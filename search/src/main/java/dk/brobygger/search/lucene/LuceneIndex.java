package dk.brobygger.search.lucene;

import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.engine.EngineException;
import dk.brobygger.search.engine.EntrySink;
import dk.brobygger.search.engine.Index;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.language.CompetenceTagger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * A Lucene index, on disk or in memory, made for one vocabulary. Opening it for writing empties an
 * index that was made for another vocabulary or by another version of the program: the follower
 * then fills it again.
 */
public final class LuceneIndex implements Index {

  static final String APPLIED = "applied";
  static final String FORM = "form";

  private final Directory directory;
  private final Vocabulary vocabulary;
  private final CompetenceTagger tagger;
  private final String form;

  private LuceneIndex(Directory directory, Vocabulary vocabulary, CompetenceTagger tagger) {
    this.directory = directory;
    this.vocabulary = vocabulary;
    this.tagger = tagger;
    this.form = EntryDocument.FORM + ":" + vocabulary.fingerprint();
  }

  /** An index in a folder, which need not be there yet. */
  public static LuceneIndex in(Path folder, Vocabulary vocabulary, CompetenceTagger tagger) {
    try {
      return new LuceneIndex(FSDirectory.open(folder), vocabulary, tagger);
    } catch (IOException e) {
      throw new EngineException("cannot open the index " + folder + ": " + e.getMessage(), e);
    }
  }

  /** An index in memory, gone when it is let go. */
  public static LuceneIndex inMemory(Vocabulary vocabulary, CompetenceTagger tagger) {
    return new LuceneIndex(new ByteBuffersDirectory(), vocabulary, tagger);
  }

  @Override
  public Optional<EntrySink> writer() {
    try {
      boolean fits = formOnDisk().map(form::equals).orElse(true);
      IndexWriterConfig config =
          new IndexWriterConfig(EntryDocument.analyzer())
              .setSimilarity(LuceneSearchEngine.SIMILARITY)
              .setCommitOnClose(false)
              .setOpenMode(
                  fits
                      ? IndexWriterConfig.OpenMode.CREATE_OR_APPEND
                      : IndexWriterConfig.OpenMode.CREATE);
      LuceneEntrySink sink =
          new LuceneEntrySink(
              new IndexWriter(directory, config), new EntryDocument(vocabulary, tagger), form);
      if (!DirectoryReader.indexExists(directory) || !fits) {
        sink.commit(0);
      }
      return Optional.of(sink);
    } catch (LockObtainFailedException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new EngineException("cannot write the index: " + e.getMessage(), e);
    }
  }

  @Override
  public SearchEngine engine() {
    try {
      return new LuceneSearchEngine(directory, vocabulary, tagger);
    } catch (IOException e) {
      throw new EngineException("cannot read the index: " + e.getMessage(), e);
    }
  }

  static long applied(Map<String, String> commitData) {
    return Long.parseLong(commitData.getOrDefault(APPLIED, "0"));
  }

  private Optional<String> formOnDisk() throws IOException {
    try {
      return Optional.ofNullable(SegmentInfos.readLatestCommit(directory).getUserData().get(FORM));
    } catch (IndexNotFoundException e) {
      return Optional.empty();
    }
  }
}
