package dk.brobygger.benchmarks.relevance;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.indexer.source.DailySnapshot;
import dk.brobygger.indexer.source.FullTextFile;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.language.Mention;
import dk.brobygger.search.language.TextAnalysis;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * How much of what real calls and projects are about the vocabulary has competences for: the share
 * of texts that speak of two or more, and the commonest words of the others that no label has.
 */
public final class Coverage {

  /** One competence alone may be chance; two say what a text is about. */
  private static final int ENOUGH = 2;

  /** In characters; the portal's earlier snapshots held titles only. */
  private static final int SHORTEST_TEXT = 300;

  private static final int WORDS_SHOWN = 40;

  /** A word in more than this share of all texts names no subject. */
  private static final double COMMON = 0.04;

  private static final int SHORTEST_WORD = 4;

  private final CompetenceTagger tagger = CompetenceTagger.shipped();
  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<String, Integer> uncovered = new HashMap<>();
  private final PrintWriter out;
  private int all;

  private Coverage(PrintWriter out) {
    this.out = out;
  }

  /**
   * Prints the measure.
   *
   * @param data the folder that holds {@code cordis} and {@code eu-calls}
   * @throws IllegalArgumentException if it has not the files
   */
  public static void run(Path data, PrintWriter out) throws IOException {
    Coverage coverage = new Coverage(out);
    Path calls = data.resolve("eu-calls");
    List<Path> days = days(calls.resolve("daily"));
    out.println("Texts that speak of two or more competences");
    String day = "";
    for (Path file : List.of(days.getFirst(), days.getLast())) {
      day = file.getFileName().toString().substring(0, 10);
      try (InputStream in = opened(file)) {
        List<List<TextField>> all = texts(DailySnapshot.read(in).reading().entries());
        coverage.print("open and forthcoming calls of " + day, all);
        coverage.print(
            "  those with more than a title",
            all.stream().filter(Coverage::isMoreThanATitle).toList());
      }
    }
    try (InputStream in = opened(calls.resolve("full-text.jsonl"))) {
      coverage.print(
          "calls with full text",
          texts(FullTextFile.read(in, LocalDate.parse(day)).reading().entries()));
    }
    coverage.print("projects with a Danish organisation", danishProjects(data));
    coverage.printWords();
  }

  /** The first day was not looked at when the vocabulary was filled, the last was. */
  private static List<Path> days(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> days =
          files.filter(file -> file.toString().endsWith(".json.gz")).sorted().toList();
      if (days.isEmpty()) {
        throw new IllegalArgumentException(folder + " is empty, must have daily snapshots");
      }
      return days;
    }
  }

  private static boolean isMoreThanATitle(List<TextField> fields) {
    return fields.stream().mapToInt(field -> field.text().length()).sum() >= SHORTEST_TEXT;
  }

  private static InputStream opened(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private static List<List<TextField>> texts(List<? extends Entry> entries) {
    return entries.stream().map(Entry::texts).toList();
  }

  private static List<List<TextField>> danishProjects(Path data) throws IOException {
    return JsonLines.read(
            data.resolve("cordis").resolve("projects-until-2024.jsonl.gz"), Project::of)
        .stream()
        .filter(project ->
            project.participants().stream()
                .anyMatch(one -> one.country().filter("DK"::equals).isPresent()))
        .map(project ->
            List.of(
                new TextField("name", Language.EN, project.title()),
                new TextField("text", Language.EN, project.objective())))
        .toList();
  }

  private void print(String what, List<List<TextField>> many) {
    int covered = 0;
    for (List<TextField> one : many) {
      covered += covers(one) ? 1 : 0;
    }
    out.printf(
        Locale.ROOT,
        "  %-44s %5.1f %%  (%,d of %,d)%n",
        what,
        100.0 * covered / many.size(),
        covered,
        many.size());
  }

  /** Whether one text is covered; its words are counted on the way. */
  private boolean covers(List<TextField> fields) {
    Set<String> competences = new HashSet<>();
    Set<String> words = new HashSet<>();
    for (TextField field : fields) {
      List<Mention> mentions = tagger.mentions(field);
      mentions.forEach(mention -> competences.add(mention.competence()));
      words.addAll(outside(field, mentions));
    }
    boolean enough = competences.size() >= ENOUGH;
    all++;
    for (String word : words) {
      texts.merge(word, 1, Integer::sum);
      if (!enough) {
        uncovered.merge(word, 1, Integer::sum);
      }
    }
    return enough;
  }

  private static List<String> outside(TextField field, List<Mention> mentions) {
    List<String> words = new ArrayList<>();
    for (TextAnalysis.Word word : TextAnalysis.words(field.text(), field.language())) {
      boolean inside =
          mentions.stream().anyMatch(one -> one.start() <= word.start() && word.end() <= one.end());
      String written = field.text().substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
      if (!inside && written.length() >= SHORTEST_WORD) {
        words.add(written);
      }
    }
    return words;
  }

  private void printWords() {
    out.printf("%nCommonest words of the other texts that are in no label%n");
    uncovered.entrySet().stream()
        .filter(word -> texts.getOrDefault(word.getKey(), 0) <= COMMON * all)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(WORDS_SHOWN)
        .forEach(word -> out.printf("  %-24s %d%n", word.getKey(), word.getValue()));
  }
}
