package dk.brobygger.search.language;

import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * Says in English words what a Danish text is about, word by word, so that English texts can be
 * found with it.
 *
 * <p>Each Danish word, or phrase of up to four, gives the English words the shipped dictionary has
 * for it; a compound that has none gives those of its parts; a word of Greek or Latin descent gives
 * its English cognate; a name, number or loan word stays as it is. The competences of the
 * vocabulary that the text names give the words of all their English labels besides. Words that
 * carry no subject give nothing. The weights of one Danish word's translations sum to about 1, and
 * more where a translation has several words. Immutable, safe for many threads.
 */
public final class TermBridge {

  private static final int LONGEST_PHRASE = 4;

  /** What the English labels of a named competence weigh, beside the words themselves. */
  private static final double CONCEPT_WEIGHT = 0.6;

  /** A word spelled the same in both languages, seen as English before. */
  private static final double LOAN_WEIGHT = 0.9;

  /** A name, number or abbreviation. */
  private static final double NAME_WEIGHT = 1;

  /** A small word nobody knows: mostly Danish, and then it finds nothing. */
  private static final double UNKNOWN_WEIGHT = 0.5;

  private static final double COGNATE_WEIGHT = 0.8;

  /** A compound's parts say a little less than a word that is in the dictionary. */
  private static final double PART_WEIGHT = 0.9;

  private static final int MOST_COGNATES = 2;

  /**
   * Endings of inflected words; taking one off, or an {@code e} more or less, gives the headword.
   */
  private static final List<String> ENDINGS =
      List.of(
          "", "s", "en", "et", "er", "e", "ens", "ets", "ers", "es", "erne", "ernes", "ene", "enes",
          "n", "r", "t", "ns", "ts", "rne", "ne", "rnes", "nes", "de", "te", "ede", "ende", "nde",
          "ere", "est", "este");

  private static final int SHORTEST_HEADWORD = 2;

  /** Translations that are less sure would bring more that is wrong than right. */
  private static final double LEAST_SURE = 0.25;

  private static final int MOST_ENGLISH = 3;

  /** By phrase of stems. */
  private final Map<String, Map<String, Double>> dictionary = new HashMap<>();

  /** By the word as the dictionary has it: {@code sort} and {@code sortere} share a stem. */
  private final Map<String, Map<String, Double>> headwords = new HashMap<>();

  /** The same with the English phrases as the dictionary has them, not taken apart. */
  private final Map<String, Map<String, Double>> phrases = new HashMap<>();

  private final Set<String> english = new HashSet<>();
  private final Set<String> stopWords = new HashSet<>(DanishCompounds.lines("stop-words-da.txt"));
  private final Map<String, Map<String, Double>> concepts = new HashMap<>();
  private final CompetenceTagger tagger;
  private final DanishCompounds compounds;
  private final Set<Part> parts;

  /** What helps the dictionary. */
  public enum Part {
    /** English labels of the competences a text names. */
    CONCEPTS,
    /** Translations of the parts of compounds. */
    COMPOUNDS,
    /** Regular changes of spelling. */
    COGNATES
  }

  /**
   * A line of the dictionary.
   *
   * @param danish a word or a phrase, in any inflection
   * @param english a word or a phrase
   * @param probability how often the Danish is that in English, above 0, at most 1
   */
  public record Row(String danish, String english, double probability) {}

  private TermBridge(
      Collection<Row> rows,
      Vocabulary vocabulary,
      CompetenceTagger tagger,
      DanishCompounds compounds,
      Set<Part> parts) {
    this.compounds = compounds;
    this.parts = parts.isEmpty() ? Set.of() : EnumSet.copyOf(parts);
    this.tagger = tagger;
    DanishAnalyzer.getDefaultStopSet().forEach(word -> stopWords.add(new String((char[]) word)));
    for (Row row : rows) {
      List<String> words = englishWords(row.english());
      english.addAll(words);
      phrases
          .computeIfAbsent(row.danish(), key -> new LinkedHashMap<>())
          .merge(String.join(" ", words), row.probability(), TermBridge::atMostOne);
      for (String word : words) {
        dictionary
            .computeIfAbsent(phrase(row.danish()), key -> new LinkedHashMap<>())
            .merge(word, row.probability(), TermBridge::atMostOne);
        headwords
            .computeIfAbsent(row.danish(), key -> new LinkedHashMap<>())
            .merge(word, row.probability(), TermBridge::atMostOne);
      }
    }
    for (Competence competence : vocabulary.competences()) {
      concepts.put(competence.id(), labelWords(competence));
    }
    concepts.values().forEach(words -> english.addAll(words.keySet()));
  }

