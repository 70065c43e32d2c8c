package dk.brobygger.search.language;

import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Words that are spelled right, whether or not an entry holds them: those of the vocabulary's
 * labels, of the bridge, of the Danish dictionary and of the calendar, everyday ones and those that
 * America spells otherwise, their inflections, and Danish compounds of them. Immutable, safe for
 * many threads.
 */
public final class KnownWords {

  private static final String FIELD = "word";

  /** What may follow a Danish word that ends in e, and one that does not. */
  private static final Set<String> ENDINGS_AFTER_E =
      Set.of("n", "r", "s", "ns", "rs", "rne", "rnes");

  private static final Set<String> ENDINGS =
      Set.of(
          "en", "et", "er", "e", "s", "ens", "ets", "ers", "es", "erne", "ernes", "ene", "enes",
          "t");

  /** Shorter parts of words are endings more often than words. */
  private static final int SHORTEST_PART = 4;

  private final Set<String> labels = new HashSet<>();
  private final Set<String> labelsOfUsers;
  private final Map<Language, Set<String>> stems = new EnumMap<>(Language.class);
  private final Set<String> danish;
  private final Set<String> all = new HashSet<>();
  private final DanishCompounds compounds;
  private final DirectoryReader reader;

  /**
   * Reads all words.
   *
   * @param labels labels in the languages of users, whose words a typo most likely was meant to be
   * @param neighbourLabels labels in other languages, the same
   * @param danish other Danish words
   * @param english other English words
   * @param compounds takes Danish words apart
   */
  private KnownWords(
      Collection<String> labels,
      Collection<String> neighbourLabels,
      Collection<String> danish,
      Collection<String> english,
      DanishCompounds compounds) {
    this.compounds = compounds;
    this.danish = written(danish);
    this.labelsOfUsers = written(labels);
    this.labels.addAll(labelsOfUsers);
    this.labels.addAll(written(neighbourLabels));
    all.addAll(this.labels);
    all.addAll(this.danish);
    all.addAll(written(english));
    this.reader = index(all); // no typo is meant to be a part of others
    all.addAll(partsOf(this.danish));
    for (Language language : Language.OF_USERS) {
      Set<String> own = new HashSet<>();
      TextAnalysis.stems(String.join(" ", all), language).forEach(word -> own.add(word.term()));
      stems.put(language, own);
    }
  }

  /** The known words of a vocabulary, a bridge and a dictionary. */
  public static KnownWords of(Vocabulary vocabulary, TermBridge bridge, DanishCompounds compounds) {
    List<String> labels = labels(vocabulary, Competence::labels);
    List<String> neighbourLabels = labels(vocabulary, Competence::neighbourLabels);
    List<String> danish =
        Stream.of(bridge.danishWords(), compounds.words(), TypedWords.danish(), calendar("da"))
            .flatMap(Set::stream)
            .toList();
    List<String> english =
        Stream.of(bridge.englishWords(), TypedWords.spelledTwice(), calendar("en"))
            .flatMap(Set::stream)
            .toList();
    return new KnownWords(labels, neighbourLabels, danish, english, compounds);
  }

  /** The months and the days of the week. */
  private static Set<String> calendar(String language) {
    Locale locale = Locale.of(language);
    return Stream.concat(
            Stream.of(Month.values()).map(one -> one.getDisplayName(TextStyle.FULL, locale)),
            Stream.of(DayOfWeek.values()).map(one -> one.getDisplayName(TextStyle.FULL, locale)))
        .collect(Collectors.toSet());
  }

  /** Those shipped with the program; made when they are first asked for. */
  public static KnownWords shipped() {
    return Shipped.WORDS;
  }

  private static List<String> labels(
      Vocabulary vocabulary, Function<Competence, ? extends Map<?, List<String>>> of) {
    return vocabulary.competences().stream()
        .flatMap(one -> of.apply(one).values().stream())
        .flatMap(List::stream)
        .toList();
  }

  private static Set<String> written(Collection<String> texts) {
    Set<String> words = new HashSet<>();
    TextAnalysis.written(String.join(" ", texts)).forEach(word -> words.add(word.term()));
    return words;
  }

