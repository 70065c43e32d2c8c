package dk.brobygger.search.match;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.language.TermBridge;
import dk.brobygger.search.language.TextAnalysis;
import dk.brobygger.search.query.Expansion;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.score.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is asked of an engine on behalf of a profile, and what its text score is worth. */
public final class ProfileQuery {

  /** As a word in the prose; with 1.5 ideas and texts found their calls worse (2026-11-30). */
  private static final double BESIDE_TITLES = 1;

  /** As much as half a rare word of the title. */
  private static final double IN_TITLE = 2.5;

  /** Less than a word: clusters found their allies better than with 1 or 3 (2026-11-29). */
  private static final double BESIDE_PROSE = 0.4;

  /** Competences of very long texts are asked for in the order in which they are named. */
  private static final int MOST_COMPETENCES = 200;

  /**
   * Words that speak of competences are asked for whatever else a profile says, so that none of
   * them taken away lets another in; no cluster of the sample has more than 32 in a language.
   */
  private static final int MOST_COMPETENCE_WORDS = 40;

  /**
   * Other words that are asked of clusters, whose prose has many that all of them use. With 10 or
   * more they found their allies worse, without any they missed some (2026-11-30).
   */
  private static final int MOST_OTHER_WORDS = 5;

  /** The text score that is worth half of the most. */
  private static final double HALF = 60;

  private ProfileQuery() {}

  /**
   * What is asked of entries whose names are titles that say what they are about, as those of calls
   * are: the words of the profile's prose, each read in the language it is written in, those that
   * speak of competences and the most telling others; those that it does not say in English as if
   * they were English, too, which borrowed ones are, and Danish ones in English; or any of its
   * competences.
   */
  public static Query ofTitled(Profile profile) {
    List<Query> any = words(profile, Query.Where.TITLES, Query.Words.MOST);
    profile.all().keySet().stream()
        .limit(MOST_COMPETENCES)
        .forEach(id -> {
          any.add(competence(id, BESIDE_TITLES));
          any.add(new Query.Weighted(new Query.Titled(id), IN_TITLE));
        });
    return new Query.Any(any);
  }

  /**
   * The same of entries whose names are mere names, as those of clusters are: words of them do not
   * count, since many a name has one like {@code energy} or {@code Nordic} of what others do. A
   * competence of which it speaks only where it says the same in English is asked of those only
   * that say nothing in English: others are found as well by the words, and finding the many that
   * speak of it, too, takes its time.
   */
  public static Query ofNamed(Profile profile) {
    List<Query> any = words(profile, Query.Where.PROSE, MOST_OTHER_WORDS);
    Set<String> untranslated = profile.competencesUntranslated();
    List<Query> inEnglish = new ArrayList<>();
    profile.all().keySet().stream()
        .limit(MOST_COMPETENCES)
        .forEach(
            id -> (untranslated.contains(id) ? any : inEnglish).add(competence(id, BESIDE_PROSE)));
    any.add(new Query.Every(List.of(new Query.WithoutEnglish(), new Query.Any(inEnglish))));
    return new Query.Any(any);
  }

  private static Query competence(String id, double weight) {
    return new Query.Weighted(new Query.Competence(id), weight);
  }

  private static List<Query> words(Profile profile, Query.Where where, int others) {
    List<Query> any = new ArrayList<>();
    profile.prose().forEach((language, prose) -> any.addAll(words(prose, language, where, others)));
    profile
        .untranslated()
        .values()
        .forEach(prose -> any.addAll(words(prose, Language.EN, where, others)));
    if (any.isEmpty()) {
      any.add(new Query.All());
    }
    danish(profile)
        .map(prose -> new Profile.Prose(english(prose.competences()), english(prose.other())))
        .ifPresent(prose -> any.addAll(words(prose, Language.EN, where, others)));
    return any;
  }

  private static List<Query.Words> words(
      Profile.Prose prose, Language language, Query.Where where, int others) {
    return Stream.of(
            new Query.Words(prose.competences(), Set.of(language), where, MOST_COMPETENCE_WORDS),
            new Query.Words(prose.other(), Set.of(language), where, others))
        .filter(words -> !words.text().isBlank())
        .toList();
  }

  /**
   * The English words by which is looked for what a profile says in Danish only; the likeliest for
   * each Danish word, as for one that is typed, once.
   */
  public static List<Expansion> expansions(Profile profile) {
    return danish(profile).map(prose -> expansions(prose.all())).orElse(List.of());
  }

  private static Optional<Profile.Prose> danish(Profile profile) {
    return Optional.ofNullable(profile.untranslated().get(Language.DA));
  }

  private static String english(String danish) {
    return expansions(danish).stream().map(Expansion::added).collect(Collectors.joining(" "));
  }

  private static List<Expansion> expansions(String prose) {
    Map<String, Expansion> byEnglish = new LinkedHashMap<>();
    for (TextAnalysis.Word word : TextAnalysis.words(prose, Language.DA)) {
      String typed = prose.substring(word.start(), word.end());
      TermBridge.shipped().english(typed).keySet().stream()
          .findFirst()
          .ifPresent(english ->
              byEnglish.putIfAbsent(
                  english, new Expansion(typed, english, Expansion.Kind.ENGLISH, true)));
    }
    return List.copyOf(byEnglish.values());
  }

  /**
   * The points of a hit for the words by which it was found.
   *
   * @param most what the best text score is worth less than
   */
  public static Score score(Hit hit, double most) {
    return new Score.Words(points(hit, most), hit);
  }

  /**
   * The points of a text score: rising with it, and the same whatever else was found.
   *
   * @param most what they are always less than
   */
  public static double points(Hit hit, double most) {
    return most * hit.score() / (hit.score() + HALF);
  }
}