  /** A bridge of these lines; {@code parts} says what may help them. */
  public static TermBridge of(
      Collection<Row> rows, Vocabulary vocabulary, DanishCompounds compounds, Set<Part> parts) {
    return new TermBridge(rows, vocabulary, new CompetenceTagger(vocabulary), compounds, parts);
  }

  /** The bridge shipped with the program. */
  public static TermBridge shipped() {
    return Shipped.BRIDGE;
  }

  /**
   * The English words of a Danish text, in the order of the Danish words they come from, and the
   * surest first for each. The same English word may come from several places.
   */
  public List<Translated> translate(String danishText) {
    List<Translated> found = new ArrayList<>();
    List<TextAnalysis.Word> words = TextAnalysis.stems(danishText, Language.DA);
    for (int first = 0; first < words.size(); ) {
      int last = longestPhrase(words, first);
      if (last > first) {
        add(found, translations(words, first, last), 1, words.get(first).start(), end(words, last));
        first = last;
      } else {
        addWord(found, danishText, words.get(first));
        first++;
      }
    }
    if (parts.contains(Part.CONCEPTS)) {
      for (Mention mention : tagger.mentions(new TextField("text", Language.DA, danishText))) {
        String named = danishText.substring(mention.start(), mention.end());
        if (!stopWords.contains(named.toLowerCase(Locale.ROOT))) {
          Map<String, Double> labels = concepts.getOrDefault(mention.competence(), Map.of());
          add(found, labels, CONCEPT_WEIGHT, mention.start(), mention.end());
        }
      }
    }
    found.sort((one, two) -> Integer.compare(one.start(), two.start()));
    return found;
  }

  /**
   * What a Danish word may be in English, surest first, with how surely it is: at most three words
   * or phrases in small letters. A compound that the dictionary has not is made of its parts; a
   * word that is English too, and one that is not known, has none.
   */
  public Map<String, Double> english(String danishWord) {
    String small = danishWord.toLowerCase(Locale.ROOT);
    if (english.contains(small)) {
      return Map.of();
    }
    Map<String, Double> known = sure(inflected(small, phrases));
    return known.isEmpty() ? compounded(small) : known;
  }

  private static Map<String, Double> sure(@Nullable Map<String, Double> known) {
    Map<String, Double> sure = new LinkedHashMap<>();
    if (known != null) {
      known.entrySet().stream()
          .filter(one -> one.getValue() >= LEAST_SURE && !one.getKey().isEmpty())
          .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
          .limit(MOST_ENGLISH)
          .forEach(one -> sure.put(one.getKey(), one.getValue()));
    }
    return sure;
  }

  /** The likeliest English of each part of a compound; none if one part has none. */
  private Map<String, Double> compounded(String small) {
    List<String> words = new ArrayList<>();
    double weight = PART_WEIGHT;
    for (TextAnalysis.Word part : compounds.parts(small)) {
      Map<String, Double> likeliest = sure(inflected(part.term(), phrases));
      if (likeliest.isEmpty()) {
        return Map.of();
      }
      Map.Entry<String, Double> first = likeliest.entrySet().iterator().next();
      words.add(first.getKey());
      weight *= first.getValue();
    }
    return words.isEmpty() ? Map.of() : Map.of(String.join(" ", words), weight);
  }

  /** The Danish words and phrases of the dictionary. */
  Set<String> danishWords() {
    return Collections.unmodifiableSet(headwords.keySet());
  }

  /** The English words of the dictionary. */
  Set<String> englishWords() {
    return Collections.unmodifiableSet(english);
  }

  /** Whether the dictionary has this Danish word or phrase, in any inflection. */
  public boolean knows(String danish) {
    return dictionary.containsKey(phrase(danish));
  }

  private void addWord(List<Translated> found, String text, TextAnalysis.Word word) {
    String written = text.substring(word.start(), word.end());
    String small = written.toLowerCase(Locale.ROOT);
    if (stopWords.contains(small)) {
      return;
    }
    @Nullable Map<String, Double> known = known(small, word.term());
    if (known != null) {
      add(found, known, 1, word.start(), word.end());
    } else if (!addParts(found, written, word.start())) {
      add(found, undictionaried(written, small), 1, word.start(), word.end());
    }
  }

  /** What the dictionary has for a word in any inflection, for its stem if not for its headword. */
  private @Nullable Map<String, Double> known(String small, String stem) {
    @Nullable Map<String, Double> found = inflected(small, headwords);
    return found == null ? dictionary.get(stem) : found;
  }

