package dk.brobygger.search.match;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.delegation.Encounters;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.score.Matches;
import dk.brobygger.search.score.Placing;
import dk.brobygger.search.score.Ranking;
import dk.brobygger.search.score.Score;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Ranks the clusters of other countries for one cluster, and those of its own that its league has
 * use for, with reasons. Safe for many threads.
 *
 * <p>All are compared, of very many those whose texts have most in common with the profile. Who has
 * no word, competence, ecosystem or network in common is no partner, whatever country it is of.
 *
 * <p>The score is a sum: what we seek and they offer joined harmonically with what they seek and we
 * offer, so that one-sided fits fall; ground in common; different stages of one value chain; words
 * in common, which count half where nothing else is; ecosystems, networks, countries that either
 * wishes for, languages and a label that holds; that it is at home, by the rules of {@link AtHome};
 * projects both took part in, or somebody both know; how lately it was read; what they have in
 * common with those that more like them are wanted of; and what came of the meetings the two have
 * had, by the rules of {@link Acquaintance}. Wishes and meetings move those who fit; they do not
 * bring in who does not. Who is said not to be for us is blocked, with the rank it would have had.
 */
public final class PartnerMatcher {

  /** Registers of so many are compared point by point from the first to the last. */
  private static final int REGISTER = 1_000;

  /** How many of a larger one are asked of the engine before they are scored. */
  private static final int CANDIDATES = 200;

  /** How many more at home; there are few, and those abroad are to lose no place to them here. */
  private static final int AT_HOME = 40;

  /** As much as ground in common with ourselves. */
  private static final double LIKENESS_POINTS = 15;

  /** Who knows somebody one knows can be asked about; further away nothing is known. */
  private static final int NEAR = 2;

  private static final Query CLUSTERS = new Query.Has(Facet.TYPE, "cluster");

