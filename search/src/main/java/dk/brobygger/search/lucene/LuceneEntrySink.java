package dk.brobygger.search.lucene;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.search.engine.EngineException;
import dk.brobygger.search.engine.EntrySink;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;

/** Writes entries into a Lucene index. */
final class LuceneEntrySink implements EntrySink {

  private final IndexWriter writer;
  private final EntryDocument documents;
  private final String form;

  LuceneEntrySink(IndexWriter writer, EntryDocument documents, String form) {
    this.writer = writer;
    this.documents = documents;
    this.form = form;
  }

  @Override
  public void put(Entry entry) {
    try {
      writer.updateDocument(term(entry.id()), documents.of(entry));
    } catch (IOException e) {
      throw new EngineException("cannot index " + entry.id() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void remove(EntryId id) {
    try {
      writer.deleteDocuments(term(id));
    } catch (IOException e) {
      throw new EngineException("cannot remove " + id + ": " + e.getMessage(), e);
    }
  }

  private static Term term(EntryId id) {
    return new Term(EntryDocument.ID, id.toString());
  }

  @Override
  public void commit(long applied) {
    try {
      writer.setLiveCommitData(
          Map.of(LuceneIndex.APPLIED, Long.toString(applied), LuceneIndex.FORM, form).entrySet());
      writer.commit();
    } catch (IOException e) {
      throw new EngineException("cannot commit the index: " + e.getMessage(), e);
    }
  }

  /** One segment: each one more costs a question of a hundred words its hundred lookups again. */
  @Override
  public void compact() {
    try {
      writer.forceMerge(1);
      writer.commit();
    } catch (IOException e) {
      throw new EngineException("cannot compact the index: " + e.getMessage(), e);
    }
  }

  @Override
  public long applied() {
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data != null) {
      for (Map.Entry<String, String> each : data) {
        if (each.getKey().equals(LuceneIndex.APPLIED)) {
          return Long.parseLong(each.getValue());
        }
      }
    }
    return 0;
  }

  @Override
  public void close() {
    try {
      writer.rollback();
    } catch (IOException e) {
      throw new EngineException("cannot close the index: " + e.getMessage(), e);
    }
  }
}
