package dk.brobygger.benchmarks.relevance;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.Idea;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An old test collection: short texts, questions, and which texts people judged to answer them. Its
 * files are in the form of SMART: {@code .I} and a number begin a record, {@code .T} and other
 * letters its parts.
 *
 * @param task what is asked, of texts that have a title and, as their text, abstract, keywords and
 *     authors
 * @param records the same texts with all that their records hold: also where and when they appeared
 *     and, in CACM, classes, notes and the numbers of citations
 */
record ClassicCollection(Task<Candidate.OfCall> task, List<Candidate.OfCall> records) {

  private static final String TITLE = ".T";

  /** Abstract, keywords and authors. */
  private static final Set<String> TEXT = Set.of(".W", ".K", ".A");

  /** Communications of the ACM: 3,204 abstracts, 52 questions with answers. */
  static ClassicCollection cacm(Path data) throws IOException {
    Path folder = data.resolve("ir").resolve("cacm");
    return read(
        "CACM",
        folder.resolve("cacm.all"),
        folder.resolve("query.text"),
        folder.resolve("qrels.text"),
        1);
  }

  /** Cranfield: 1,400 abstracts on aerodynamics, 225 questions, numbered anew in the judgements. */
  static ClassicCollection cranfield(Path data) throws IOException {
    Path folder = data.resolve("ir").resolve("cranfield");
    return read(
        "Cranfield",
        folder.resolve("cran.all.1400"),
        folder.resolve("cran.qry"),
        folder.resolve("QRelsCorrectedforTRECeval"),
        2);
  }

  private static ClassicCollection read(
      String name, Path texts, Path questions, Path judgements, int answerColumn)
      throws IOException {
    List<Candidate.OfCall> candidates = new ArrayList<>();
    List<Candidate.OfCall> records = new ArrayList<>();
    for (Text text : texts(texts)) {
      candidates.add(new Candidate.OfCall(text.id, text.title(), text.rest()));
      records.add(new Candidate.OfCall(text.id, "", text.all()));
    }
    List<Idea> ideas = new ArrayList<>();
    int number = 0;
    for (Text text : texts(questions)) {
      // The judgements of Cranfield count the questions, those of CACM name them so.
      number++;
      if (!text.rest().isEmpty()) {
        ideas.add(
            new Idea(
                String.valueOf(number),
                Language.EN,
                "",
                text.rest(),
                List.of(),
                Optional.empty(),
                Optional.empty()));
      }
    }
    return new ClassicCollection(
        new Task<>(name, candidates, ideas, List.of(), right(judgements, answerColumn), Map.of()),
        records);
  }

  private static Map<String, Set<String>> right(Path judgements, int answerColumn)
      throws IOException {
    Map<String, Set<String>> right = new HashMap<>();
    for (String line : Files.readAllLines(judgements, StandardCharsets.ISO_8859_1)) {
      String[] cells = line.strip().split("\\s+");
      boolean answers = answerColumn == 1 || Integer.parseInt(cells[3]) > 0;
      if (answers) {
        right
            .computeIfAbsent(number(cells[0]), id -> new HashSet<>())
            .add(number(cells[answerColumn]));
      }
    }
    return right;
  }

  private static String number(String written) {
    return String.valueOf(Integer.parseInt(written));
  }

  /** A record under its number, with its parts by their letters. */
  private record Text(String id, Map<String, StringBuilder> parts) {

    String title() {
      return of(Set.of(TITLE));
    }

    String rest() {
      return of(TEXT);
    }

    String all() {
      return of(parts.keySet());
    }

    private String of(Set<String> letters) {
      StringBuilder some = new StringBuilder();
      parts.forEach((letter, words) -> some.append(letters.contains(letter) ? words : ""));
      return some.toString().strip();
    }
  }

  private static List<Text> texts(Path file) throws IOException {
    List<Text> texts = new ArrayList<>();
    StringBuilder part = new StringBuilder(); // what stands before the first letter is dropped
    for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
      if (line.startsWith(".I ")) {
        texts.add(new Text(number(line.substring(3).strip()), new TreeMap<>()));
      } else if (line.matches("\\.[A-Z]\\s*")) {
        part = texts.getLast().parts.computeIfAbsent(line.strip(), id -> new StringBuilder());
      } else {
        part.append(line).append('\n');
      }
    }
    return texts;
  }
}
