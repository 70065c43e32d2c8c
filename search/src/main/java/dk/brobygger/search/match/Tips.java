package dk.brobygger.search.match;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.Label;
import dk.brobygger.corpus.entry.Strategy;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.score.Ranking;
import dk.brobygger.search.score.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds changes of a profile that bring more good partners, by ranking again with each change. What
 * is tried is what those have whose profiles are most like this one, the countries most of those
 * behind the first come from, and the label there was.
 */
final class Tips {

  /** So many are looked at, so others must have more points than the last of them to be met. */
  private static final int GOOD = 20;

  private static final int COMPARED = 200;
  private static final int NEIGHBOURS = 10;
  private static final int COMPETENCES = 5;
  private static final int COUNTRIES = 3;
  private static final int MOST = 3;
  private static final int QUOTED = 3;

  private final Function<Seeker, Ranking> ranking;
  private final Profiles profiles;
  private final Vocabulary vocabulary;

  Tips(Function<Seeker, Ranking> ranking, Profiles profiles, Vocabulary vocabulary) {
    this.ranking = ranking;
    this.profiles = profiles;
    this.vocabulary = vocabulary;
  }

  /** The best tips, one of a kind, at most three; none where fewer than 20 partners fit. */
  List<Tip> of(Seeker seeker) {
    List<Match> before = ranking.apply(seeker).best(COMPARED).ranked();
    if (before.size() < GOOD) {
      return List.of();
    }
    Map<Tip.Change, Tip> best = new LinkedHashMap<>();
    for (Trial trial : trials(seeker, before)) {
      Tip tip = tried(seeker, trial, before);
      if (!tip.gained().isEmpty()) {
        best.merge(
            tip.change(), tip, (one, two) -> two.gained().size() > one.gained().size() ? two : one);
      }
    }
    return best.values().stream()
        .sorted(Comparator.comparingInt((Tip tip) -> tip.gained().size()).reversed())
        .limit(MOST)
        .toList();
  }

  /** A change to try. */
  private record Trial(
      Tip.Change change, String value, Texts words, List<Evidence> others, Cluster changed) {}

  private Tip tried(Seeker seeker, Trial trial, List<Match> before) {
    double bar = before.get(GOOD - 1).score();
    Set<EntryId> good =
        before.stream().limit(GOOD).map(match -> match.entry().id()).collect(Collectors.toSet());
    Seeker changed = new Seeker(trial.changed(), seeker.preferences(), seeker.today());
    List<Match> gained =
        ranking.apply(changed).best(COMPARED).ranked().stream()
            .filter(match -> match.score() > bar && !good.contains(match.entry().id()))
            .filter(match -> match.cautions().isEmpty())
            .filter(match -> trial.change() != Tip.Change.LABEL || isAbroad(seeker, match))
            .toList();
    return new Tip(trial.change(), trial.value(), trial.words(), trial.others(), bar, gained);
  }

  /** Another label may rank others at home, which is a rule of ours and nothing it brings. */
  private static boolean isAbroad(Seeker seeker, Match match) {
    return match.entry() instanceof Cluster theirs
        && !country(theirs).equals(country(seeker.cluster()));
  }

  private static String country(Cluster cluster) {
    return cluster.identity().seat().country();
  }

  private List<Trial> trials(Seeker seeker, List<Match> before) {
    List<Trial> trials = new ArrayList<>(competences(seeker.cluster(), before));
    trials.addAll(countries(seeker.cluster(), before));
    renewed(seeker).ifPresent(trials::add);
    return trials;
  }

  private List<Trial> competences(Cluster cluster, List<Match> before) {
    List<Profile> neighbours =
        before.stream()
            .sorted(Comparator.comparingDouble(Tips::commonGround).reversed())
            .limit(NEIGHBOURS)
            .map(match -> profiles.of(match.entry()))
            .toList();
    Profile ours = profiles.of(cluster);
    List<Trial> trials = new ArrayList<>();
    missing(neighbours, Profile::offered, ours.offered())
        .forEach((id, others) -> {
          Texts words = words(cluster, id);
          offering(cluster, id, words)
              .ifPresent(it -> trials.add(new Trial(Tip.Change.OFFER, id, words, others, it)));
        });
    missing(neighbours, Profile::all, ours.sought())
        .forEach((id, others) -> {
          Texts words = words(cluster, id);
          seeking(cluster, id, words)
              .ifPresent(it -> trials.add(new Trial(Tip.Change.SEEK, id, words, others, it)));
        });
    return trials;
  }

  private static double commonGround(Match match) {
    return match.explanation().parts().stream()
        .filter(part -> part.criterion().equals("common-ground"))
        .mapToDouble(Score::points)
        .sum();
  }

