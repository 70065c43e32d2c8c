package dk.brobygger.indexer.extract;

import dk.brobygger.corpus.entry.Consortium;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how many must apply together, limb by limb, each with its own words. Only what must be
 * counts, not what is encouraged or comes on top of a general rule; and only who applies, not where
 * something is to be tested.
 */
final class Consortia {

  private static final String LEAST =
      "(?:at least|a minimum of|minimum(?: of)?|no fewer than|mindst|minimum|som minimum)\\s+";

  private static final String KIND =
      "(?:\\s+(?:independent|different|separate|eligible|distinct|legal|uafhængige|forskellige|selvstændige|mutually"
          + " independent|other|of|juridiske?))*+\\s+";

  private static final Pattern ENTITIES =
      Pattern.compile(
          "(?iu)"
              + LEAST
              + "(?<n>"
              + Counts.NUMBER
              + ")(?:\\s*\\(\\w+\\))?"
              + KIND
              + "(?:(?:legal"
              + " )?entit(?:y|ies)|beneficiar(?:y|ies)|applicants?|partners?|participants?|organi[sz]ations?"
              + "|companies|enheder|partnere?|parter|part|deltagere?|virksomheder|ansøgere|organisationer)\\b");

  private static final Pattern COUNTRIES =
      Pattern.compile(
          "(?iu)(?:(?:from|in|across|fra|i)\\s+(?:at least |a minimum of |minimum |mindst )?(?<n>"
              + Counts.NUMBER
              + ")(?:\\s+(?:different|separate|eligible|forskellige|distinct|EU|støtteberettigede))*+\\s+(?:countries|member"
              + " states|lande|medlemslande|medlemsstater)\\b|each (?:of them )?established in a"
              + " different (?<each>eligible country|member state|country))");

  private static final Pattern MEMBER_STATES =
      Pattern.compile(
          "(?iu)(?:"
              + LEAST
              + "(?<n>"
              + Counts.NUMBER
              + ")\\s+(?:independent legal entit\\w+ |legal entit\\w+ |of them |af dem |entit\\w+"
              + " )?(?:must be |should be |skal være )?(?:established |etableret )?(?:is |er"
              + " )?(?:in|i)\\s+(?:an? |et |en )?(?:EU )?(?:member"
              + " states?|EU-land|medlemsland|EU-medlemsland|medlemsstat)\\b)");

  private static final Pattern MUST =
      Pattern.compile(
          "(?iu)\\b(?:must|shall|have to|has to|required|requires?|at"
              + " least|minimum|skal|kræves|mindst|eligible)\\b");

  private static final Pattern WISH =
      Pattern.compile(
          "(?iu)\\b(?:encouraged|could|may include|recommended|opfordres|gerne|kan med"
              + " fordel|preferably|living labs?|pilots?|demonstrat\\w+|case stud\\w+|test"
              + " sites?|replicat\\w+)\\b");

  /** What comes on top of the rule of the programme, such as three of Africa, is not the rule. */
  private static final Pattern BESIDES =
      Pattern.compile(
          "(?iu)in addition to the minimum|additional eligibility criteria"
              + "|consortia of (?:\\w+ ){1,3}or more");

  /** Where one may apply alone, too, nobody must be more. */
  private static final Pattern ALONE =
      Pattern.compile(
          "(?iu)\\bmono-beneficiar|\\b(?:or|either|as)\\W+(?:from |as )?(?:a )?single (?:legal"
              + " )?(?:entit(?:y|ies)|applicants?|beneficiar(?:y|ies))\\b");

  private static final Pattern APPLIES =
      Pattern.compile(
          "(?iu)consorti|applica|propos|beneficiar|legal"
              + " entit|partner|participant|ansøg|konsorti|deltag|project team");

  private final List<Found<Integer>> entities = new ArrayList<>();
  private final List<Found<Integer>> countries = new ArrayList<>();
  private final List<Found<Integer>> memberStates = new ArrayList<>();

  private Consortia() {}

  /** What a text says of it. */
  static Consortia of(String text) {
    Consortia consortia = new Consortia();
    if (ALONE.matcher(text).find()) {
      return consortia;
    }
    for (Found<String> sentence : Sentences.of(text)) {
      String words = sentence.value();
      if (MUST.matcher(words).find()
          && APPLIES.matcher(words).find()
          && !WISH.matcher(words).find()
          && !BESIDES.matcher(words).find()) {
        consortia.read(sentence);
      }
    }
    return consortia;
  }

  /** The rule; of several numbers for one limb the first. */
  Consortium rule() {
    return new Consortium(first(entities), first(countries), first(memberStates));
  }

  /** The words of each limb that the rule has. */
  List<Found<Integer>> limbs() {
    List<Found<Integer>> limbs = new ArrayList<>();
    List.of(entities, countries, memberStates)
        .forEach(limb -> limb.stream().findFirst().ifPresent(limbs::add));
    return limbs;
  }

  private static Optional<Integer> first(List<Found<Integer>> limb) {
    return limb.stream().findFirst().map(Found::value);
  }

  private void read(Found<String> sentence) {
    String text = sentence.value();
    Matcher entity = ENTITIES.matcher(text);
    while (entity.find()) {
      add(entities, sentence, entity, Counts.of(entity.group("n")));
    }
    if (entities.isEmpty()) {
      return;
    }
    Matcher country = COUNTRIES.matcher(text);
    while (country.find()) {
      Optional<Integer> count =
          country.group("each") == null ? Counts.of(country.group("n")) : first(entities);
      add(countries, sentence, country, count);
    }
    Matcher member = MEMBER_STATES.matcher(text);
    while (member.find()) {
      add(memberStates, sentence, member, Counts.of(member.group("n")));
    }
  }

  private static void add(
      List<Found<Integer>> limb, Found<String> sentence, Matcher matcher, Optional<Integer> count) {
    count
        .filter(number -> number > 0 && number < 100)
        .ifPresent(number ->
            limb.add(
                new Found<>(
                    number, sentence.start() + matcher.start(), sentence.start() + matcher.end())));
  }
}
