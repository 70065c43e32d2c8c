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
import org.apache.lucene.analysis.da.DanishAnalyzer;
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

  /** Translations that are less sure would bring more that is wrong than right. */
  private static final double LEAST_SURE = 0.25;

  private static final int MOST_ENGLISH = 3;

  private final BridgeDictionary dictionary;
  private final Set<String> english;
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
    this.dictionary = new BridgeDictionary(rows);
    this.english = new HashSet<>(dictionary.english());
    this.compounds = compounds;
    this.parts = parts.isEmpty() ? Set.of() : EnumSet.copyOf(parts);
    this.tagger = tagger;
    DanishAnalyzer.getDefaultStopSet().forEach(word -> stopWords.add(new String((char[]) word)));
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
    Map<String, Double> known = sure(dictionary.phrases(small));
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
      Map<String, Double> likeliest = sure(dictionary.phrases(part.term()));
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
    return dictionary.danish();
  }

  /** The English words of the dictionary. */
  Set<String> englishWords() {
    return Collections.unmodifiableSet(english);
  }

  /** Whether the dictionary has this Danish word or phrase, in any inflection. */
  public boolean knows(String danish) {
    return !dictionary.phrase(TextAnalysis.stems(danish, Language.DA)).isEmpty();
  }

  private void addWord(List<Translated> found, String text, TextAnalysis.Word word) {
    String written = text.substring(word.start(), word.end());
    String small = written.toLowerCase(Locale.ROOT);
    if (stopWords.contains(small)) {
      return;
    }
    @Nullable Map<String, Double> known = dictionary.word(small, word.term());
    if (known != null) {
      add(found, known, 1, word.start(), word.end());
    } else if (!addParts(found, written, word.start())) {
      add(found, undictionaried(written, small), 1, word.start(), word.end());
    }
  }

  private boolean addParts(List<Translated> found, String written, int start) {
    if (!parts.contains(Part.COMPOUNDS)) {
      return false;
    }
    List<TextAnalysis.Word> split = compounds.parts(written);
    for (TextAnalysis.Word part : split) {
      if (!stopWords.contains(part.term())) {
        @Nullable Map<String, Double> known =
            dictionary.word(part.term(), BridgeDictionary.phrase(part.term()));
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
      if (!translations(words, first, last).isEmpty()) {
        return last;
      }
    }
    return first;
  }

  private Map<String, Double> translations(List<TextAnalysis.Word> words, int first, int last) {
    return dictionary.phrase(words.subList(first, last));
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
      for (String word : new LinkedHashSet<>(BridgeDictionary.englishWords(label))) {
        words.merge(word, 1.0 / labels.size(), BridgeDictionary::atMostOne);
      }
    }
    return words;
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
