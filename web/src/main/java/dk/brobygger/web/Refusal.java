package dk.brobygger.web;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.match.PreferenceException;
import dk.brobygger.search.query.FilterException;
import dk.brobygger.search.query.FilterNameException;
import dk.brobygger.web.page.Wording;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that cannot be answered as it stands: one sentence with name, value and rule. Its
 * message is the English sentence, as the API says it; pages say it in their own language.
 */
public final class Refusal extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String key;
  private final transient List<String> gaps;

  private Refusal(int status, String key, String... gaps) {
    super(Wording.message(Language.EN, key, (Object[]) gaps));
    this.status = status;
    this.key = key;
    this.gaps = List.of(gaps);
  }

  /**
   * What was refused by those who know no pages, as these can say it where they can.
   *
   * @param refused what was refused
   * @param typed what was typed, by which a value is told as it was written
   */
  public static IllegalArgumentException of(IllegalArgumentException refused, String typed) {
    return switch (refused) {
      case PreferenceException preference ->
          new Refusal(
              400,
              "refusal.preference." + preference.reason().name().toLowerCase(Locale.ROOT),
              preference.cluster().toString());
      case FilterNameException filter ->
          choice("filter", filter.name(), FilterNameException.choices());
      case FilterException filter ->
          switch (filter.facet()) {
            case COUNTRY -> country(written(filter.value(), typed));
            case COMPETENCE -> new Refusal(400, "refusal.competence", filter.value());
            case TYPE, LABEL, ECOSYSTEM ->
                choice(filter.facet().word(), filter.value(), filter.facet().choices());
            case PROGRAMME, NETWORK, TOPIC ->
                new Refusal(
                    400,
                    "refusal.value",
                    filter.facet().word(),
                    filter.value(),
                    filter.facet().example());
          };
      default -> refused;
    };
  }

  /** The index holds the codes of countries, and what is taken for one, in capitals. */
  private static String written(String value, String typed) {
    Matcher written =
        Pattern.compile(value, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(typed);
    return written.find() ? written.group() : value;
  }

  /** There is nothing of that name. */
  public static Refusal missing(Object what) {
    return new Refusal(404, "refusal.missing", what.toString());
  }

  /** Only reading is possible. */
  public static Refusal method(Object method) {
    return new Refusal(405, "refusal.method", method.toString());
  }

  /** A percent sign in the address says no character (RFC 3986, section 2.1). */
  public static Refusal percent(String found) {
    return new Refusal(400, "refusal.percent", found);
  }

  /** An address is longer than is read (RFC 9110, section 15.5.15). */
  public static Refusal longAddress(int length, int most) {
    return new Refusal(
        414, "refusal.longaddress", Integer.toString(length), Integer.toString(most));
  }

  /** A text is longer than is read. */
  public static Refusal tooLong(String name, int length, int most) {
    return new Refusal(400, "refusal.long", name, Integer.toString(length), Integer.toString(most));
  }

  /** Words hold a character that nobody types. */
  public static Refusal control(String name, int character) {
    return new Refusal(400, "refusal.control", name, String.format("U+%04X", character));
  }

  /** A parameter is none of those there are. */
  public static Refusal parameter(String name, List<String> known) {
    return known.isEmpty()
        ? new Refusal(400, "refusal.parameter.none", name)
        : new Refusal(400, "refusal.parameter", name, String.join(", ", known));
  }

  /** A parameter that has one value is given several. */
  public static Refusal repeated(String name, List<String> values) {
    return new Refusal(400, "refusal.repeated", name, values.get(0), values.get(1));
  }

  /** A number is none, or out of bounds. */
  public static Refusal number(String name, String value, int least, int most) {
    return new Refusal(
        400, "refusal.number", name, value, Integer.toString(least), Integer.toString(most));
  }

  /** A value is none of those there are. */
  public static Refusal choice(String name, String value, List<String> choices) {
    return new Refusal(400, "refusal.choice", name, value, String.join(", ", choices));
  }

  /**
   * The value that is written so.
   *
   * @param name what is chosen
   * @param written what was chosen
   * @param values what there is
   * @param word how each is written
   * @throws Refusal if none is written so
   */
  public static <T> T chosen(
      String name, String written, List<T> values, Function<T, String> word) {
    return values.stream()
        .filter(one -> word.apply(one).equals(written))
        .findFirst()
        .orElseThrow(() -> choice(name, written, values.stream().map(word).toList()));
  }

  /** What is given as the id of a cluster is none. */
  public static Refusal cluster(String name, String value) {
    return new Refusal(400, "refusal.cluster", name, value);
  }

  /** A country is not written as countries are. */
  public static Refusal country(String value) {
    return new Refusal(400, "refusal.country", value);
  }

  /** No theme is given. */
  public static Refusal theme() {
    return new Refusal(400, "refusal.theme");
  }

  /** A day is not written as one. */
  public static Refusal day(String name, String value) {
    return new Refusal(400, "refusal.day", name, value);
  }

  /** A time zone is not one that is known. */
  public static Refusal zone(String value) {
    return new Refusal(400, "refusal.zone", value);
  }

  /** No file is given, or one with nothing in it. */
  public static Refusal file() {
    return new Refusal(400, "refusal.file");
  }

  /** A file is larger than is read. */
  public static Refusal tooLarge(String name, int most) {
    return new Refusal(400, "refusal.large", name, Integer.toString(most));
  }

  /** A mail address is not written as one. */
  public static Refusal address(String value) {
    return new Refusal(400, "refusal.address", value);
  }

  /** All days of the week are days without mail. */
  public static Refusal noDay() {
    return new Refusal(400, "refusal.nodays");
  }

  /** Days away end and do not begin, or end before they begin. */
  public static Refusal away(String from, String to) {
    return new Refusal(400, "refusal.away", from, to);
  }

  /** The words of a saved search ask for nothing. */
  public static Refusal words(String words) {
    return new Refusal(400, "refusal.words", words);
  }

  /** There are as many saved searches as there may be. */
  public static Refusal searches(int most) {
    return new Refusal(400, "refusal.searches", Integer.toString(most));
  }

  /** A form was made for a plan that is another by now. */
  public static Refusal stale() {
    return new Refusal(409, "refusal.stale");
  }

  /** Nothing has been changed yet. */
  public static Refusal nothingToUndo() {
    return new Refusal(409, "refusal.undo");
  }

  /** A plan breaks rules, so nobody is told of it. */
  public static Refusal faulty(int faults) {
    return new Refusal(409, "refusal.faulty", Integer.toString(faults));
  }

  /** A form does not come from a page of ours. */
  public static Refusal foreignForm() {
    return new Refusal(403, "refusal.form");
  }

  /** Nobody stands for what is told. */
  public static Refusal unsigned() {
    return new Refusal(400, "refusal.by");
  }

  /** A link is not as it was given out. */
  public static Refusal foreignLink() {
    return new Refusal(403, "refusal.link");
  }

  /** A link no longer holds. */
  public static Refusal withdrawnLink() {
    return new Refusal(410, "refusal.withdrawn");
  }

  /** The HTTP status it is answered with. */
  public int status() {
    return status;
  }

  /** The sentence in a language. */
  public String sentence(Language language) {
    return Wording.message(language, key, gaps.toArray());
  }
}
