package dk.brobygger.search.lucene;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.language.Mention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * The competences an entry speaks of as they are kept beside it in the index, so that its texts
 * need not be read for them again: numbers of competence and text, where it begins, how long it is.
 * The numbers are those of one vocabulary, as is the whole index. Safe for many threads.
 */
final class StoredMentions {

  private final List<String> competences;
  private final Map<String, Integer> numbers = new HashMap<>();

  /** Numbers the competences of a vocabulary. */
  StoredMentions(Vocabulary vocabulary) {
    this.competences = vocabulary.competences().stream().map(Competence::id).sorted().toList();
    competences.forEach(id -> numbers.put(id, numbers.size()));
  }

  /** As they are stored. */
  BytesRef written(Entry entry, List<Mention> mentions) {
    List<String> fields = fields(entry);
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    try {
      for (Mention mention : mentions) {
        out.writeVInt(Objects.requireNonNull(numbers.get(mention.competence())));
        out.writeVInt(fields.indexOf(mention.field()));
        out.writeVInt(mention.start());
        out.writeVInt(mention.end() - mention.start());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BytesRef(out.toArrayCopy());
  }

  /** As they were written. */
  List<Mention> read(Entry entry, BytesRef stored) {
    List<String> fields = fields(entry);
    List<Mention> mentions = new ArrayList<>();
    ByteArrayDataInput in = new ByteArrayDataInput(stored.bytes, stored.offset, stored.length);
    while (!in.eof()) {
      String competence = competences.get(in.readVInt());
      String field = fields.get(in.readVInt());
      int start = in.readVInt();
      mentions.add(new Mention(competence, field, start, start + in.readVInt()));
    }
    return mentions;
  }

  private static List<String> fields(Entry entry) {
    return entry.texts().stream().map(TextField::name).toList();
  }
}