  private final SearchEngine engine;
  private final Vocabulary vocabulary;
  private final Weighing weighing;
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
    this(
        engine,
        vocabulary,
        new Weighing(engine, vocabulary, CLUSTERS),
        new Profiles(tagger),
        encounters);
  }

  private PartnerMatcher(
      SearchEngine engine,
      Vocabulary vocabulary,
      Weighing weighing,
      Profiles profiles,
      Supplier<Encounters> encounters) {
    this.engine = engine;
    this.vocabulary = vocabulary;
    this.weighing = weighing;
    this.profiles = profiles;
    this.encounters = encounters;
  }

  /**
   * The same without meetings, for who is not to know of them: a no-show is nobody else's matter.
   */
  public PartnerMatcher discreet() {
    return new PartnerMatcher(engine, vocabulary, weighing, profiles, () -> Encounters.NONE);
  }

  /**
   * The best partners.
   *
   * @param seeker who looks for them
   * @param most how many at most, 1 or more; of those that are not for it as many as lie among
   *     these ranks
   * @return each with the bridge that leads there, where there is one
   */
  public Matches match(Seeker seeker, int most) {
    Round round = new Round(seeker);
    return matches(round, round.ranking(), most);
  }

  /** The best partners abroad, for what several countries are needed for. */
  public Matches abroad(Seeker seeker, int most) {
    Round round = new Round(seeker);
    return matches(round, round.ranking(round.abroad()), most);
  }

  private Matches matches(Round round, Ranking ranking, int most) {
    Seeker seeker = round.seeker;
    Bridges bridges = round.met.all().isEmpty() ? round.stated : bridges(seeker, round.met);
    return ranking
        .best(most)
        .foundBy(ProfileQuery.expansions(round.ours))
        .map(match -> match.over(bridges.to(match.entry().id(), Bridges.LONGEST)));
  }

  /** Meetings count by themselves, so those they lead to get no points for them. */
  private Bridges stated(Seeker seeker) {
    return bridges(seeker, Encounters.NONE);
  }

  private Bridges bridges(Seeker seeker, Encounters met) {
    return new Bridges(seeker.cluster(), new Ties(engine, met, seeker.today()));
  }

  /**
   * What a change of the profile would bring, found by ranking again with it: at most three tips,
   * each of another kind, the best first.
   *
   * @param seeker who looks for partners
   */
  public List<Tip> tips(Seeker seeker) {
    // No change of a profile changes whom it knows, so the ties are walked once for all of them.
    Bridges stated = stated(seeker);
    return new Tips(changed -> new Round(changed, stated).ranking(), profiles, vocabulary)
        .of(seeker);
  }

  /**
   * Where one entry stands among the partners, and why not higher.
   *
   * @param seeker who looks for them
   * @param asked the entry; of any kind
   * @param place the last place that is looked at, 1 or more: 20 answers why it is not among the
   *     first 20
   */
  public Placing why(Seeker seeker, Entry asked, int place) {
    Round round = new Round(seeker);
    Ranking ranking = round.ranking();
    return ranking
        .placing(asked.id(), place)
        .orElseGet(() -> {
          Optional<Score> alone = round.alone(asked);
          // Who has nothing in common is told so, and not that its stages are the same.
          boolean complements = alone.map(AtHome::complements).orElse(true);
          return ranking.outside(asked, PartnerRules.against(seeker, asked, complements), alone);
        });
  }

  /**
   * What two have for each other, wherever they are: the same points as in a ranking, but for words
   * in common, past projects and whom both know, which take a search, and for likes.
   *
   * @param ours a cluster or an organisation
   * @param theirs another
   * @param today the day labels and meetings are judged on
   */
  public Score between(Entry ours, Entry theirs, LocalDate today) {
    return sum(
        new PartnerFit(profiles.of(ours), weighing.shared(), today).with(profiles.of(theirs)),
        acquaintance(encounters.get(), ours.id(), theirs.id(), today));
  }

  private static Optional<Score> acquaintance(
      Encounters met, EntryId ours, EntryId theirs, LocalDate today) {
    return Acquaintance.of(met.between(ours, theirs, today), today);
  }

  private static Score sum(List<Score> fit, Optional<Score> acquaintance) {
    return new Score.Sum(
        "match",
        Stream.concat(fit.stream().filter(part -> part.points() > 0), acquaintance.stream())
            .toList());
  }

  /** What an entry's texts say of competences; read once for each object. */
  public Profile profile(Entry entry) {
    return profiles.of(entry);
  }

  /** One question of one seeker. */
  private final class Round {

    private final Seeker seeker;
    private final Profile ours;
    private final Query texts;
    private final SharedCompetence shared = weighing.shared();
    private final PartnerFit fit;
    private final AtHome home;
    private final Encounters met = encounters.get();
    private final Bridges stated;

    Round(Seeker seeker) {
      this(seeker, stated(seeker));
    }

    Round(Seeker seeker, Bridges stated) {
      this.seeker = seeker;
      this.ours = profiles.of(seeker.cluster());
      this.texts = ProfileQuery.ofNamed(ours);
      this.fit = new PartnerFit(ours, shared, seeker.today());
      this.home = new AtHome(seeker.cluster(), seeker.today());
      this.stated = stated;
    }

    Ranking ranking() {
      List<Hit> all = new ArrayList<>(abroad());
      home.wanted().ifPresent(wanted -> all.addAll(others(wanted, AT_HOME)));
      return ranking(all);
    }

    List<Hit> abroad() {
      return others(new Query.Not(home.all()), CANDIDATES);
    }

    private List<Hit> others(Query where, int most) {
      Query other = new Query.Not(new Query.Id(seeker.cluster().id().toString()));
      return shared.entries() <= REGISTER
          ? found(List.of(CLUSTERS, where, other, anyhow()), REGISTER)
          : found(List.of(CLUSTERS, where, other, texts), most);
    }

    /** Finds those, too, that texts do not find. */
    private Query anyhow() {
      return new Query.Any(List.of(texts, new Query.All()));
    }

    Ranking ranking(List<Hit> hits) {
      List<Ranking.Scored> scored = new ArrayList<>();
      for (Hit hit : hits) {
        if (hit.entry() instanceof Cluster theirs) {
          Score score = score(hit);
          if (PartnerFit.isFit(score)
              && home.against(theirs, AtHome.complements(score)).isEmpty()) {
            scored.add(
                new Ranking.Scored(
                    theirs,
                    PartnerRules.said(seeker, theirs),
                    PartnerFit.thin(score).stream().toList(),
                    score));
          }
        }
      }
      return new Ranking(seeker.cluster().id(), scored);
    }

    /** The score of a cluster that no ranking holds; empty where it has nothing in common. */
    Optional<Score> alone(Entry asked) {
      return asked.id().equals(seeker.cluster().id())
          ? Optional.empty()
          : found(List.of(CLUSTERS, new Query.Id(asked.id().toString()), anyhow()), 1).stream()
              .findFirst()
              .map(this::score)
              .filter(PartnerFit::isFit);
    }

    private List<Hit> found(List<Query> every, int most) {
      return engine.ask(Question.only(new Query.Every(every), most)).hits();
    }

    private Score score(Hit hit) {
      Profile theirs = profiles.of(hit);
      List<Score> parts = fit.with(theirs);
      stated.to(hit.entry().id(), NEAR).flatMap(PartnerFit::known).ifPresent(parts::add);
      parts.add(ProfileQuery.score(hit, fit.wordPoints(theirs, parts)));
      likeness(theirs).ifPresent(parts::add);
      return sum(parts, acquaintance(met, seeker.cluster().id(), hit.entry().id(), seeker.today()));
    }

    /** What one has in common with the others that more like them are wanted of. */
    private Optional<Score> likeness(Profile theirs) {
      Map<String, Said> wanted = new LinkedHashMap<>();
      for (Cluster liked : seeker.preferences().liked()) {
        if (!liked.id().equals(theirs.entry().id())) {
          profiles.of(liked).offered().forEach((id, said) -> wanted.merge(id, said, Said::and));
        }
      }
      return wanted.isEmpty()
          ? Optional.empty()
          : Optional.of(
              shared.wanted(wanted).score("more-like-this", theirs.offered(), LIKENESS_POINTS));
    }
  }
}
