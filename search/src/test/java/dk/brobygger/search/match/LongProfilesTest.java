package dk.brobygger.search.match;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.entry.Identity;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Seat;
import dk.brobygger.corpus.entry.Standing;
import dk.brobygger.corpus.entry.Strategy;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.Shelf;
import dk.brobygger.search.delegation.Encounters;
import dk.brobygger.search.funding.CallMatcher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who says much does not win by saying it, and who says too little is not lost for it. */
class LongProfilesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
  private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

  private static Cluster saying(String key, String country, String offers, String seeks) {
    return new Cluster(
        new EntryId(EntryType.CLUSTER, key),
        Identity.of(key, Seat.in(country)),
        Standing.UNKNOWN,
        Set.of(),
        Optional.empty(),
        new Strategy(Texts.NONE, Texts.english(offers), Texts.english(seeks), List.of(), List.of()),
        Provenance.NONE);
  }

  /** All that some clusters offer and seek, as if it were one. */
  private static Cluster together(String key, List<Cluster> some) {
    return saying(
        key,
        "NO",
        joined(some, one -> one.strategy().description())
            + " "
            + joined(some, one -> one.strategy().offers()),
        joined(some, one -> one.strategy().seeks()));
  }

  private static String joined(List<Cluster> some, Function<Cluster, Texts> text) {
    return some.stream()
        .map(one -> text.apply(one).byLanguage().getOrDefault(Language.EN, ""))
        .collect(Collectors.joining(" "));
  }

  private static PartnerMatcher matcher(Shelf shelf) {
    return new PartnerMatcher(
        shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER, () -> Encounters.NONE);
  }

  private static List<String> partners(PartnerMatcher matcher, Cluster of, int most) {
    return matcher.match(new Seeker(of, TODAY), most).ranked().stream()
        .map(match -> match.entry().id().key())
        .toList();
  }

  @Test
  void clusterThatSaysWhatFortyOthersSay_isNoPartnerForAll() {
    List<Entry> entries = new ArrayList<>(Sample.entries());
    List<Cluster> danish = new ArrayList<>();
    List<Cluster> abroad = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Cluster one) {
        (one.identity().seat().country().equals("DK") ? danish : abroad).add(one);
      }
    }
    for (int mixture = 0; mixture < 4; mixture++) {
      Collections.shuffle(abroad, new Random(mixture));
      entries.add(together("mixed-" + mixture, abroad.subList(0, 40)));
    }
    try (Shelf shelf = Shelf.of(entries)) {
      PartnerMatcher matcher = matcher(shelf);
      long among =
          danish.stream()
              .flatMap(ours -> partners(matcher, ours, 20).stream())
              .filter(key -> key.startsWith("mixed-"))
              .count();
      // Each fits one in twenty; while all that somebody says counted alike it was nine in ten.
      assertThat(among).isLessThan(4 * danish.size() / 10);
    }
  }

  @Test
  void competencesThatNobodyAskedFor_takePointsAway_andThoseInCommonNever() {
    List<String> labels =
        Shelf.VOCABULARY.competences().stream()
            .map(one -> one.label(Language.EN))
            .limit(60)
            .toList();
    String much = String.join(". ", labels);
    Cluster ours = saying("vi", "DK", "Bakery", "District heating and food safety");
    List<Entry> others = new ArrayList<>();
    for (String key : List.of("a", "b", "c")) {
      others.add(saying(key, "SE", "Film", "Film"));
    }
    try (Shelf shelf = Shelf.of(others)) {
      PartnerMatcher matcher = matcher(shelf);
      double brief = offered(matcher, ours, "District heating");
      double wordy = offered(matcher, ours, "District heating. " + much);
      double more = offered(matcher, ours, "District heating. Food safety. " + much);
      assertThat(wordy).isPositive().isLessThan(brief / 2);
      assertThat(more).isGreaterThan(wordy);
    }
  }

  private static double offered(PartnerMatcher matcher, Cluster ours, String offers) {
    return matcher.between(ours, saying("de", "NO", offers, "Bakery"), TODAY).parts().stream()
        .filter(part -> part.criterion().equals("exchange"))
        .mapToDouble(part -> part.parts().getFirst().points())
        .sum();
  }

  @Test
  void whoOnlySaysWhatItSeeks_isBroughtWhoOffersIt() {
    List<Entry> others = new ArrayList<>();
    for (String key : List.of("a", "b", "c", "d")) {
      others.add(saying(key, "SE", "Bakery and film for partners", "Partners in film"));
    }
    others.add(saying("offering", "NO", "Offshore wind", "Partners in ports"));
    try (Shelf shelf = Shelf.of(others)) {
      Cluster ours = saying("vi", "DK", "", "Partners in offshore wind");
      assertThat(partners(matcher(shelf), ours, 20)).startsWith("offering");
    }
  }

  @Test
  void profileThatNamesAllCompetences_isAnswered() {
    String all =
        Shelf.VOCABULARY.competences().stream()
            .map(one -> one.label(Language.EN))
            .collect(Collectors.joining(". "));
    try (Shelf shelf = Shelf.of(Sample.entries())) {
      Cluster ours = saying("vi", "DK", all, all);
      assertThat(partners(matcher(shelf), ours, 20)).hasSize(20);
      CallMatcher calls = new CallMatcher(shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER);
      assertThat(calls.match(ours, NOW, 20).ranked()).hasSize(20);
    }
  }
}
