package dk.brobygger.indexer.extract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how much money a topic has, in euro. Money of the whole call, of another topic, for third
 * parties or as a prize is passed over, and so are other currencies: a budget is in euro, and no
 * rate of exchange stands in a text.
 */
final class Money {

  private static final String FIGURE = "\\d++(?:[   .,]\\d{3}){0,5}(?:[.,]\\d{1,2})?";

  private static final String EURO = "(?:EUR|€|euros?)";

  private static final String SCALE =
      "(?:\\s*+(?<%s>millions?|mio\\.?|m|billions?|bn|mia\\.?|mill?\\.?|thousand|k)(?!\\p{L}))?";

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?iu)(?:(?:EUR|€|euro)\\s*+(?<first>"
              + FIGURE
              + ")"
              + SCALE.formatted("firstScale")
              + "|(?<![\\d.,])(?<second>"
              + FIGURE
              + ")"
              + SCALE.formatted("secondScale")
              + "\\s*+"
              + EURO
              + "\\b)");

  private static final Pattern IN_EURO = Pattern.compile("(?iu)" + EURO);

  private static final Pattern EURO_BEHIND = Pattern.compile("(?iu)\\s*+" + EURO);

  /** {@code between EUR 3 and 5 million}: the first figure has the scale of the second. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?iu)\\b(?:between|mellem|from|fra|(?:in )?the range of|a range"
              + " of|range)\\s++(?:EUR|€)?\\s*+(?<low>"
              + FIGURE
              + ")"
              + SCALE.formatted("lowScale")
              + "\\s*+"
              + EURO
              + "?\\s*+(?:and|og|to|til|-|–)\\s*+(?:EUR|€)?\\s*+(?<high>"
              + FIGURE
              + ")"
              + SCALE.formatted("highScale"));

  private static final Pattern TOTAL =
      Pattern.compile(
          "(?iu)\\b(?:(?:total|indicative|available|overall|estimated)(?: indicative| available)?"
              + " budget|budget (?:for|of) (?:the|this) topic|topic budget|total"
              + " funding|samle(?:t|de) (?:budget|pulje|ramme)|(?:budget|pulje|ramme)(?:n|t|tet)?"
              + " (?:er|udgør|på)|puljen|afsat|budget (?:of|is)|budget(?=\\s*[:|]))\\b");

  private static final Pattern ONE_PROJECT =
      Pattern.compile(
          "(?iu)\\b(?:contribution|grants?|funding|støtten?|tilskud(?:det)?|bevilling(?:en)?)\\b[^.\\n]{0,80}|(?:per|pr\\.|each|hvert)"
              + " (?:project|projekt|proposal|action)|project budget");

  private static final Pattern MOST =
      Pattern.compile(
          "(?iu)\\b(?:up to|maximum|max\\.?|at most|not exceed|no more than|ceiling|op"
              + " til|højst|maksimalt|maks\\.?)\\b");

  private static final Pattern LEAST =
      Pattern.compile(
          "(?iu)\\b(?:minimum|at least|not less than|no less than|min\\.|mindst|minimum på)\\b");

  private static final Pattern BESIDE =
      Pattern.compile(
          "(?iu)third part|FSTP|cascade|\\bprizes?\\b|threshold|turnover|per third|lump sum of|per"
              + " (?:person|day|month)|co-?financ|previous|in-kind|omsætning|tredjepart|medfinansiering|indicative"
              + " annual|budget of the call|call budget|total budget of the call|other topics");

  private static final Pattern GRANTS =
      Pattern.compile(
          "(?iu)(?:(?:expected|indicative|estimated)? ?number of"
              + " (?:projects|grants|proposals)[^.\\n|:]{0,40}[:|]? ?(?<after>"
              + Counts.ENGLISH_NUMBER
              + ")\\b|(?:expected|expects|intends|intended|plans?) to (?:fund|support|award)(?:"
              + " around| up to| about)? (?<before>"
              + Counts.ENGLISH_NUMBER
              + ") (?:projects?|grants?|proposals?)"
              + "|forventer at (?:støtte|give tilskud til)(?: ca\\.| omkring| op til)? (?<danish>"
              + Counts.NUMBER
              + ") projekter)");

  /** How a topic of the EU is called. */
  static final Pattern TOPIC =
      Pattern.compile("\\b[A-Z][A-Z0-9]{1,11}(?:-[A-Za-z0-9]{1,16}){2,9}\\b");

  /** Less than this, in euro, is no money of a project but a figure that was misread. */
  private static final long LEAST_MONEY = 1_000;

  /** No sum in euro has more digits; to read very long ones takes seconds. */
  private static final int MOST_DIGITS = 15;

  private final String identifier;
  private final List<Found<Long>> totals = new ArrayList<>();
  private final List<Found<Long>> least = new ArrayList<>();
  private final List<Found<Long>> most = new ArrayList<>();
  private final List<Found<Integer>> grants = new ArrayList<>();

  private Money(String identifier) {
    this.identifier = identifier;
  }

  /**
   * Reads a text.
   *
   * @param identifier the topic whose money is looked for; lines about others are passed over
   */
  static Money of(String text, String identifier) {
    Money money = new Money(identifier);
    for (Found<String> sentence : Sentences.of(text)) {
      if (!BESIDE.matcher(sentence.value()).find() && !money.isOfAnother(sentence.value())) {
        money.read(sentence);
      }
    }
    return money;
  }

  /** All money for the topic. */
  Optional<Found<Long>> total() {
    return totals.stream().findFirst();
  }

  /** The least contribution to one project. */
  Optional<Found<Long>> least() {
    return least.stream().findFirst();
  }

  /** The most that one project gets. */
  Optional<Found<Long>> most() {
    return most.stream().findFirst();
  }

  /** How many projects are to be funded. */
  Optional<Found<Integer>> grants() {
    return grants.stream().findFirst();
  }

  private boolean isOfAnother(String sentence) {
    Matcher topic = TOPIC.matcher(sentence);
    boolean another = false;
    while (topic.find()) {
      String named = topic.group().toUpperCase(Locale.ROOT);
      String own = identifier.toUpperCase(Locale.ROOT);
      if (named.equals(own)) {
        return false;
      }
      another |= !own.startsWith(named + "-"); // the call that holds the topic is no other topic
    }
    return another;
  }

  private void read(Found<String> sentence) {
    String text = sentence.value();
    Matcher number = GRANTS.matcher(text);
    while (number.find()) {
      Counts.of(firstOf(number, "after", "before", "danish"))
          .filter(count -> count > 0)
          .ifPresent(count -> grants.add(at(sentence, number, count)));
    }
    if (!ranges(sentence)) {
      amounts(sentence);
    }
  }

  private static String firstOf(Matcher matcher, String... groups) {
    for (String group : groups) {
      String found = matcher.group(group);
      if (found != null) {
        return found;
      }
    }
    return "";
  }

  private static <T> Found<T> at(Found<String> sentence, Matcher matcher, T value) {
    return new Found<>(value, sentence.start() + matcher.start(), sentence.start() + matcher.end());
  }

  private boolean ranges(Found<String> sentence) {
    String text = sentence.value();
    if (!ONE_PROJECT.matcher(text).find()) {
      return false;
    }
    Matcher range = BETWEEN.matcher(text);
    Matcher behind = EURO_BEHIND.matcher(text);
    boolean any = false;
    while (range.find()) {
      boolean euro =
          IN_EURO.matcher(range.group()).find()
              || behind.region(range.end(), text.length()).lookingAt();
      if (euro) {
        String scale = range.group("highScale");
        String lowScale = range.group("lowScale") == null ? scale : range.group("lowScale");
        amount(range.group("low"), lowScale).ifPresent(low -> least.add(at(sentence, range, low)));
        amount(range.group("high"), scale).ifPresent(high -> most.add(at(sentence, range, high)));
        any = true;
      }
    }
    return any;
  }

  private void amounts(Found<String> sentence) {
    String text = sentence.value();
    Matcher matcher = AMOUNT.matcher(text);
    int from = 0;
    while (matcher.find()) {
      boolean first = matcher.group("first") != null;
      Optional<Long> amount =
          amount(
              firstOf(matcher, "first", "second"),
              first ? matcher.group("firstScale") : matcher.group("secondScale"));
      String before = text.substring(from, matcher.start());
      amount.ifPresent(euro -> sort(at(sentence, matcher, euro), before));
      from = matcher.end();
    }
  }

  /** By the words before it, back to the amount before. */
  private void sort(Found<Long> amount, String before) {
    int whole = last(TOTAL, before);
    boolean project = last(ONE_PROJECT, before) > whole;
    if (project && LEAST.matcher(before).find()) {
      least.add(amount);
    } else if (project && MOST.matcher(before).find()) {
      most.add(amount);
    } else if (whole >= 0 && !project) {
      totals.add(amount);
    } else if (project && before.matches("(?iu).*\\b(?:around|about|of|på|omkring|ca\\.)\\s*$")) {
      least.add(amount);
      most.add(amount);
    }
  }

  /** Where the last of these words begin; -1 where there are none. */
  private static int last(Pattern words, String text) {
    Matcher matcher = words.matcher(text);
    int last = -1;
    while (matcher.find()) {
      last = matcher.start();
    }
    return last;
  }

  /** The figure with its separators and scale, in whole euro; empty for what is no budget. */
  private static Optional<Long> amount(
      String figure, @org.jspecify.annotations.Nullable String scale) {
    if (figure.chars().filter(Character::isDigit).count() > MOST_DIGITS) {
      return Optional.empty();
    }
    String plain = figure.replaceAll("[   ]", "");
    String number =
        plain.matches("\\d+(?:[.,]\\d{3})+")
            ? plain.replaceAll("[.,]", "")
            : plain.replaceAll("[.,](?=\\d{3})", "").replace(',', '.');
    long euro =
        new BigDecimal(number)
            .multiply(BigDecimal.valueOf(times(scale)))
            .setScale(0, RoundingMode.HALF_UP)
            .longValue();
    return euro >= LEAST_MONEY ? Optional.of(euro) : Optional.empty();
  }

  private static long times(@org.jspecify.annotations.Nullable String scale) {
    if (scale == null) {
      return 1;
    }
    String word = scale.toLowerCase(Locale.ROOT);
    if (word.startsWith("b") || word.startsWith("mia")) {
      return 1_000_000_000;
    }
    return word.startsWith("m") ? 1_000_000 : 1_000;
  }
}
