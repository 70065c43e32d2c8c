package dk.brobygger.search.match;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.language.Mention;
import dk.brobygger.search.score.Evidence;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The competences an entry speaks of, each with the first words that say so and how often it does,
 * split by what they are said of.
 *
 * @param entry whose profile it is
 * @param offered competences it has: from everything but what it seeks
 * @param sought competences it looks for
 * @param all all competences, sought ones first
 * @param mentions where it speaks of any
 */
public record Profile(
    Entry entry,
    Map<String, Said> offered,
    Map<String, Said> sought,
    Map<String, Said> all,
    List<Mention> mentions) {

  private static final String CALL_TITLE = "callTitle";

  /**
   * Fields whose words do not tell what somebody can do, or what a topic is about: the whole call
   * it belongs to has others about other things.
   */
  private static final Set<String> NO_COMPETENCE = Set.of("seeks", "soughtPartner", CALL_TITLE);

  /** Sorts the competences that the texts of an entry speak of. */
  public static Profile of(Entry entry, List<Mention> mentions) {
    Map<String, Said> offered = new LinkedHashMap<>();
    Map<String, Said> sought = new LinkedHashMap<>();
    for (Mention mention : mentions) {
      String fact = TextField.factTold(mention.field());
      if (fact.equals("seeks") || fact.equals("soughtPartner")) {
        add(mention, entry, sought);
      } else if (!NO_COMPETENCE.contains(fact)) {
        add(mention, entry, offered);
      }
    }
    Map<String, Said> all = new LinkedHashMap<>(sought);
    offered.forEach((id, said) -> all.merge(id, said, Said::and));
    return new Profile(entry, offered, sought, all, mentions);
  }

  private static void add(Mention mention, Entry entry, Map<String, Said> all) {
    Evidence words = new Evidence(entry, mention.field(), mention.start(), mention.end());
    all.merge(mention.competence(), new Said(words, 1), Said::and);
  }

  /** What it has; where it does not say so, it is at work in what it looks for. */
  public Map<String, Said> offeredOrSought() {
    return offered.isEmpty() ? sought : offered;
  }

  /**
   * The prose that describes it, without its name, in each language it is written in: what is
   * searched for on its behalf.
   */
  public Map<Language, Prose> prose() {
    return byLanguage(described());
  }

  /** The prose in other languages than English, of which the entry says nothing in English. */
  public Map<Language, Prose> untranslated() {
    Set<String> english = factsInEnglish();
    return byLanguage(
        described().filter(text -> !english.contains(TextField.factTold(text.name()))));
  }

  /** The competences of which that prose speaks, or a name, whose words are not searched for. */
  public Set<String> competencesUntranslated() {
    Set<String> english = factsInEnglish();
    return mentions.stream()
        .filter(mention -> !english.contains(TextField.factTold(mention.field())))
        .map(Mention::competence)
        .collect(Collectors.toSet());
  }

  private Set<String> factsInEnglish() {
    return described()
        .filter(text -> text.language() == Language.EN)
        .map(text -> TextField.factTold(text.name()))
        .collect(Collectors.toSet());
  }

  /**
   * Prose taken in two.
   *
   * @param competences the words that speak of competences
   * @param other all others
   */
  public record Prose(String competences, String other) {

    /** All words, those that speak of competences first. */
    public String all() {
      return competences + "\n" + other;
    }

    private Prose and(Prose more) {
      return new Prose(competences + "\n" + more.competences, other + "\n" + more.other);
    }
  }

  private Map<Language, Prose> byLanguage(Stream<TextField> texts) {
    Map<Language, Prose> prose = new EnumMap<>(Language.class);
    texts.forEach(text -> prose.merge(text.language(), taken(text), Prose::and));
    return prose;
  }

  private Prose taken(TextField text) {
    StringBuilder competences = new StringBuilder();
    StringBuilder other = new StringBuilder();
    int read = 0;
    boolean telling = !TextField.factTold(text.name()).equals(CALL_TITLE);
    for (Mention mention : mentions) {
      if (telling && mention.field().equals(text.name())) {
        other.append(text.text(), read, mention.start()).append('\n');
        competences.append(text.text(), mention.start(), mention.end()).append('\n');
        read = mention.end();
      }
    }
    other.append(text.text(), read, text.text().length());
    return new Prose(competences.toString(), other.toString());
  }

  private Stream<TextField> described() {
    return entry.texts().stream().filter(text -> !text.isName());
  }
}
