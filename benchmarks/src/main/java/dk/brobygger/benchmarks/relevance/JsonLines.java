package dk.brobygger.benchmarks.relevance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dk.brobygger.corpus.json.EntryLines;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
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
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Files of one JSON object a line, gzipped or not. */
final class JsonLines {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** How the parser says that a field is there twice. */
  private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);

  /** Where the parser says which of its sources it read. */
  private static final Pattern WHERE = Pattern.compile(" \\([^()]*\\[Source: .*");

  private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

  /** What a terminal shows as nothing, as a blank, or not at all. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Z}&&[^ ]]");

  /** As much of a value as a sentence has room for. */
  private static final int LONGEST_SHOWN = 100;

  private JsonLines() {}

  /**
   * Reads a whole file.
   *
   * @param each makes one thing of one object
   * @throws IllegalArgumentException if it is a folder, or if a line is not UTF-8, is not one
   *     object, names a field of it twice or makes no thing; the message names file, line and
   *     reason
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
            try {
              String words = decoded(line.orElseThrow(JsonLines::tooLong));
              String text = number == 1 ? unmarked(words) : words;
              if (!text.isBlank()) {
                things.add(each.apply(object(text)));
              }
            } catch (IllegalArgumentException e) {
              throw new IllegalArgumentException(
                  file + " line " + number + ": " + e.getMessage(), e);
            }
          }
        });
    return things;
  }

  private static IllegalArgumentException tooLong() {
    return new IllegalArgumentException(
        "is over " + EntryLines.LONGEST_LINE + " bytes, must be shorter");
  }

  /** Refuses bytes that are not UTF-8, for whatever would be read in their place is not meant. */
  private static String decoded(byte[] line) {
    ByteBuffer bytes = ByteBuffer.wrap(line);
    CharBuffer text = CharBuffer.allocate(line.length);
    if (StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError()) {
      throw new IllegalArgumentException(
          String.format(
              "byte %d is 0x%02X, must be part of UTF-8", bytes.position() + 1, bytes.get()));
    }
    return text.flip().toString();
  }

  private static ObjectNode object(String text) {
    JsonNode value = tree(text);
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("is " + shown(value) + ", must be a JSON object");
  }

  private static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (MismatchedInputException e) {
      throw new IllegalArgumentException("goes on after its JSON, must be one object", e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(seen(reason(e.getOriginalMessage())), e);
    }
  }

  private static String reason(String parser) {
    Matcher twice = TWICE.matcher(parser);
    return twice.matches()
        ? twice.group(1) + " is there twice, must be there once"
        : "is not JSON: " + WHERE.matcher(parser).replaceFirst("");
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

  /**
   * A text, or the texts of a list joined; empty where there is none.
   *
   * @throws IllegalArgumentException if it is an object, whose words nobody would look at
   */
  static Optional<String> text(JsonNode object, String name) {
    JsonNode value = known(object, name, it -> !it.isObject(), "a text");
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
                "country is " + shown(country) + ", must be two letters such as DK");
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
    return known(object, name, JsonNode::isArray, "a list");
  }

  /**
   * What a field holds; nothing where it is absent or null.
   *
   * @param rule what it must be, in words
   * @throws IllegalArgumentException if it is something else; the message names field, value and
   *     rule
   */
  static JsonNode known(JsonNode object, String name, Predicate<JsonNode> fits, String rule) {
    JsonNode value = object.path(name);
    if (!value.isMissingNode() && !value.isNull() && !fits.test(value)) {
      throw new IllegalArgumentException(name + " is " + shown(value) + ", must be " + rule);
    }
    return value;
  }

  /** A text as a sentence shows it: quoted. */
  static String shown(String text) {
    return shown(TextNode.valueOf(text));
  }

  /** A value as a sentence shows it: on one line, with nothing hidden in it, and not for long. */
  static String shown(JsonNode value) {
    String json = value.toString();
    return seen(json.length() > LONGEST_SHOWN ? json.substring(0, LONGEST_SHOWN) + "…" : json);
  }

  private static String seen(String text) {
    return UNSEEN
        .matcher(text)
        .replaceAll(unseen -> Matcher.quoteReplacement(escaped(unseen.group())));
  }

  private static String escaped(String text) {
    return text.chars()
        .mapToObj(unit -> String.format("\\u%04x", unit))
        .collect(Collectors.joining());
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
