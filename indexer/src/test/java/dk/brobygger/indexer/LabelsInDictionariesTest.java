package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Neighbour;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Labels in the neighbours' languages beside dictionaries that had no part in making them: FreeDict
 * says what German words are in English, Apertium what Danish labels are in Norwegian and Swedish,
 * Hunspell which words there are. Each is skipped where it is not installed.
 */
@Tag("long")
class LabelsInDictionariesTest {

  private static final Vocabulary VOCABULARY = Vocabulary.shipped();
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** Pronunciation, grammar, and words named beside. */
  private static final Pattern ASIDE =
      Pattern.compile("/[^/]*/|<[^>]*>|\\[[^]]*]|synonyms?:.*|see:.*");

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");

  /** So many letters say that two words are of one stem. */
  private static final int STEM = 5;

  private static List<String> labels(Competence competence, Language language) {
    return competence.labels().getOrDefault(language, List.of());
  }

  private static List<String> labels(Competence competence, Neighbour neighbour) {
    return competence.neighbourLabels().getOrDefault(neighbour, List.of());
  }

  private static Set<String> stems(Stream<String> texts) {
    return texts
        .flatMap(text -> NO_LETTER.splitAsStream(text.toLowerCase(Locale.ROOT)))
        .filter(word -> word.length() > 2)
        .map(word -> word.substring(0, Math.min(STEM, word.length())))
        .collect(Collectors.toSet());
  }

  /** The words of the English labels of a competence and of those it is part of. */
  private static Set<String> english(Competence competence) {
    return stems(
        Stream.concat(Stream.of(competence.id()), competence.broader().stream())
            .flatMap(id -> VOCABULARY.competence(id).stream())
            .flatMap(one -> labels(one, Language.EN).stream()));
  }

  @Test
  void germanLabels_areInEnglishWhatTheCompetenceIsCalled() throws IOException {
    Map<String, String> dictionary = freeDict("deu-eng");
    int known = 0;
    List<String> others = new ArrayList<>();
    for (Competence competence : VOCABULARY.competences()) {
      Set<String> english = english(competence);
      for (String label : labels(competence, Neighbour.DE)) {
        String says = dictionary.getOrDefault(label.toLowerCase(Locale.ROOT), "");
        if (!says.isEmpty()) {
          known++;
          if (stems(Stream.of(says)).stream().noneMatch(english::contains)) {
            others.add(label + " of " + competence.id() + " is " + says.strip());
          }
        }
      }
    }
    say(
        "German labels FreeDict knows: %d, in other words than ours: %d %s",
        known, others.size(), others);
    assertThat(known).isGreaterThanOrEqualTo(800);
    // Of these each was looked at: flour paste for pasta, timber industry for forestry.
    assertThat(others).hasSizeLessThanOrEqualTo(known / 40);
  }

  /** The form of the files of dictd: base-64 numbers say where an article begins and its length. */
  private static Map<String, String> freeDict(String pair) throws IOException {
    Path index = installed("/usr/share/dictd/freedict-" + pair + ".index");
    byte[] articles;
    try (InputStream in =
        new GZIPInputStream(
            Files.newInputStream(installed("/usr/share/dictd/freedict-" + pair + ".dict.dz")))) {
      articles = in.readAllBytes();
    }
    Map<String, String> dictionary = new HashMap<>();
    for (String line : Files.readAllLines(index)) {
      String[] cells = line.split("\t", -1);
      String article =
          new String(articles, number(cells[1]), number(cells[2]), StandardCharsets.UTF_8);
      dictionary.merge(
          cells[0].toLowerCase(Locale.ROOT),
          ASIDE.matcher(article).replaceAll("").replace(cells[0], ""),
          String::concat);
    }
    return dictionary;
  }

  private static int number(String written) {
    return written.chars().reduce(0, (sum, digit) -> sum * DIGITS.length() + DIGITS.indexOf(digit));
  }

  @Test
  void norwegianLabels_areOftenWhatTheDanishOnesBecome() throws Exception {
    int[] same = alike(Neighbour.NO, "dan-nob");
    say("Norwegian labels Apertium makes of the Danish ones: %d of %d", same[0], same[1]);
    assertThat(same[0] * 100).isGreaterThanOrEqualTo(same[1] * 45);
  }

  @Test
  void swedishLabels_areOftenWhatTheDanishOnesBecome() throws Exception {
    int[] same = alike(Neighbour.SV, "dan-swe");
    say("Swedish labels Apertium makes of the Danish ones: %d of %d", same[0], same[1]);
    assertThat(same[0] * 100).isGreaterThanOrEqualTo(same[1] * 30);
  }

  /** How many labels of a language a translator makes of the Danish ones, and of how many. */
  private static int[] alike(Neighbour language, String pair) throws Exception {
    installed("/usr/share/apertium/modes/" + pair + ".mode");
    List<Competence> both =
        VOCABULARY.competences().stream().filter(one -> !labels(one, language).isEmpty()).toList();
    List<String> danish = both.stream().flatMap(one -> labels(one, Language.DA).stream()).toList();
    // A full stop keeps one label from becoming part of the next.
    List<String> made =
        run(danish.stream().map(label -> label + " .").toList(), "apertium", "-u", pair).stream()
            .map(line -> line.replace(" .", "").strip().toLowerCase(Locale.ROOT))
            .toList();
    assertThat(made).hasSameSizeAs(danish);
    int same = 0;
    int all = 0;
    int at = 0;
    for (Competence competence : both) {
      int to = at + labels(competence, Language.DA).size();
      Set<String> translated = new HashSet<>(made.subList(at, to));
      at = to;
      for (String label : labels(competence, language)) {
        all++;
        same += translated.contains(label.toLowerCase(Locale.ROOT)) ? 1 : 0;
      }
    }
    return new int[] {same, all};
  }

  @Test
  void labels_areSpeltAsTheirLanguageSpellsThem() throws Exception {
    Map<Neighbour, String> dictionaries =
        Map.of(
            Neighbour.DE,
            "de_DE",
            Neighbour.SV,
            "sv_SE",
            Neighbour.NO,
            "nb_NO",
            Neighbour.FR,
            "fr_FR");
    for (Map.Entry<Neighbour, String> one : dictionaries.entrySet()) {
      installed("/usr/share/hunspell/" + one.getValue() + ".dic");
      List<String> words =
          VOCABULARY.competences().stream()
              .flatMap(competence -> labels(competence, one.getKey()).stream())
              .toList();
      Set<String> unknown =
          Set.copyOf(run(words, "hunspell", "-d", one.getValue(), "-l", "-i", "utf-8"));
      say("%s: %d labels, words Hunspell has not: %s", one.getKey(), words.size(), unknown);
      // Of trades' words a general dictionary lacks some: Elektrolyseur, skytjeneste.
      assertThat(unknown).hasSizeLessThanOrEqualTo(words.size() / 5);
    }
  }

  private static List<String> run(List<String> lines, String... command) throws Exception {
    Path in = Files.createTempFile("labels", ".txt");
    Path out = Files.createTempFile("labels", ".out");
    try {
      Files.write(in, lines);
      Process process =
          new ProcessBuilder(command)
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(process.waitFor()).isZero();
      return Files.readAllLines(out);
    } finally {
      Files.delete(in);
      Files.delete(out);
    }
  }

  private static Path installed(String file) {
    assumeTrue(Files.exists(Path.of(file)), "there is no " + file);
    return Path.of(file);
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
