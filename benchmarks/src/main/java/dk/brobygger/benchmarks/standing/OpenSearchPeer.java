package dk.brobygger.benchmarks.standing;

import dk.brobygger.benchmarks.outside.Outside;
import dk.brobygger.benchmarks.outside.ScratchFolder;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The same question put to the OpenSearch percolator, in the form in which Lucene's Monitor gets
 * it. It runs in a process of its own, since it brings another Lucene.
 *
 * @param registered seconds that registering all profiles took
 * @param asked seconds that all calls took in one batch, for each round
 * @param answers for each call the numbers of the profiles that it concerns
 */
record OpenSearchPeer(double registered, List<Double> asked, List<BitSet> answers) {

  /** Asks it. */
  static OpenSearchPeer ask(
      Path home, List<Set<String>> wanted, List<Set<String>> had, int rounds, Vocabulary vocabulary)
      throws IOException {
    try (ScratchFolder scratch = ScratchFolder.of("opensearch")) {
      Path folder = scratch.path();
      Files.createDirectories(folder.resolve("config"));
      Path profiles = folder.resolve("profiles.txt");
      Path calls = folder.resolve("calls.txt");
      Files.write(profiles, wanted.stream().map(one -> query(one, vocabulary)).toList());
      Files.write(calls, had.stream().map(one -> document(one, vocabulary)).toList());
      return read(
          Outside.PERCOLATOR.start(
              home,
              List.of(),
              List.of(
                  profiles.toString(),
                  calls.toString(),
                  Integer.toString(rounds),
                  folder.toString())));
    }
  }

  /** A profile is asked for by what it wants and what that is a part of. */
  private static String query(Set<String> wanted, Vocabulary vocabulary) {
    Set<String> terms = new LinkedHashSet<>();
    for (String id : wanted) {
      terms.add("part-of:" + id);
      vocabulary.broaderClosure(id).forEach(broader -> terms.add("spoken:" + broader));
    }
    return String.join("\t", terms);
  }

  private static String document(Set<String> had, Vocabulary vocabulary) {
    return had.stream()
        .flatMap(id ->
            Stream.concat(
                Stream.of("spoken:" + id),
                vocabulary.broaderClosure(id).stream().map(broader -> "part-of:" + broader)))
        .distinct()
        .collect(Collectors.joining("\t"));
  }

  private static OpenSearchPeer read(Process process) throws IOException {
    double registered = 0;
    List<Double> asked = new ArrayList<>();
    List<BitSet> answers = new ArrayList<>();
    try (BufferedReader lines = process.inputReader()) {
      for (String line : lines.lines().toList()) {
        String[] words = line.split(" ");
        switch (words[0]) {
          case "registered" -> registered = Double.parseDouble(words[1]);
          case "asked" -> asked.add(Double.parseDouble(words[1]));
          case "answer" -> answers.add(answer(words));
          default -> {}
        }
      }
      int code = process.waitFor();
      if (code != 0) {
        throw new IllegalStateException("the OpenSearch percolator ended with " + code);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the OpenSearch percolator was asked", e);
    }
    return new OpenSearchPeer(registered, asked, answers);
  }

  private static BitSet answer(String[] words) {
    long[] bits = new long[words.length - 1];
    for (int number = 0; number < bits.length; number++) {
      bits[number] = Long.parseUnsignedLong(words[number + 1], 16);
    }
    return BitSet.valueOf(bits);
  }
}
