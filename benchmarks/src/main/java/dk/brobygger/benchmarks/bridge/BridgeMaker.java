package dk.brobygger.benchmarks.bridge;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.language.Cognates;
import dk.brobygger.search.language.DanishCompounds;
import dk.brobygger.search.language.TermBridge;
import dk.brobygger.search.language.TextAnalysis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/**
 * Makes the dictionary of the bridge: the seed list, what the labels teach, and cognates.
 *
 * <p>Where the seed list has a word, it is believed; the labels only add to the others.
 */
final class BridgeMaker {

  /** Pairs the two directions agree on less are left out; 0.1 to 0.2 did the same. */
  private static final double LEAST_AGREEMENT = 0.12;

  private static final int MOST_TRANSLATIONS = 4;

  /** Endings and prefixes that also are words, and would take words apart that are no compounds. */
  private static final Set<String> NEVER_PARTS =
      Set.of(
          "art", "led", "fri", "gen", "ide", "idé", "ret", "tal", "bar", "løs", "dom", "hed", "som",
          "skab", "ens", "ene", "inde", "under", "over", "efter", "mellem", "mod", "ved", "fra",
          "til", "med", "for", "ige", "lig", "ling", "ning", "else", "ende", "agtig", "mæssig",
          "vis", "del", "gang", "ton", "tone", "tin", "ler", "sal", "rum", "ren", "rent", "gift",
          "mine", "net", "sort", "uden", "anden", "eller", "men", "der", "den", "det", "alle",
          "hver", "værk", "ring", "ben", "sten", "kande", "sko", "hel", "hele", "let", "lav", "god",
          "mad", "svin", "mark", "spil", "kant", "dør", "bane", "sti", "tag", "is", "ost", "øst",
          "vest");

  /** Words wanted as parts though they are short or stand alone in no label. */
  private static final Set<String> ALWAYS_PARTS =
      Set.of(
          "hav",
          "vind",
          "mølle",
          "park",
          "net",
          "vej",
          "bil",
          "tog",
          "sol",
          "kul",
          "gas",
          "luft",
          "jord",
          "vand",
          "skov",
          "land",
          "varme",
          "køle",
          "bygge",
          "lade",
          "fly",
          "skib",
          "værk",
          "kraft",
          "mad",
          "liv",
          "arbejds",
          "drikke",
          "spilde",
          "livs",
          "mål",
          "lys",
          "plan",
          "rum",
          "by",
          "uge",
          "ung",
          "hjem",
          "hus",
          "lag",
          "bæredygtigheds",
          "dyr",
          "fisk");

  /** What the dictionary is made of. */
  enum Source {
    /** The list written by hand. */
    SEED,
    /** Labels of the eForms SDK, the CPV among them. */
    SDK,
    /** Labels of the vocabulary. */
    VOCABULARY,
    /** Regular changes of spelling. */
    COGNATES
  }

  /** The lines of the dictionary, and the words compounds are made of. */
  record Made(List<TermBridge.Row> rows, Set<String> words) {

    TermBridge bridge(Set<TermBridge.Part> parts) {
      return TermBridge.of(rows, Vocabulary.shipped(), DanishCompounds.of(words), parts);
    }
  }

  private final Map<String, List<String>> seed = seed();
  private final Set<String> silent = new HashSet<>();
  private final CharArraySet silentEnglish = EnglishAnalyzer.getDefaultStopSet();
  private final Map<String, Map<String, Integer>> danishForms = new HashMap<>();
  private final Map<String, Map<String, Integer>> englishForms = new HashMap<>();
  private final List<LabelPair> pairs;
  private final Set<Source> sources;

  private BridgeMaker(Collection<LabelPair> pairs, Set<Source> sources) {
    this.pairs = List.copyOf(pairs);
    this.sources = sources;
    DanishAnalyzer.getDefaultStopSet().forEach(word -> silent.add(new String((char[]) word)));
  }

  /** Writes both files into the folder named. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Made made = make(allPairs(EnumSet.allOf(Source.class)), EnumSet.allOf(Source.class));
    StringBuilder lines = new StringBuilder();
    for (TermBridge.Row row : made.rows()) {
      lines.append(row.danish()).append('\t').append(row.english()).append('\t');
      lines.append(String.format(Locale.ROOT, "%.2f", row.probability())).append('\n');
    }
    Files.writeString(folder.resolve("bridge-da-en.tsv"), lines);
    Files.writeString(folder.resolve("danish-words.txt"), String.join("\n", made.words()) + "\n");
    System.out.println(made.rows().size() + " lines, " + made.words().size() + " words");
  }

  /** All pairs of the sources named. */
  static List<LabelPair> allPairs(Set<Source> sources) {
    List<LabelPair> all = new ArrayList<>();
    if (sources.contains(Source.SDK)) {
      all.addAll(LabelPairs.ofSdk());
    }
    if (sources.contains(Source.VOCABULARY)) {
      all.addAll(LabelPairs.ofVocabulary(Vocabulary.shipped()));
    }
    return all;
  }

