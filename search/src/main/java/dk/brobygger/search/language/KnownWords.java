package dk.brobygger.search.language;

import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
 * labels, of the bridge and of the Danish dictionary, their inflections, and Danish compounds of
 * them. Immutable, safe for many threads.
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

  private final Set<String> labels = new HashSet<>();
  private final Map<Language, Set<String>> stems = new EnumMap<>(Language.class);
  private final Set<String> danish;
  private final Set<String> all = new HashSet<>();
  private final DanishCompounds compounds;
  private final DirectoryReader reader;

  /**
   * Reads all words.
   *
   * @param labels words of labels, which a typo is most likely to have been meant to be
   * @param danish other Danish words
   * @param english other English words
   * @param compounds takes Danish words apart
   */
  private KnownWords(
      Collection<String> labels,
      Collection<String> danish,
      Collection<String> english,
      DanishCompounds compounds) {
    this.compounds = compounds;
    this.danish = written(danish);
    this.labels.addAll(written(labels));
    all.addAll(this.labels);
    all.addAll(this.danish);
    all.addAll(written(english));
    for (Language language : Language.OF_USERS) {
      Set<String> own = new HashSet<>();
      TextAnalysis.stems(String.join(" ", all), language).forEach(word -> own.add(word.term()));
      stems.put(language, own);
    }
    this.reader = index(all);
  }

  /** The known words of a vocabulary, a bridge and a dictionary. */
  public static KnownWords of(Vocabulary vocabulary, TermBridge bridge, DanishCompounds compounds) {
    List<String> labels = vocabulary.competences().stream().flatMap(KnownWords::labels).toList();
    List<String> danish =
        Stream.concat(bridge.danishWords().stream(), compounds.words().stream()).toList();
    return new KnownWords(labels, danish, bridge.englishWords(), compounds);
  }

  /** Those shipped with the program; made when they are first asked for. */
  public static KnownWords shipped() {
    return Shipped.WORDS;
  }

  private static Stream<String> labels(Competence competence) {
    return Stream.concat(
            competence.labels().values().stream(), competence.neighbourLabels().values().stream())
        .flatMap(List::stream);
  }

  private static Set<String> written(Collection<String> texts) {
    Set<String> words = new HashSet<>();
    TextAnalysis.written(String.join(" ", texts)).forEach(word -> words.add(word.term()));
    return words;
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