  /** What most of the neighbours speak of and we do not, nor of a part or the whole of it. */
  private Map<String, List<Evidence>> missing(
      List<Profile> neighbours,
      Function<Profile, Map<String, Said>> spoken,
      Map<String, Said> ours) {
    Set<String> known = new HashSet<>();
    for (String id : ours.keySet()) {
      known.addAll(vocabulary.narrowerClosure(id));
      known.addAll(vocabulary.broaderClosure(id));
    }
    Map<String, List<Evidence>> missing = new LinkedHashMap<>();
    for (Profile neighbour : neighbours) {
      spoken
          .apply(neighbour)
          .forEach((id, said) -> {
            if (!known.contains(id)) {
              missing.computeIfAbsent(id, first -> new ArrayList<>()).add(said.words());
            }
          });
    }
    Map<String, List<Evidence>> commonest = new LinkedHashMap<>();
    missing.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, List<Evidence>> one) -> one.getValue().size())
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .limit(COMPETENCES)
        .forEach(one ->
            commonest.put(
                one.getKey(), one.getValue().subList(0, Math.min(QUOTED, one.getValue().size()))));
    return commonest;
  }

  private Optional<Cluster> offering(Cluster cluster, String competence, Texts words) {
    Strategy now = cluster.strategy();
    Cluster changed =
        with(cluster, longer(now.offers(), words), now.seeks(), now.targetCountries());
    return Optional.of(changed).filter(it -> profiles.of(it).offered().containsKey(competence));
  }

  private Optional<Cluster> seeking(Cluster cluster, String competence, Texts words) {
    Strategy now = cluster.strategy();
    Cluster changed =
        with(cluster, now.offers(), longer(now.seeks(), words), now.targetCountries());
    return Optional.of(changed).filter(it -> profiles.of(it).sought().containsKey(competence));
  }

  /**
   * The words that name a competence, in each language of users that the profile is written in: one
   * who reads it in two would miss them in one. English where it is written in none of these.
   */
  private Texts words(Cluster cluster, String competence) {
    Strategy now = cluster.strategy();
    Set<Language> written =
        Stream.of(now.description(), now.offers(), now.seeks())
            .flatMap(texts -> texts.byLanguage().keySet().stream())
            .filter(Language.OF_USERS::contains)
            .collect(Collectors.toSet());
    Map<Language, String> words = new EnumMap<>(Language.class);
    for (Language language : written.isEmpty() ? Set.of(Language.EN) : written) {
      String label =
          vocabulary.competence(competence).map(one -> one.label(language)).orElse(competence);
      words.put(language, label + ".");
    }
    return new Texts(words);
  }

  /** The same texts with more words at their ends, as somebody adds them who takes a tip. */
  private static Texts longer(Texts texts, Texts words) {
    Map<Language, String> all = new EnumMap<>(Language.class);
    words
        .byLanguage()
        .forEach((language, added) -> {
          String text = texts.byLanguage().getOrDefault(language, "");
          all.put(language, (text + " " + added).strip());
        });
    return new Texts(all).or(texts);
  }

  private static Cluster with(
      Cluster cluster, Texts offers, Texts seeks, List<String> targetCountries) {
    Strategy now = cluster.strategy();
    return new Cluster(
        cluster.id(),
        cluster.identity(),
        cluster.standing(),
        cluster.ecosystems(),
        cluster.members(),
        new Strategy(now.description(), offers, seeks, targetCountries, now.cooperation()),
        cluster.provenance());
  }

  private static List<Trial> countries(Cluster cluster, List<Match> before) {
    Strategy now = cluster.strategy();
    Map<String, Long> homes =
        before.stream()
            .skip(GOOD)
            .limit(2L * GOOD)
            .map(Match::entry)
            .filter(Cluster.class::isInstance)
            .map(one -> country((Cluster) one))
            .filter(country -> !country.equals(country(cluster)))
            .filter(country -> !now.targetCountries().contains(country))
            .collect(Collectors.groupingBy(country -> country, Collectors.counting()));
    return homes.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Long> one) -> one.getValue())
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .limit(COUNTRIES)
        .map(Map.Entry::getKey)
        .map(country ->
            new Trial(
                Tip.Change.COUNTRY,
                country,
                Texts.NONE,
                List.of(),
                with(
                    cluster,
                    now.offers(),
                    now.seeks(),
                    Stream.concat(now.targetCountries().stream(), Stream.of(country)).toList())))
        .toList();
  }

  private static Optional<Trial> renewed(Seeker seeker) {
    return seeker
        .cluster()
        .standing()
        .label()
        .filter(label -> !label.holdsOn(seeker.today()).orElse(true))
        .map(Label::level)
        .map(level ->
            new Trial(
                Tip.Change.LABEL,
                level.word(),
                Texts.NONE,
                List.of(),
                seeker.cluster().labelled(Optional.of(level), seeker.today())));
  }
}
