package dk.brobygger.search.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the competences of a vocabulary in texts, by their labels and synonyms in any inflection.
 *
 * <p>Danish texts are also read for English labels, since Danish engineers write both; English
 * texts for English ones only, but names for both. Labels in the languages of neighbours count in
 * all these texts, after the own ones; their endings are forgiven as far as those of the text's
 * language are like theirs, and so are spellings without accents. English labels count as they are
 * written on either side of the Atlantic, too. Texts in all other languages are read for labels in
 * that language, where there are any, and for English ones that trades use everywhere: those of
 * several words, and those that Danish has, too, such as {@code biogas}. Other English words are
 * too often others there: {@code train} in French. Where labels overlap the longest counts. A label
 * of up to four letters, all capitals, such as PV, must stand in capitals, and one that means other
 * things too needs a word of its context in the same text. No label is read across a comma or the
 * end of a sentence, nor inside a phrase that means something else. Answers always the same, safe
 * for many threads.
 */
public final class CompetenceTagger {

  private static final int LONGEST_ABBREVIATION = 4;

  /** What is left of a label at the least when its words lose their endings. */
  private static final double LEAST_SHARE = 0.7;

  /**
   * What the words of a text begin with at the least of a label's letters: {@code fishery} with six
   * of the nine of {@code fisheries}.
   */
  private static final double LEAST_SHARED = 0.6;

  /** What the endings of a label's words add at the most, such as -ernes in Danish. */
  private static final int LONGEST_ENDINGS = 8;

