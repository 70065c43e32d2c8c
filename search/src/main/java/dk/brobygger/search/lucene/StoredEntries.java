package dk.brobygger.search.lucene;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.json.EntryJson;
import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;

/**
 * The entries in one segment, to be read in the order of their documents by one thread.
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
   * Reads the entry of a document.
   *
   * @param document its number in the segment, above that of the one read before
   */
  Tagged read(int document, StoredMentions mentions) throws IOException {
    BytesRef body = stored(bodies, document);
    Entry entry = EntryJson.read(body.bytes, body.offset, body.length);
    BytesRef spoken = stored(mentioned, document);
    return new Tagged(entry, mentions.read(entry, spoken), body.length + spoken.length);
  }

  private static BytesRef stored(BinaryDocValues values, int document) throws IOException {
    if (!values.advanceExact(document)) {
      throw new IOException("document " + document + " holds no entry");
    }
    return values.binaryValue();
  }
}
