package dk.brobygger.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Readiness;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.indexer.SharedData;
import dk.brobygger.indexer.source.FullTextFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is read from the texts of real topics, beside what a person read in them. */
class RealTopicsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 8, 17);
  private static final List<String> FIELDS =
      List.of("trl start", "trl end", "deadline", "budget total", "grants", "least", "most");

  /** How often both said the same, only the program something, only the person something. */
  private static final class Score {

    private int right;
    private int wrong;
    private int missed;

    void count(Optional<String> read, Optional<String> true_) {
      right += read.isPresent() && read.equals(true_) ? 1 : 0;
      wrong += read.isPresent() && !read.equals(true_) ? 1 : 0;
      missed += true_.isPresent() && !read.equals(true_) ? 1 : 0;
    }

    double precision() {
      return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    double recall() {
      return right + missed == 0 ? 1 : (double) right / (right + missed);
    }
  }

  @Test
  void termsOfThirtyTopics_areReadAsAPersonReadsThem() throws IOException {
    Map<String, Score> scores = new LinkedHashMap<>();
    FIELDS.forEach(field -> scores.put(field, new Score()));
    Map<String, String> texts = texts();
    for (List<String> row : truth()) {
      List<Optional<String>> read = read(texts.getOrDefault(row.getFirst(), ""), row.getFirst());
      for (int field = 0; field < FIELDS.size(); field++) {
        Optional<String> known =
            Optional.of(row.get(field + 1)).filter(value -> !value.equals("-"));
        Objects.requireNonNull(scores.get(FIELDS.get(field))).count(read.get(field), known);
      }
    }
    scores.forEach((field, score) ->
        System.out.printf(
            "%-12s right %2d, wrong %d, missed %d: precision %.2f, recall %.2f%n",
            field, score.right, score.wrong, score.missed, score.precision(), score.recall()));
    assertThat(scores.values()).allMatch(score -> score.precision() >= 0.9);
    assertThat(scores.values()).allMatch(score -> score.recall() >= 0.9);
  }

  private static List<Optional<String>> read(String text, String topic) {
    Readiness levels = ReadinessLevels.together(ReadinessLevels.of(text));
    Money money = Money.of(text, topic);
    List<Optional<String>> read = new ArrayList<>();
    read.add(levels.start().map(String::valueOf));
    read.add(levels.end().map(String::valueOf));
    read.add(Deadlines.of(text).stream().map(one -> one.value().at().toString()).findFirst());
    Stream.of(money.total(), money.grants(), money.least(), money.most())
        .forEach(found -> read.add(found.map(one -> String.valueOf(one.value()))));
    return read;
  }

  private static Map<String, String> texts() throws IOException {
    try (InputStream in = Files.newInputStream(SharedData.at("eu-calls/full-text.jsonl"))) {
      return FullTextFile.read(in, DAY).reading().entries().stream()
          .map(entry -> (Call) entry)
          .collect(Collectors.toMap(Call::identifier, RealTopicsTest::text, (one, two) -> one));
    }
  }

  private static String text(Call call) {
    return call.text().in(Language.EN).orElse("")
        + "\n"
        + call.terms().conditions().in(Language.EN).orElse("");
  }

  private static List<List<String>> truth() throws IOException {
    try (InputStream in =
            Objects.requireNonNull(RealTopicsTest.class.getResourceAsStream("thirty-topics.tsv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("\t")))
          .toList();
    }
  }
}
