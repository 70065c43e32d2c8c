package dk.brobygger.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.entry.LabelLevel;
import dk.brobygger.search.query.Facet;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

  /** A key, or the beginning of one, as it stands in a template or a source. */
  private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z.-]*)?)\"");

  /** Said by search or by records, so no template names them. */
  private static final Pattern NAMED_ELSEWHERE = Pattern.compile("(criterion|field)\\..+");

  @Test
  void languages_haveTheSameKeys() {
    assertThat(messages("da").keySet()).isEqualTo(messages("en").keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"da", "en"})
  void message_saysSomethingAndFormats(String language) {
    messages(language)
        .forEach((key, text) -> {
          assertThat(text.toString()).as(key.toString()).isNotBlank().doesNotContain("'");
          assertThat(
                  new java.text.MessageFormat(text.toString(), Locale.of(language))
                      .format(new Object[] {2, "x", 3, 4}))
              .as(key.toString())
              .doesNotContain("{");
        });
  }

  @Test
  void keyInTemplate_isThere() throws IOException {
    Set<Object> known = messages("en").keySet();
    Pattern said = Pattern.compile("say\\(\"([^\"]+)\"(\\s*\\+)?");
    int seen = 0;
    for (String source : sources()) {
      Matcher matcher = said.matcher(source);
      while (matcher.find()) {
        seen++;
        String key = matcher.group(1);
        boolean there =
            matcher.group(2) == null
                ? known.contains(key)
                : known.stream().anyMatch(one -> one.toString().startsWith(key));
        assertThat(there).as(key).isTrue();
      }
    }
    assertThat(seen).isGreaterThan(60);
  }

  @Test
  void keyMadeOfAWord_isThereForEveryWord() {
    Set<String> made = new TreeSet<>();
    Stream.of(EntryType.values()).forEach(type -> made.add("type." + type.word()));
    Stream.of(EntryType.values()).forEach(type -> made.add("quote." + type.word()));
    Stream.of(CallStatus.values())
        .forEach(status -> made.add("status." + status.name().toLowerCase(Locale.ROOT)));
    Stream.of(LabelLevel.values()).forEach(level -> made.add("label." + level.word()));
    Stream.of(Facet.values()).forEach(facet -> made.add("facet." + facet.word()));
    Stream.of("missing", "refused", "failed")
        .forEach(kind -> made.addAll(Set.of("problem." + kind, "problem." + kind + ".what")));
    Stream.of("partners", "calls")
        .forEach(wanted ->
            made.addAll(
                Set.of("matches." + wanted, "matches." + wanted + ".lead", "cluster." + wanted)));
    made.addAll(Set.of("how.harmonic", "how.min"));
    assertThat(messages("en").keySet()).containsAll(made);
  }

  @Test
  void key_isUsed() throws IOException {
    Set<String> words = new TreeSet<>();
    for (String source : sources()) {
      Matcher matcher = KEY.matcher(source);
      while (matcher.find()) {
        words.add(matcher.group(1));
      }
    }
    for (Object key : messages("en").keySet()) {
      String name = key.toString();
      boolean used =
          words.contains(name)
              || words.stream().anyMatch(word -> word.endsWith(".") && name.startsWith(word));
      assertThat(used || NAMED_ELSEWHERE.matcher(name).matches()).as(name).isTrue();
    }
  }

  private static Iterable<String> sources() throws IOException {
    try (Stream<Path> files =
        Stream.concat(Files.walk(Path.of("src/main/jte")), Files.walk(Path.of("src/main/java")))) {
      return files.filter(Files::isRegularFile).map(MessagesTest::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties messages(String language) {
    Properties messages = new Properties();
    String name = "messages_" + language + ".properties";
    try (InputStream in = Objects.requireNonNull(Wording.class.getResourceAsStream(name))) {
      messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return messages;
  }
}
