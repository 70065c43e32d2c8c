package dk.brobygger.benchmarks.relevance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.json.EntryLines;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Files of one JSON object a line, gzipped or not. */
final class JsonLines {

  private static final JsonMapper MAPPER = new JsonMapper();

  private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

  private JsonLines() {}

  /**
   * Reads a whole file.
   *
   * @param each makes one thing of one object
   * @throws IllegalArgumentException if it is a folder, or if a line is no object or makes no
   *     thing; the message names file, line and reason
   */
  static <T> List<T> read(Path file, Function<JsonNode, T> each) throws IOException {
    try (InputStream in = unpacked(file)) {
      return read(in, file.toString(), each);
    } catch (ZipException | EOFException e) {
      throw new IllegalArgumentException(file + " is broken gzip: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a whole file that is shipped beside this class.
   *
   * @param each makes one thing of one object
   */
  static <T> List<T> shipped(String file, Function<JsonNode, T> each) throws IOException {
    try (InputStream in = Objects.requireNonNull(JsonLines.class.getResourceAsStream(file), file)) {
      return read(in, file, each);
    }
  }

  private static <T> List<T> read(InputStream in, String file, Function<JsonNode, T> each)
      throws IOException {
    List<T> things = new ArrayList<>();
    EntryLines.lines(
        in,
        new Consumer<>() {
          private long number;

          @Override
          public void accept(Optional<byte[]> line) {
            number++;
            String text =
                line.map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .map(words -> number == 1 ? unmarked(words) : words)
                    .orElseThrow(() -> refusal("line is too long"));
            if (!text.isBlank()) {
              things.add(make(text));
            }
          }

          private T make(String text) {
            try {
              if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return each.apply(object);
              }
            } catch (JsonProcessingException e) {
              throw refusal("is not JSON: " + e.getOriginalMessage());
            } catch (IllegalArgumentException e) {
              throw refusal(String.valueOf(e.getMessage()));
            }
            throw refusal("is no JSON object");
          }

          private IllegalArgumentException refusal(String reason) {
            return new IllegalArgumentException(file + " line " + number + ": " + reason);
          }
        });
    return things;
  }

  /** Some programs begin a file with a byte order mark (RFC 8259, section 8.1). */
  private static String unmarked(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private static InputStream unpacked(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(file + " is a folder, must be a file of JSON Lines");
    }
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(2);
    boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return gzip ? new GZIPInputStream(in, 1 << 16) : in;
  }

  /** A text that must be there. */
  static String required(JsonNode object, String name) {
    return text(object, name)
        .orElseThrow(() -> new IllegalArgumentException(name + " is missing, must be a text"));
  }

  /** A text, or the texts of a list joined; empty where there is none. */
  static Optional<String> text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    String text = value.isArray() ? String.join("; ", texts(object, name)) : value.asText("");
    return Optional.of(text.strip()).filter(words -> !words.isEmpty() && !value.isNull());
  }

  /**
   * The code of a country, in capitals; empty where there is none.
   *
   * @throws IllegalArgumentException if it is not two letters
   */
  static Optional<String> country(JsonNode object) {
    return text(object, "country")
        .map(country -> {
          if (!COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException(
                "country is \"" + country + "\", must be two letters such as DK");
          }
          return country.toUpperCase(Locale.ROOT);
        });
  }

  /**
   * A list; one of nothing where there is none.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static JsonNode list(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (object.hasNonNull(name) && !value.isArray()) {
      throw new IllegalArgumentException(name + " is " + value + ", must be a list");
    }
    return value;
  }

  /** The texts of a list, or the one text; none where there is none. */
  static List<String> texts(JsonNode object, String name) {
    JsonNode value = object.path(name);
    List<String> texts = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(each -> texts.add(each.isTextual() ? each.asText() : each.toString()));
    } else if (value.isTextual()) {
      texts.add(value.asText());
    }
    return texts;
  }
}
