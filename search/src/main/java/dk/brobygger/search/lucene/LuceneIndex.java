package dk.brobygger.search.lucene;

import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.engine.EngineException;
import dk.brobygger.search.engine.EntrySink;
import dk.brobygger.search.engine.Index;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.language.CompetenceTagger;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * A Lucene index, on disk or in memory, made for one vocabulary. Opening it for writing empties an
 * index that was made for another vocabulary or by another version of the program, or that cannot
 * be read: the follower then fills it again.
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
      boolean fits = fits();
      IndexWriterConfig config =
          new IndexWriterConfig(EntryDocument.analyzer())
              .setSimilarity(BestMatchSearcher.SIMILARITY)
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
      return new LuceneSearchEngine(directory, vocabulary, form);
    } catch (IOException e) {
      throw new EngineException("cannot read the index: " + e.getMessage(), e);
    }
  }

  static long applied(Map<String, String> commitData) {
    return Long.parseLong(commitData.getOrDefault(APPLIED, "0"));
  }

  /** Whether what is on disk can be gone on with; what cannot even be read is written anew. */
  private boolean fits() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return form.equals(reader.getIndexCommit().getUserData().getOrDefault(FORM, form));
    } catch (IndexNotFoundException e) {
      return true;
    } catch (CorruptIndexException
        | IndexFormatTooNewException
        | IndexFormatTooOldException
        | NoSuchFileException
        | EOFException e) {
      empty();
      return false;
    }
  }

  /** Takes away every file, since Lucene will not write over what it cannot read. */
  private void empty() throws IOException {
    try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      for (String file : directory.listAll()) {
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          lock.ensureValid();
          directory.deleteFile(file);
        }
      }
    }
  }
}
