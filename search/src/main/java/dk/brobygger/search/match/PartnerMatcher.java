package dk.brobygger.search.match;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Label;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.delegation.Encounters;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.score.Matches;
import dk.brobygger.search.score.Passages;
import dk.brobygger.search.score.Score;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Ranks the clusters of other countries for one cluster, with reasons. Safe for many threads.
 *
 * <p>The score is a sum: what we seek and they offer joined harmonically with what they seek and we
 * offer, so that one-sided fits fall; ground in common; words in common; ecosystems, networks,
 * wished countries and a label that holds; and what came of the meetings the two have had, by the
 * rules of {@link Acquaintance}. Meetings move those who fit; they do not bring in who does not.
 */
public final class PartnerMatcher {

  /** How many entries are asked of the engine before they are scored; four pages of answers. */
  private static final int CANDIDATES = 200;

  private static final double EXCHANGE_POINTS = 30;
  private static final double COMMON_POINTS = 12;
  private static final double ECOSYSTEM_POINTS = 8;
  private static final double NETWORK_POINTS = 6;
  private static final double TARGET_POINTS = 6;

  private final SearchEngine engine;
  private final Vocabulary vocabulary;
  private final Profiles profiles;
  private final Supplier<Encounters> encounters;

  /**
   * Ranks what an engine finds.
   *
   * @param engine the engine
   * @param vocabulary the competences
   * @param tagger finds them in texts
   * @param encounters the meetings there have been, as they are known when a match is asked for
   */
  public PartnerMatcher(
      SearchEngine engine,
      Vocabulary vocabulary,
      CompetenceTagger tagger,
      Supplier<Encounters> encounters) {
    this(engine, vocabulary, new Profiles(tagger), encounters);
  }

  private PartnerMatcher(
      SearchEngine engine,
      Vocabulary vocabulary,
      Profiles profiles,
      Supplier<Encounters> encounters) {
    this.engine = engine;
    this.vocabulary = vocabulary;
    this.profiles = profiles;
    this.encounters = encounters;
  }

  /**
   * The same without meetings, for who is not to know of them: a no-show is nobody else's matter.
   */
  public PartnerMatcher discreet() {
    return new PartnerMatcher(engine, vocabulary, profiles, () -> Encounters.NONE);
  }

  /**
   * The best partners abroad for a cluster.
   *
   * @param cluster who looks for partners
   * @param today the day labels and meetings are judged on
   * @param most how many at most, 1 or more
   */
  public Matches match(Cluster cluster, LocalDate today, int most) {
    Profile ours = profiles.of(cluster);
    SharedCompetence shared = shared();
    Encounters met = encounters.get();
    List<Scored> scored = new ArrayList<>();
    for (Hit hit : engine.ask(Question.best(candidates(ours, cluster), CANDIDATES)).hits()) {
      if (hit.entry() instanceof Cluster theirs) {
        List<Score> parts = fit(ours, profiles.of(theirs), shared, today);
        parts.add(words(hit));
        scored.add(new Scored(theirs, sum(parts, acquaintance(met, cluster, theirs, today))));
      }
    }
    scored.sort(
        Comparator.comparingDouble((Scored one) -> one.score().points())
            .reversed()
            .thenComparing(one -> one.cluster().id()));
    List<Match> ranked = new ArrayList<>();
    for (Scored one : scored.subList(0, Math.min(most, scored.size()))) {
      ranked.add(new Match(one.cluster(), ranked.size() + 1, List.of(), one.score()));
    }
    return new Matches(cluster.id(), ranked, List.of());
  }

  /**
   * What two have for each other, wherever they are: the same points as in a ranking, but for words
   * in common, which only a search finds.
   *
   * @param ours a cluster or an organisation
   * @param theirs another
   * @param today the day labels and meetings are judged on
   */
  public Score between(Entry ours, Entry theirs, LocalDate today) {
    return sum(
        fit(profiles.of(ours), profiles.of(theirs), shared(), today),
        acquaintance(encounters.get(), ours, theirs, today));
  }

  private SharedCompetence shared() {
    Query clusters = new Query.Has(Facet.TYPE, "cluster");
    return new SharedCompetence(vocabulary, Rarity.among(engine, clusters));
  }

