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
 */
public record Profile(Entry entry, Map<String, Said> offered, Map<String, Said> sought) {

  /**
   * Fields whose words do not tell what somebody can do, or what a topic is about: the whole call
   * it belongs to has others about other things.
   */
  private static final Set<String> NO_COMPETENCE = Set.of("seeks", "soughtPartner", "callTitle");

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
    return new Profile(entry, offered, sought);
  }

  private static void add(Mention mention, Entry entry, Map<String, Said> all) {
    Said known = all.get(mention.competence());
    all.put(
        mention.competence(),
        known == null
            ? new Said(new Evidence(entry, mention.field(), mention.start(), mention.end()), 1)
            : known.again());
  }

  /** What it has; where it does not say so, it is at work in what it looks for. */
  public Map<String, Said> offeredOrSought() {
    return offered.isEmpty() ? sought : offered;
  }

  /** All competences, sought ones first. */
  public Map<String, Said> all() {
    Map<String, Said> all = new LinkedHashMap<>(sought);
    offered.forEach(all::putIfAbsent);
    return all;
  }

  /**
   * The prose that describes it, without its name, in each language it is written in: what is
   * searched for on its behalf.
   */
  public Map<Language, String> prose() {
    return byLanguage(described());
  }

  /** The prose in other languages than English, of which the entry says nothing in English. */
  public Map<Language, String> untranslated() {
    Set<String> english =
        described()
            .filter(text -> text.language() == Language.EN)
            .map(text -> TextField.factTold(text.name()))
            .collect(Collectors.toSet());
    return byLanguage(
        described().filter(text -> !english.contains(TextField.factTold(text.name()))));
  }

  private static Map<Language, String> byLanguage(Stream<TextField> texts) {
    return texts.collect(
        Collectors.groupingBy(
            TextField::language,
            () -> new EnumMap<>(Language.class),
            Collectors.mapping(TextField::text, Collectors.joining("\n"))));
  }

  private Stream<TextField> described() {
    return entry.texts().stream().filter(text -> !text.isName());
  }
}
