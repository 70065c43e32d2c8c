package dk.brobygger.indexer.extract;

import dk.brobygger.corpus.entry.Readiness;
import dk.brobygger.search.funding.ReadinessWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads at which technology readiness levels a call begins and ends.
 *
 * <p>Of a range at the start the lowest level counts, of one at the end the highest: {@code start
 * at TRL 4-5 and achieve TRL 6-8} is 4 to 8. Several sentences, as for several areas of one topic,
 * count together. A level that is merely mentioned says neither.
 */
final class ReadinessLevels {

  private static final Pattern START =
      pattern(
          "(?:start(?:s|e|er|ing)?|begin(?:s|ning)?|begynder?|enter(?:s|ing)?|depart(?:ure)?)[^.;\\n]{0,40}?(?:at|from|with|på|fra|ved|med)?(?:"
              + " an?)?(?: minimum| at least| mindst)? ");

  private static final Pattern BEFORE_START =
      Pattern.compile(
          ReadinessWords.LEVELS
              + "(?: or above| or higher| eller højere)? (?:at the start|ved (?:projektets"
              + " )?start)");

  private static final Pattern END =
      pattern(
          "(?:achiev(?:e|es|ing)|reach(?:es|ing)?|attain(?:ing)?|(?<!go )beyond|up"
              + " to|bring[^.;\\n]{0,40}? to|opnår?|når?|op til)(?: an?)?(?: a minimum of| minimum|"
              + " at least| mindst| level| up to)?[ (]");

  private static final Pattern BEFORE_END =
      Pattern.compile(
          ReadinessWords.LEVELS
              + "[^.;\\n]{0,12} (?:by|at) the end|"
              + "(?:i|ved) (?:projektets )?(?:slutning|afslutning)");

  private static final Pattern FROM_TO =
      Pattern.compile(
          "(?:from|fra|\\badvanc\\w++|move from|up from) "
              + ReadinessWords.NAME
              + "(?<from>[1-9])(?:\\s?(?:-|–)\\s?[1-9])?(?: up)? (?:to|til) (?:"
              + ReadinessWords.NAME
              + ")?(?:[1-9]\\s?(?:-|–)\\s?)?(?<to>[1-9])(?![0-9])");

  private static final Pattern FOCUS =
      pattern(
          "(?:focus(?:ing|ed)? on|target(?:s|ing|ed)?|cover(?:s|ing)?|within|in the range"
              + " of|dækker|demonstrate|inden for) (?:activities at )?\\(?");

  /** Sentences that say what the levels are, or that something is not to be done. */
  private static final Pattern BESIDE =
      Pattern.compile(
          "(?i)\\bscale (?:\\(|from)|is a scale|out of (?:the )?scope|not eligible|\\bskala\\b");

  private final List<Found<Readiness>> found = new ArrayList<>();

  private ReadinessLevels() {}

  private static Pattern pattern(String before) {
    return Pattern.compile("(?:" + before + ")" + ReadinessWords.LEVELS);
  }

  /** What each sentence that speaks of start or end says; all together are the call's levels. */
  static List<Found<Readiness>> of(String text) {
    ReadinessLevels levels = new ReadinessLevels();
    for (Found<String> sentence : Sentences.of(text)) {
      if (!BESIDE.matcher(sentence.value()).find()) {
        levels.read(sentence);
      }
    }
    return levels.found;
  }

  /** The lowest start and the highest end. */
  static Readiness together(List<Found<Readiness>> found) {
    return new Readiness(
        found.stream().flatMap(one -> one.value().start().stream()).min(Integer::compare),
        found.stream().flatMap(one -> one.value().end().stream()).max(Integer::compare));
  }

  private void read(Found<String> sentence) {
    int before = found.size();
    Matcher fromTo = FROM_TO.matcher(sentence.value());
    while (fromTo.find()) {
      add(sentence, fromTo, Optional.of(fromTo.group("from")), Optional.of(fromTo.group("to")));
    }
    if (found.size() > before) {
      return;
    }
    starts(sentence, START);
    starts(sentence, BEFORE_START);
    ends(sentence, END);
    if (found.size() == before) {
      ends(sentence, BEFORE_END);
    }
    if (found.size() == before) {
      ranges(sentence);
    }
  }

  private void starts(Found<String> sentence, Pattern pattern) {
    Matcher matcher = pattern.matcher(sentence.value());
    while (matcher.find()) {
      add(sentence, matcher, Optional.ofNullable(matcher.group("low")), Optional.empty());
    }
  }

  private void ends(Found<String> sentence, Pattern pattern) {
    Matcher matcher = pattern.matcher(sentence.value());
    while (matcher.find()) {
      if (matcher.group("low") != null) {
        String end = matcher.group("high") == null ? matcher.group("low") : matcher.group("high");
        add(sentence, matcher, Optional.empty(), Optional.of(end));
      }
    }
  }

  private void ranges(Found<String> sentence) {
    Matcher matcher = FOCUS.matcher(sentence.value());
    while (matcher.find()) {
      if (matcher.group("high") != null) {
        add(
            sentence,
            matcher,
            Optional.of(matcher.group("low")),
            Optional.of(matcher.group("high")));
      }
    }
  }

  private void add(
      Found<String> sentence, Matcher matcher, Optional<String> start, Optional<String> end) {
    found.add(
        new Found<>(
            new Readiness(start.map(Integer::valueOf), end.map(Integer::valueOf)),
            sentence.start() + matcher.start(),
            sentence.start() + matcher.end()));
  }
}
