package dk.brobygger.search.lucene;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.json.EntryJson;
import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;

/**
 * The entries in one segment, to be found in the order of their documents by one thread.
 *
 * @param leaf the segment
 * @param bodies the entries as JSON
 * @param mentioned the competences they speak of
 */
record StoredEntries(LeafReaderContext leaf, BinaryDocValues bodies, BinaryDocValues mentioned) {

  static StoredEntries of(LeafReaderContext leaf) throws IOException {
    return new StoredEntries(
        leaf,
        DocValues.getBinary(leaf.reader(), EntryDocument.BODY),
        DocValues.getBinary(leaf.reader(), EntryDocument.MENTIONS));
  }

  /**
   * What is stored of an entry; can be read by any thread.
   *
   * @param body the entry as JSON
   * @param mentioned the competences it speaks of
   */
  record Stored(BytesRef body, BytesRef mentioned) {

    /** Reads it. */
    Tagged read(StoredMentions mentions) {
      Entry entry = EntryJson.read(body.bytes, body.offset, body.length);
      return new Tagged(entry, mentions.read(entry, mentioned));
    }
  }

  /**
   * Finds the entry of a document.
   *
   * @param document its number in the segment, above that of the one found before
   */
  Stored find(int document) throws IOException {
    return new Stored(
        BytesRef.deepCopyOf(stored(bodies, document)),
        BytesRef.deepCopyOf(stored(mentioned, document)));
  }

  private static BytesRef stored(BinaryDocValues values, int document) throws IOException {
    if (!values.advanceExact(document)) {
      throw new IOException("document " + document + " holds no entry");
    }
    return values.binaryValue();
  }
}