  private static @Nullable Map<String, Double> inflected(
      String small, Map<String, Map<String, Double>> headwords) {
    for (String ending : ENDINGS) {
      int length = small.length() - ending.length();
      if (length >= SHORTEST_HEADWORD && small.endsWith(ending)) {
        String base = small.substring(0, length);
        @Nullable Map<String, Double> found = headwords.get(base);
        if (found == null && !ending.isEmpty() && !base.endsWith("e")) {
          found = headwords.get(base + "e");
        }
        if (found == null && isDoubled(base)) {
          found = headwords.get(base.substring(0, length - 1));
        }
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static boolean isDoubled(String base) {
    int last = base.length() - 1;
    return last > 1 && base.charAt(last) == base.charAt(last - 1);
  }

  private boolean addParts(List<Translated> found, String written, int start) {
    if (!parts.contains(Part.COMPOUNDS)) {
      return false;
    }
    List<TextAnalysis.Word> split = compounds.parts(written);
    for (TextAnalysis.Word part : split) {
      if (!stopWords.contains(part.term())) {
        @Nullable Map<String, Double> known = known(part.term(), phrase(part.term()));
        add(
            found,
            known == null ? undictionaried(part.term(), part.term()) : known,
            PART_WEIGHT,
            start + part.start(),
            start + part.end());
      }
    }
    return !split.isEmpty();
  }

  private Map<String, Double> undictionaried(String written, String small) {
    boolean name =
        !written.equals(small)
            || !written.chars().allMatch(Character::isLetter)
            || (written.length() == 1 && !Character.isLetter(written.charAt(0)));
    Map<String, Double> words = new LinkedHashMap<>();
    if (english.contains(small)) {
      words.put(small, LOAN_WEIGHT);
      return words;
    }
    if (parts.contains(Part.COGNATES)) {
      for (String cognate : Cognates.of(small)) {
        if (english.contains(cognate) && words.size() < MOST_COGNATES) {
          words.put(cognate, words.isEmpty() ? COGNATE_WEIGHT : COGNATE_WEIGHT / 2);
        }
      }
    }
    if (name || words.isEmpty()) {
      words.put(small, name ? NAME_WEIGHT : UNKNOWN_WEIGHT);
    }
    return words;
  }

  private int longestPhrase(List<TextAnalysis.Word> words, int first) {
    for (int last = Math.min(words.size(), first + LONGEST_PHRASE); last > first + 1; last--) {
      if (dictionary.containsKey(join(words, first, last))) {
        return last;
      }
    }
    return first;
  }

  private Map<String, Double> translations(List<TextAnalysis.Word> words, int first, int last) {
    return dictionary.getOrDefault(join(words, first, last), Map.of());
  }

  private static int end(List<TextAnalysis.Word> words, int last) {
    return words.get(last - 1).end();
  }

  private static void add(
      List<Translated> found, Map<String, Double> words, double share, int start, int end) {
    words.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(
            word -> found.add(new Translated(word.getKey(), word.getValue() * share, start, end)));
  }

  /** The words of a competence's English labels, each with the share of labels it stands in. */
  private static Map<String, Double> labelWords(Competence competence) {
    List<String> labels = competence.labels().getOrDefault(Language.EN, List.of());
    Map<String, Double> words = new LinkedHashMap<>();
    for (String label : labels) {
      for (String word : new LinkedHashSet<>(englishWords(label))) {
        words.merge(word, 1.0 / labels.size(), TermBridge::atMostOne);
      }
    }
    return words;
  }

  private static double atMostOne(double one, double two) {
    return Math.min(1, one + two);
  }

  private static List<String> englishWords(String text) {
    CharArraySet silent = EnglishAnalyzer.getDefaultStopSet();
    List<String> words = new ArrayList<>();
    for (TextAnalysis.Word word : TextAnalysis.stems(text, Language.EN)) {
      String written = text.substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
      if (!silent.contains(written)) {
        words.add(written);
      }
    }
    return words;
  }

  private static String phrase(String danish) {
    List<TextAnalysis.Word> words = TextAnalysis.stems(danish, Language.DA);
    return join(words, 0, words.size());
  }

  private static String join(List<TextAnalysis.Word> words, int first, int last) {
    StringBuilder phrase = new StringBuilder();
    for (int at = first; at < last; at++) {
      phrase.append(at == first ? "" : " ").append(words.get(at).term());
    }
    return phrase.toString();
  }

  /** Reads the file only when it is asked for. */
  private static final class Shipped {

    private static final TermBridge BRIDGE =
        new TermBridge(
            DanishCompounds.lines("bridge-da-en.tsv").stream().map(Shipped::row).toList(),
            Vocabulary.shipped(),
            CompetenceTagger.shipped(),
            DanishCompounds.shipped(),
            EnumSet.allOf(Part.class));

    private static Row row(String line) {
      String[] cells = line.split("\t", -1);
      return new Row(cells[0], cells[1], Double.parseDouble(cells[2]));
    }
  }
}