  private static Optional<Score> acquaintance(
      Encounters met, Entry ours, Entry theirs, LocalDate today) {
    return Acquaintance.of(met.between(ours.id(), theirs.id(), today), today);
  }

  private static Score sum(List<Score> fit, Optional<Score> acquaintance) {
    return new Score.Sum(
        "match",
        Stream.concat(fit.stream().filter(part -> part.points() > 0), acquaintance.stream())
            .toList());
  }

  private static Query candidates(Profile ours, Cluster cluster) {
    return new Query.Every(
        List.of(
            new Query.Has(Facet.TYPE, "cluster"),
            new Query.Not(new Query.Has(Facet.COUNTRY, cluster.identity().seat().country())),
            new Query.Not(new Query.Id(cluster.id().toString())),
            ProfileQuery.of(ours)));
  }

  private static List<Score> fit(
      Profile ours, Profile theirs, SharedCompetence shared, LocalDate today) {
    List<Score> parts = new ArrayList<>();
    parts.add(
        new Score.Harmonic(
            "exchange",
            List.of(
                shared.score(
                    "they-offer-what-we-seek",
                    ours.soughtOrOffered(),
                    theirs.offered(),
                    EXCHANGE_POINTS),
                shared.score(
                    "we-offer-what-they-seek",
                    ours.offered(),
                    theirs.soughtOrOffered(),
                    EXCHANGE_POINTS))));
    parts.add(shared.score("common-ground", ours.offered(), theirs.offered(), COMMON_POINTS));
    if (ours.entry() instanceof Cluster cluster && theirs.entry() instanceof Cluster other) {
      parts.add(overlap("ecosystem", "ecosystems", cluster, other, ECOSYSTEM_POINTS));
      parts.add(overlap("network", "networks", cluster, other, NETWORK_POINTS));
      parts.add(targetCountry(cluster, other));
      label(other, today).ifPresent(parts::add);
    }
    return parts;
  }

  private static Score words(Hit hit) {
    List<Evidence> quoted = Passages.best(hit.entry(), hit.highlights(), 3);
    return new Score.Leaf("words", quoted.isEmpty() ? 0 : ProfileQuery.points(hit), quoted);
  }

  /** Points for values that a listing fact of both holds, shared out over ours. */
  private static Score overlap(
      String criterion, String fact, Cluster ours, Cluster theirs, double points) {
    List<String> mine = values(ours, fact);
    List<Evidence> evidence = new ArrayList<>();
    int both = 0;
    for (String value : values(theirs, fact)) {
      if (mine.contains(value)) {
        both++;
        evidence.add(listed(theirs, fact, value));
        evidence.add(listed(ours, fact, value));
      }
    }
    return new Score.Leaf(criterion, both == 0 ? 0 : points * both / mine.size(), evidence);
  }

  private static List<String> values(Cluster cluster, String fact) {
    return cluster
        .field(fact)
        .map(TextField::text)
        .map(text -> List.of(text.split("; ")))
        .orElse(List.of());
  }

  private static Evidence listed(Cluster cluster, String fact, String value) {
    int start = 0;
    for (String each : values(cluster, fact)) {
      if (each.equals(value)) {
        break;
      }
      start += each.length() + "; ".length();
    }
    return Evidence.quote(cluster, fact, start, start + value.length());
  }

  private static Score targetCountry(Cluster ours, Cluster theirs) {
    String country = theirs.identity().seat().country();
    if (!ours.strategy().targetCountries().contains(country)) {
      return new Score.Leaf("target-country", 0, List.of());
    }
    return new Score.Leaf(
        "target-country",
        TARGET_POINTS,
        List.of(Evidence.whole(theirs, "country"), listed(ours, "targetCountries", country)));
  }

  private static Optional<Score> label(Cluster theirs, LocalDate today) {
    return theirs
        .standing()
        .label()
        .filter(label -> label.holdsOn(today).orElse(true))
        .map(label ->
            new Score.Leaf("label", points(label), List.of(Evidence.whole(theirs, "label"))));
  }

  private static double points(Label label) {
    return switch (label.level()) {
      case BRONZE -> 1;
      case SILVER -> 2;
      case GOLD -> 3;
    };
  }

  private record Scored(Cluster cluster, Score score) {}
}
