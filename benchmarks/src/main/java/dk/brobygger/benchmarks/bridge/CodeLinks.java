package dk.brobygger.benchmarks.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.brobygger.corpus.vocabulary.CodeScheme;
import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.language.TextAnalysis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Links competences to the codes of others: a code whose whole label, in any inflection, is a label
 * of a competence. CPV codes are those of the eForms SDK, euroSciVoc codes those that projects of
 * CORDIS carry.
 */
public final class CodeLinks {

  private final Map<Language, Map<String, String>> labels = new EnumMap<>(Language.class);

  /** Competence, scheme and code, each link once and in order. */
  private final TreeSet<String> links = new TreeSet<>();

  private CodeLinks() {
    for (Language language : Language.OF_USERS) {
      Map<String, String> stems = new HashMap<>();
      for (Competence competence : Vocabulary.shipped().competences()) {
        for (String label : competence.labels().getOrDefault(language, List.of())) {
          stems.putIfAbsent(stems(label, language), competence.id());
        }
      }
      labels.put(language, stems);
    }
  }

  /**
   * Writes {@code codes.tsv}.
   *
   * @param arguments the folder it goes to, and that of real data
   */
  public static void main(String[] arguments) throws IOException {
    CodeLinks made = new CodeLinks();
    for (LabelPair pair : LabelPairs.ofSdk()) {
      if (pair.source().equals("cpv.gc")) {
        made.linkCpv(pair);
      }
    }
    euroSciVoc(Path.of(arguments[1]))
        .forEach((code, title) ->
            made.competence(title, Language.EN)
                .ifPresent(found -> made.link(CodeScheme.EUROSCIVOC, code, found)));
    Files.write(Path.of(arguments[0]).resolve("codes.tsv"), made.links);
    for (CodeScheme scheme : List.of(CodeScheme.CPV, CodeScheme.EUROSCIVOC)) {
      long count = made.links.stream().filter(one -> one.contains("\t" + scheme + "\t")).count();
      System.out.println(scheme + " " + count);
    }
  }

  /** One word alone may mean something else to a buyer (incubators): then both languages decide. */
  private void linkCpv(LabelPair pair) {
    Optional<String> english = competence(pair.english(), Language.EN);
    if (pair.english().contains(" ") || english.equals(competence(pair.danish(), Language.DA))) {
      english.ifPresent(found -> link(CodeScheme.CPV, pair.code(), found));
    }
  }

  private Optional<String> competence(String label, Language language) {
    return Optional.ofNullable(labels.getOrDefault(language, Map.of()).get(stems(label, language)));
  }

  private void link(CodeScheme scheme, String code, String competence) {
    links.add(competence + "\t" + scheme + "\t" + code);
  }

  private static String stems(String label, Language language) {
    return TextAnalysis.stems(label, language).stream()
        .map(TextAnalysis.Word::term)
        .collect(Collectors.joining(" "));
  }

  private static Map<String, String> euroSciVoc(Path data) throws IOException {
    Map<String, String> titles = new TreeMap<>();
    JsonMapper mapper = new JsonMapper();
    Path file = data.resolve("cordis").resolve("projects-until-2024.jsonl.gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        for (JsonNode subject : mapper.readTree(line).path("euroSciVoc")) {
          titles.put(subject.path("code").asText(), subject.path("title").asText());
        }
      }
    }
    return titles;
  }
}
