package dk.brobygger.corpus.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What competences are called in the classifications of others, so that a tender's CPV, a company's
 * NACE or a project's euroSciVoc code tells a competence. A code may mean several competences, and
 * most competences have none. Immutable, safe for many threads.
 */
public final class Codes {

  private final Map<CodeScheme, TreeMap<String, TreeSet<String>>> byCode =
      new EnumMap<>(CodeScheme.class);

  private Codes() {
    for (CodeScheme scheme : CodeScheme.values()) {
      byCode.put(scheme, new TreeMap<>());
    }
    for (Competence competence : Vocabulary.shipped().competences()) {
      competence.nace().forEach(code -> add(CodeScheme.NACE, code, competence.id()));
    }
    try (InputStream in =
            Objects.requireNonNull(Codes.class.getResourceAsStream("codes.tsv"), "codes.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t", -1);
        add(CodeScheme.valueOf(cells[1]), cells[2], cells[0]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the shipped codes.tsv", e);
    }
  }

  /** The links shipped with the program. */
  public static Codes shipped() {
    return Shipped.CODES;
  }

  private void add(CodeScheme scheme, String code, String competence) {
    codes(scheme).computeIfAbsent(code, key -> new TreeSet<>()).add(competence);
  }

  private TreeMap<String, TreeSet<String>> codes(CodeScheme scheme) {
    return byCode.getOrDefault(scheme, new TreeMap<>());
  }

  /** All codes of a scheme that tell a competence, in order. */
  public List<String> of(CodeScheme scheme) {
    return List.copyOf(codes(scheme).keySet());
  }

  /** The ids of the competences that a code tells, in order. */
  public List<String> competences(CodeScheme scheme, String code) {
    return List.copyOf(codes(scheme).getOrDefault(code, new TreeSet<>()));
  }

  /** How many competences a scheme has codes for. */
  public long covered(CodeScheme scheme) {
    return codes(scheme).values().stream().flatMap(TreeSet::stream).distinct().count();
  }

  /** The codes of a competence in a scheme, in order. */
  public List<String> of(String competence, CodeScheme scheme) {
    return codes(scheme).entrySet().stream()
        .filter(link -> link.getValue().contains(competence))
        .flatMap(link -> Stream.of(link.getKey()))
        .toList();
  }

  /** Read at first use. */
  private static final class Shipped {
    private static final Codes CODES = new Codes();
  }
}
