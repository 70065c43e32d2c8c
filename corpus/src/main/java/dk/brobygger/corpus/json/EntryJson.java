package dk.brobygger.corpus.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Entry;
import java.io.IOException;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * An entry as one JSON object.
 *
 * <p>Reading what was written gives an equal entry, and writing it again the same characters. Safe
 * for many threads.
 */
public final class EntryJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private EntryJson() {}

  /**
   * Reads one entry.
   *
   * @throws BadEntryException if the text is not JSON, or not an entry; the message names field,
   *     value and rule
   */
  public static Entry read(String json) {
    return taken(tree(() -> MAPPER.readTree(json)));
  }

  /**
   * Reads one entry from bytes that are UTF-8.
   *
   * @param from the first byte
   * @param length how many bytes
   * @throws BadEntryException if they are not JSON, or not an entry
   */
  public static Entry read(byte[] json, int from, int length) {
    return taken(tree(() -> MAPPER.readTree(json, from, length)));
  }

  /**
   * Reads one entry from a JSON tree, which stays as it is.
   *
   * @throws BadEntryException if it is not an entry
   */
  public static Entry read(JsonNode tree) {
    return taken(tree.deepCopy());
  }

  /** Reads one entry from a tree that nobody else needs: its fields are taken out of it. */
  private static Entry taken(JsonNode tree) {
    if (!(tree instanceof ObjectNode object)) {
      throw new BadEntryException("entry is " + tree.getNodeType() + ", must be a JSON object");
    }
    try {
      return EntryReader.read(object);
    } catch (BadEntryException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new BadEntryException(String.valueOf(e.getMessage()));
    }
  }

  /** Parses JSON, be it characters or bytes. */
  private interface Parse {
    JsonNode tree() throws IOException;
  }

  private static JsonNode tree(Parse json) {
    try {
      return json.tree();
    } catch (JsonProcessingException e) {
      throw new BadEntryException(
          "entry is not JSON: " + e.getOriginalMessage().replaceAll("\\s+", " "));
    } catch (IOException e) {
      throw new BadEntryException("entry is not JSON: " + e.getMessage());
    }
  }

  /** Writes an entry on one line. */
  public static String write(Entry entry) {
    return tree(entry).toString();
  }

  /** An entry as a JSON tree of its own, free to be changed. */
  public static ObjectNode tree(Entry entry) {
    return EntryWriter.write(entry);
  }

  /**
   * What the entry says, leaving out the days on which it was read and where on the page: two
   * readings of a page that says the same are equal here.
   */
  public static String facts(Entry entry) {
    ObjectNode tree = tree(entry);
    tree.path("disagreements").forEach(each -> withoutPlace(each.path("claim")));
    if (tree.get("claims") instanceof ArrayNode claims) {
      claims.forEach(EntryJson::withoutPlace);
    }
    return tree.toString();
  }

  /** The SHA-256 of {@link #facts}, in hexadecimal digits: equal where the facts are. */
  public static String fingerprint(Entry entry) {
    return DigestUtils.sha256Hex(facts(entry));
  }

  private static void withoutPlace(JsonNode claim) {
    ((ObjectNode) claim).remove(List.of("date", "offset"));
  }
}