  /** Makes the dictionary of these pairs and what else {@code sources} names. */
  static Made make(Collection<LabelPair> pairs, Set<Source> sources) {
    BridgeMaker maker = new BridgeMaker(pairs, sources);
    Set<String> words = maker.partWords();
    return new Made(maker.rows(DanishCompounds.of(words)), words);
  }

  private static Map<String, List<String>> seed() {
    Map<String, List<String>> seed = new TreeMap<>();
    try (InputStream in =
            Objects.requireNonNull(BridgeMaker.class.getResourceAsStream("seed-da-en.tsv"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .forEach(line -> {
            String[] cells = line.split("\t", 2);
            seed.put(cells[0], Arrays.asList(cells[1].split("; ")));
          });
    } catch (IOException e) {
      throw new IllegalStateException("cannot read the seed list", e);
    }
    return seed;
  }

  /** Words that translate as one word, and words of labels that those do not explain. */
  private Set<String> partWords() {
    Set<String> words = new TreeSet<>(ALWAYS_PARTS);
    if (sources.contains(Source.SEED)) {
      seed.forEach((danish, english) -> {
        if (!danish.contains(" ") && english.stream().anyMatch(word -> !word.matches(".*[ -].*"))) {
          words.add(danish);
        }
      });
    }
    Map<String, Integer> counts = new HashMap<>();
    for (LabelPair pair : pairs) {
      for (TextAnalysis.Word word : TextAnalysis.stems(pair.danish(), Language.DA)) {
        String small = pair.danish().substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
        counts.merge(small, 1, Integer::sum);
      }
    }
    Map<Integer, Set<String>> byLength = new TreeMap<>();
    counts.forEach((word, count) -> {
      if (count >= 2 && word.length() >= 4 && word.chars().allMatch(Character::isLetter)) {
        byLength.computeIfAbsent(word.length(), length -> new TreeSet<>()).add(word);
      }
    });
    byLength
        .values()
        .forEach(sameLength -> {
          DanishCompounds shorter = DanishCompounds.of(allowed(words));
          for (String word : sameLength) {
            if (shorter.parts(word).isEmpty()) {
              words.add(word);
            }
          }
        });
    return allowed(words);
  }

  private Set<String> allowed(Set<String> words) {
    Set<String> allowed = new TreeSet<>(words);
    allowed.removeIf(word ->
        word.length() < 3
            || !word.chars().allMatch(Character::isLetter)
            || silent.contains(word)
            || (NEVER_PARTS.contains(word) && !ALWAYS_PARTS.contains(word)));
    return allowed;
  }

  private List<TermBridge.Row> rows(DanishCompounds compounds) {
    Map<String, Map<String, Double>> dictionary = new TreeMap<>();
    Set<String> seeded = new HashSet<>();
    if (sources.contains(Source.SEED)) {
      seed.forEach((danish, english) -> {
        seeded.add(stem(danish));
        dictionary.put(danish, shares(english));
      });
    }
    List<WordAlignment.Sentences> sentences = sentences(compounds);
    learned(sentences)
        .forEach((danish, english) -> {
          if (!seeded.contains(danish)) {
            dictionary.putIfAbsent(form(danishForms, danish), english);
          }
        });
    if (sources.contains(Source.COGNATES)) {
      addCognates(dictionary);
    }
    List<TermBridge.Row> rows = new ArrayList<>();
    dictionary.forEach((danish, english) ->
        english.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .forEach(each -> rows.add(new TermBridge.Row(danish, each.getKey(), each.getValue()))));
    return rows;
  }

  /** The first translation of a hand-written line weighs most, each later one half of it. */
  private static Map<String, Double> shares(List<String> english) {
    Map<String, Double> shares = new LinkedHashMap<>();
    double share = 1;
    double sum = 0;
    for (String word : english) {
      sum += share;
      shares.put(word, share);
      share *= 0.6;
    }
    double all = sum;
    shares.replaceAll((word, part) -> part / all);
    return shares;
  }

  private List<WordAlignment.Sentences> sentences(DanishCompounds compounds) {
    Set<List<String>> seen = new LinkedHashSet<>();
    List<WordAlignment.Sentences> sentences = new ArrayList<>();
    for (LabelPair pair : pairs) {
      List<String> english = english(pair.english());
      List<String> whole = danish(pair.danish(), null);
      List<String> apart = danish(pair.danish(), compounds);
      for (List<String> danish : List.of(whole, apart)) {
        List<String> both = new ArrayList<>(danish);
        both.add("\t");
        both.addAll(english);
        if (!danish.isEmpty() && !english.isEmpty() && seen.add(both)) {
          sentences.add(new WordAlignment.Sentences(danish, english));
        }
      }
    }
    return sentences;
  }

  private List<String> english(String text) {
    List<String> stems = new ArrayList<>();
    for (TextAnalysis.Word word : TextAnalysis.words(text, Language.EN)) {
      String small = text.substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
      if (small.chars().allMatch(Character::isLetter) && !silentEnglish.contains(small)) {
        stems.add(word.term());
        count(englishForms, word.term(), small);
      }
    }
    return stems;
  }

  private List<String> danish(
      String text, @org.jspecify.annotations.Nullable DanishCompounds compounds) {
    List<String> stems = new ArrayList<>();
    for (TextAnalysis.Word word : TextAnalysis.stems(text, Language.DA)) {
      String small = text.substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
      if (silent.contains(small) || small.chars().noneMatch(Character::isLetter)) {
        continue;
      }
      List<TextAnalysis.Word> parts = compounds == null ? List.of() : compounds.parts(small);
      if (parts.isEmpty()) {
        stems.add(word.term());
        count(danishForms, word.term(), small);
      } else {
        for (TextAnalysis.Word part : parts) {
          stems.add(stem(part.term()));
          count(danishForms, stem(part.term()), part.term());
        }
      }
    }
    return stems;
  }

  private static void count(Map<String, Map<String, Integer>> forms, String stem, String form) {
    forms.computeIfAbsent(stem, key -> new TreeMap<>()).merge(form, 1, Integer::sum);
  }

  private static String form(Map<String, Map<String, Integer>> forms, String stem) {
    return forms.getOrDefault(stem, Map.of(stem, 1)).entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(stem);
  }

  private static String stem(String danish) {
    List<String> stems = new ArrayList<>();
    TextAnalysis.stems(danish, Language.DA).forEach(word -> stems.add(word.term()));
    return String.join(" ", stems);
  }

  private Map<String, Map<String, Double>> learned(List<WordAlignment.Sentences> sentences) {
    Map<String, Map<String, Double>> there = WordAlignment.of(sentences);
    Map<String, Map<String, Double>> back =
        WordAlignment.of(sentences.stream().map(WordAlignment.Sentences::turned).toList());
    Map<String, Map<String, Double>> learned = new TreeMap<>();
    there.forEach((danish, english) -> {
      List<Map.Entry<String, Double>> agreed = new ArrayList<>();
      english.forEach((word, given) -> {
        double turned = back.getOrDefault(word, Map.of()).getOrDefault(danish, 0.0);
        double agreement = Math.sqrt(given * turned);
        if (agreement >= LEAST_AGREEMENT) {
          agreed.add(Map.entry(form(englishForms, word), agreement));
        }
      });
      agreed.sort(
          Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
              .thenComparing(Map.Entry.comparingByKey()));
      List<Map.Entry<String, Double>> best =
          agreed.subList(0, Math.min(agreed.size(), MOST_TRANSLATIONS));
      double sum = best.stream().mapToDouble(Map.Entry::getValue).sum();
      if (!best.isEmpty() && danish.length() > 2) {
        Map<String, Double> translations = new LinkedHashMap<>();
        best.forEach(each ->
            translations.put(each.getKey(), each.getValue() / Math.max(sum, 1 - LEAST_AGREEMENT)));
        learned.put(danish, translations);
      }
    });
    return learned;
  }

  /** Danish words of labels that have no translation yet, but an English cognate in a label. */
  private void addCognates(Map<String, Map<String, Double>> dictionary) {
    Set<String> known = new HashSet<>();
    dictionary.keySet().forEach(danish -> known.add(stem(danish)));
    Set<String> english = new HashSet<>();
    englishForms.values().forEach(forms -> english.addAll(forms.keySet()));
    new TreeMap<>(danishForms)
        .forEach((stem, forms) -> {
          String danish = form(danishForms, stem);
          if (!known.contains(stem)) {
            Cognates.of(danish).stream()
                .filter(english::contains)
                .findFirst()
                .ifPresent(cognate -> dictionary.put(danish, Map.of(cognate, 0.8)));
          }
        });
  }
}