  /** What stands before or after another word in one: {@code grise} in {@code griseproduktion}. */
  private static Set<String> partsOf(Set<String> words) {
    Set<String> parts = new HashSet<>();
    for (String word : words) {
      for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_PART; at++) {
        if (words.contains(word.substring(at))) {
          parts.add(word.substring(0, at));
        }
        if (words.contains(word.substring(0, at))) {
          parts.add(word.substring(at));
        }
      }
    }
    return parts;
  }

  private static DirectoryReader index(Set<String> words) {
    try (IndexWriter writer =
        new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig())) {
      Document document = new Document();
      words.forEach(word -> document.add(new StringField(FIELD, word, Field.Store.NO)));
      writer.addDocument(document);
      return DirectoryReader.open(writer);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot index words in memory: " + e.getMessage(), e);
    }
  }

  /** Whether this is a word, in any inflection, or a Danish compound of words. */
  public boolean has(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return all.contains(small)
        || TextAnalysis.saysNothing(small)
        || Language.OF_USERS.stream().anyMatch(language -> isInflected(small, language))
        || isCompound(small);
  }

  /**
   * Whether this is a word as it is written, whose stem alone does not make it one: {@code moller}
   * has that of {@code mol}.
   *
   * @param small the word, in small letters
   */
  boolean isWritten(String small) {
    return all.contains(small)
        || TextAnalysis.saysNothing(small)
        || isInflected(small, Language.EN)
        || isDanishForm(small)
        || isCompound(small);
  }

  /** A stem that is less than half of a word says too little: that of inteligens is int. */
  private boolean isInflected(String small, Language language) {
    Set<String> own = stems.getOrDefault(language, Set.of());
    return TextAnalysis.stems(small, language).stream()
        .allMatch(stem -> 2 * stem.term().length() >= small.length() && own.contains(stem.term()));
  }

  /** The last part must be a word as it is written: a stem, cut short, would let typos pass. */
  private boolean isCompound(String small) {
    List<TextAnalysis.Word> parts = compounds.parts(small);
    return !parts.isEmpty() && isDanishForm(parts.getLast().term());
  }

  private boolean isDanishForm(String word) {
    return danish.contains(word)
        || ENDINGS.stream().anyMatch(ending -> isForm(word, ending, false))
        || ENDINGS_AFTER_E.stream().anyMatch(ending -> isForm(word, ending, true));
  }

  private boolean isForm(String word, String ending, boolean afterE) {
    String base = word.substring(0, Math.max(0, word.length() - ending.length()));
    return word.endsWith(ending) && base.endsWith("e") == afterE && danish.contains(base);
  }

  /** Whether a label of a competence holds this word, in small letters. */
  public boolean isLabel(String small) {
    return labels.contains(small);
  }

  /**
   * Words for nearly the same as this one, which is in small letters: English ones for the same
   * everyday thing, then those that are written nearly so, then words of labels that it is a part
   * of, shortest first.
   */
  public List<String> near(String small) {
    return Stream.of(
            TypedWords.related(small).stream(),
            similar(small).stream().map(SimilarWord::word),
            labelsOfUsers.stream()
                .filter(label -> label.length() >= small.length() + SHORTEST_PART)
                .filter(label -> label.startsWith(small) || label.endsWith(small))
                .sorted(Comparator.comparing(String::length).thenComparing(one -> one)))
        .flatMap(words -> words)
        .toList();
  }

  /** Words that are written nearly like this one, which is in small letters. */
  public List<SimilarWord> similar(String small) {
    try {
      return SimilarWords.in(reader, FIELD, small).stream()
          .map(one -> new SimilarWord(one.word(), one.edits(), 0))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read words in memory: " + e.getMessage(), e);
    }
  }

  /** Made only when they are asked for. */
  private static final class Shipped {
    private static final KnownWords WORDS =
        of(Vocabulary.shipped(), TermBridge.shipped(), DanishCompounds.shipped());
  }
}
