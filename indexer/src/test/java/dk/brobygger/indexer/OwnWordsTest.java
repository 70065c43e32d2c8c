package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.sample.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The prose of the sample is our own: it shares no long run of words with what was read. */
class OwnWordsTest {

  /** Names of places and prices make runs of nine words that two people would write alike. */
  private static final int RUN = 10;

  private static final Set<String> PROSE =
      Set.of("description", "offers", "seeks", "text", "conditions");

  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("(?:<[^>]*>|[^\\p{L}\\p{N}])+", Pattern.UNICODE_CHARACTER_CLASS);

  @Test
  void proseOfTheSample_repeatsNoSentenceThatItsClaimsQuote() {
    List<String> repeated = new ArrayList<>();
    for (Entry entry : Sample.entries()) {
      Set<String> read = new HashSet<>();
      for (Claim claim : entry.provenance().claims()) {
        claim.words().ifPresent(words -> read.addAll(runs(words)));
      }
      repeated.addAll(repeated(entry, read));
    }
    assertThat(repeated).isEmpty();
  }

  @Test
  void proseOfTheSample_repeatsNoSentenceOfThePortal() throws IOException {
    Set<String> read = new HashSet<>();
    try (Stream<String> texts = Files.lines(SharedData.at("eu-calls/full-text.jsonl"))) {
      texts.forEach(text -> read.addAll(runs(text)));
    }
    List<Path> days = SharedData.dailySnapshots();
    for (Path day : List.of(days.getFirst(), days.get(days.size() / 2), days.getLast())) {
      read.addAll(runs(unpacked(day)));
    }
    assertThat(read).hasSizeGreaterThan(300_000);

    assertThat(Sample.entries()).flatMap(entry -> repeated(entry, read)).isEmpty();
  }

  private static String unpacked(Path file) throws IOException {
    try (GZIPInputStream packed = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(packed.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> repeated(Entry entry, Set<String> read) {
    return entry.texts().stream()
        .filter(text -> PROSE.contains(text.factTold()))
        .map(TextField::text)
        .flatMap(text -> runs(text).stream())
        .filter(read::contains)
        .map(run -> entry.id() + ": " + run)
        .toList();
  }

  /** All runs of words, as one string each. */
  private static List<String> runs(String text) {
    List<String> words =
        BETWEEN_WORDS
            .splitAsStream(text.toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .toList();
    List<String> runs = new ArrayList<>();
    for (int first = 0; first + RUN <= words.size(); first++) {
      runs.add(String.join(" ", words.subList(first, first + RUN)));
    }
    return runs;
  }
}