  /** As many entries as an engine keeps decoded. */
  private static final int KEPT = 10_000;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}'’]+['’]*");

  /** What stands between two words that are not read together. */
  private static final Pattern BREAK = Pattern.compile("[,;:!?]|\\.\\s|\\n\\s*\\n");

  private final Vocabulary vocabulary;
  private final OtherMeanings otherMeanings;

  /** Read when a text is first read for them. */
  private final Map<Labels, Node> roots = new ConcurrentHashMap<>();

  /** Weak keys are compared as objects, which spares comparing long texts. */
  private final Cache<Entry, List<Mention>> found =
      Caffeine.newBuilder().weakKeys().maximumSize(KEPT).build();

  /** Finds the competences of this vocabulary; reads its labels when they are first needed. */
  public CompetenceTagger(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.otherMeanings = new OtherMeanings(vocabulary);
  }

  /** Reads the labels for the languages of users now, which the first text would wait for. */
  public void readLabels() {
    Language.OF_USERS.forEach(language -> root(Labels.of(language)));
  }

  /**
   * What is looked for in a text.
   *
   * @param language how labels lose their endings, as the words of the text do
   * @param international only those English labels that are used in all languages
   */
  private record Labels(Language language, boolean international) {

    static final Labels INTERNATIONAL = new Labels(Language.EN, true);

    static Labels of(Language language) {
      return new Labels(language, false);
    }
  }

  private Node root(Labels labels) {
    return roots.computeIfAbsent(labels, this::read);
  }

  private Node read(Labels labels) {
    Node root = new Node();
    Language language = labels.language();
    if (labels.international()) {
      vocabulary.competences().forEach(root::addInternational);
    } else if (language.isOfUsers()) {
      vocabulary.competences().forEach(competence -> root.add(competence, language));
      if (language == Language.EN) {
        vocabulary.competences().forEach(root::addOtherSpellings);
      }
      vocabulary.competences().forEach(competence -> root.addNeighbours(competence, language));
    } else {
      vocabulary.competences().forEach(competence -> root.addOwn(competence, language));
    }
    return root;
  }

  /** The tagger of the vocabulary shipped with the program. */
  public static CompetenceTagger shipped() {
    return Shipped.TAGGER;
  }

  /**
   * The competences all texts of an entry speak of, but its former names and the rules by which
   * money is given, field by field, in order of place; found once for each object that stands for
   * an entry.
   */
  public List<Mention> mentions(Entry entry) {
    return found.get(entry, this::found);
  }

  private List<Mention> found(Entry entry) {
    return entry.texts().stream()
        .filter(text -> !text.isFormer() && !text.isRule())
        .flatMap(text -> mentions(text).stream())
        .toList();
  }

  /** The competences one text speaks of, in order of place, not overlapping. */
  public List<Mention> mentions(TextField text) {
    return find(text.name(), text.text(), labels(text), true);
  }

  private static List<Labels> labels(TextField text) {
    Labels own = Labels.of(text.language());
    if (!own.language().isOfUsers()) {
      return List.of(own, Labels.INTERNATIONAL);
    }
    boolean both = own.language() == Language.DA || text.name().equals("name");
    return both ? List.of(own, Labels.of(own.language().other())) : List.of(own);
  }

  /**
   * The competences a question names in a language of users; neither capitals nor what stands
   * around a label matter.
   */
  public List<Mention> asked(String question) {
    return find("question", question, Language.OF_USERS.stream().map(Labels::of).toList(), false);
  }

  private List<Mention> find(String field, String text, List<Labels> wanted, boolean strict) {
    TreeMap<Integer, Mention> longest = new TreeMap<>();
    for (Labels labels : wanted) {
      List<TextAnalysis.Word> words = TextAnalysis.stems(text, labels.language());
      Set<String> around = new HashSet<>();
      words.forEach(word -> around.add(word.term()));
      Predicate<Reading> fits = strict ? reading -> reading.fits(around) : Reading::isInflected;
      for (int first = 0; first < words.size(); first++) {
        at(field, text, words, first, root(labels), fits)
            .ifPresent(found ->
                longest.merge(
                    found.start(), found, (one, two) -> two.end() > one.end() ? two : one));
      }
    }
    if (strict && !longest.isEmpty()) {
      otherMeanings
          .in(field, text, wanted.stream().map(Labels::language).toList())
          .forEach(place -> longest.values().removeIf(place::holds));
    }
    return withoutOverlaps(longest);
  }

  private static Optional<Mention> at(
      String field,
      String text,
      List<TextAnalysis.Word> words,
      int first,
      @Nullable Node root,
      Predicate<Reading> fits) {
    Optional<Mention> longest = Optional.empty();
    @Nullable Node node = root;
    for (int last = first; last < words.size() && node != null; last++) {
      node = node.next.get(words.get(last).term());
      if (node != null && node.meaning instanceof Meaning meaning) {
        int start = words.get(first).start();
        int end = words.get(last).end();
        Reading reading = new Reading(meaning, text.substring(start, end));
        if (reading.isUnbroken() && fits.test(reading)) {
          longest = Optional.of(new Mention(meaning.competence(), field, start, end));
        }
      }
    }
    return longest;
  }

  private static List<Mention> withoutOverlaps(TreeMap<Integer, Mention> byStart) {
    List<Mention> kept = new ArrayList<>();
    List<Mention> longestFirst = new ArrayList<>(byStart.values());
    longestFirst.sort(
        Comparator.comparingInt((Mention one) -> one.start() - one.end())
            .thenComparing(Mention::start));
    TreeMap<Integer, Mention> taken = new TreeMap<>();
    for (Mention mention : longestFirst) {
      Map.@Nullable Entry<Integer, Mention> before = taken.lowerEntry(mention.end());
      if (before == null || before.getValue().end() <= mention.start()) {
        taken.put(mention.start(), mention);
      }
    }
    kept.addAll(taken.values());
    return kept;
  }

  /** A place in the tree of all labels, word by word. */
  private static final class Node {

    private final Map<String, Node> next = new HashMap<>();
    private @Nullable Meaning meaning;

    void add(Competence competence, Language language) {
      for (String label : competence.labels().getOrDefault(language, List.of())) {
        add(competence, label, language);
      }
    }

    /** As they are written on the other side of the Atlantic, after all that are labels there. */
    void addOtherSpellings(Competence competence) {
      for (String label : competence.labels().getOrDefault(Language.EN, List.of())) {
        TypedWords.acrossTheAtlantic(label)
            .ifPresent(other -> add(competence, other, label, Language.EN));
      }
    }

    void addInternational(Competence competence) {
      List<String> danish = competence.labels().getOrDefault(Language.DA, List.of());
      for (String label : competence.labels().getOrDefault(Language.EN, List.of())) {
        boolean everywhere = label.length() > LONGEST_ABBREVIATION && danish.contains(label);
        if (label.contains(" ") || everywhere) {
          add(competence, label, Language.EN);
        }
      }
    }

    /** As their language spells them; who writes in it has its accents. */
    void addOwn(Competence competence, Language language) {
      competence
          .neighbourLabels()
          .forEach((neighbour, labels) -> {
            if (neighbour.language() == language) {
              labels.forEach(label -> add(competence, label, language));
            }
          });
    }

    void addNeighbours(Competence competence, Language language) {
      for (List<String> labels : competence.neighbourLabels().values()) {
        for (String label : labels) {
          add(competence, label, language);
          for (String typed : Spellings.plain(label)) {
            add(competence, typed, language);
          }
        }
      }
    }

    private void add(Competence competence, String label, Language language) {
      add(competence, label, label, language);
    }

    private void add(Competence competence, String written, String label, Language language) {
      Set<String> context = new HashSet<>();
      for (String word : competence.context().getOrDefault(label, Set.of())) {
        TextAnalysis.stems(word, language).forEach(stem -> context.add(stem.term()));
      }
      add(TextAnalysis.stems(written, language), written, context, competence.id());
    }

    private void add(List<TextAnalysis.Word> words, String label, Set<String> context, String id) {
      Node node = this;
      for (TextAnalysis.Word word : words) {
        node = node.next.computeIfAbsent(word.term(), term -> new Node());
      }
      if (node != this && node.meaning == null) {
        node.meaning = new Meaning(id, label, isAbbreviation(label) ? label : "", context);
      }
    }

    private static boolean isAbbreviation(String label) {
      return label.length() <= LONGEST_ABBREVIATION
          && label.chars().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
    }
  }

  /** What a label means, the capitals it must stand in, and stems of which one must be near. */
  private record Meaning(
      String competence, String label, String abbreviation, Set<String> context) {

    /**
     * Words that merely share a stem share fewer letters or differ more in length: hørelse and
     * hører, demens and dem, mode and moderne.
     */
    boolean mayBeInflected(String words) {
      int longer = words.length() - label.length();
      return words.length() >= LEAST_SHARE * label.length()
          && sharesEnough(words)
          && longer <= (label.length() <= LONGEST_ABBREVIATION ? 2 : LONGEST_ENDINGS);
    }

    /** Nearly always the text begins as the label does, which is faster seen than word by word. */
    private boolean sharesEnough(String words) {
      int least = (int) Math.ceil(LEAST_SHARED * label.length());
      return words.regionMatches(true, 0, label, 0, least) || shared(words) >= least;
    }

    /** How many letters of the label stand in the text before its words end in other ways. */
    private int shared(String words) {
      String[] read = BETWEEN_WORDS.split(TextAnalysis.onTheLine(words).toLowerCase(Locale.ROOT));
      String[] own = BETWEEN_WORDS.split(label.toLowerCase(Locale.ROOT));
      int shared = own.length - 1;
      for (int i = 0; i < Math.min(read.length, own.length); i++) {
        int end = Arrays.mismatch(read[i].toCharArray(), own[i].toCharArray());
        shared += end < 0 ? own[i].length() : end;
      }
      return shared;
    }
  }

  /** Words of a text that read like a label. */
  private record Reading(Meaning meaning, String words) {

    /** In {@code offshore wind, power to gas} there is no wind power. */
    boolean isUnbroken() {
      return !BREAK.matcher(words).find() || BREAK.matcher(meaning.label()).find();
    }

    boolean isInflected() {
      return meaning.mayBeInflected(words);
    }

    boolean fits(Set<String> around) {
      return words.startsWith(meaning.abbreviation())
          && isInflected()
          && (meaning.context().isEmpty() || meaning.context().stream().anyMatch(around::contains));
    }
  }

  /** Made only when it is asked for. */
  private static final class Shipped {
    private static final CompetenceTagger TAGGER = new CompetenceTagger(Vocabulary.shipped());
  }
}
