package dk.brobygger.web;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.Desk;
import dk.brobygger.search.LabelSwitch;
import dk.brobygger.search.match.Preferences;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Filters;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.query.Reading;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a request asks for, checked; a bad value is refused with its name, value and rule. */
public final class Parameters {

  private static final List<String> ON = List.of("1", "true");

  /** On and off. */
  public static final List<String> SWITCH = List.of("1", "true", "0", "false");

  /** The names of facets, which alone may be given several times, once for each value. */
  public static final Set<String> FACETS =
      Stream.of(Facet.values()).map(Facet::word).collect(Collectors.toUnmodifiableSet());

  private static final int LONGEST_QUERY = 1_000;

  private final Context context;

  /** The parameters of one request. */
  public Parameters(Context context) {
    this.context = context;
  }

  /** A day as it is written in forms and addresses. */
  public static LocalDate day(String name, String written) {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeException e) {
      throw Refusal.day(name, written);
    }
  }

  /** The words typed; blank where there are none. */
  public String words() {
    return words("q").orElse("");
  }

  /** Words under another name; none where they are blank. */
  public Optional<String> words(String name) {
    Optional<String> words = text(name);
    words.ifPresent(typed -> check(name, typed));
    return words;
  }

  private static void check(String name, String words) {
    if (words.length() > LONGEST_QUERY) {
      throw Refusal.tooLong(name, words.length(), LONGEST_QUERY);
    }
    words
        .chars()
        .filter(unit -> Character.isISOControl(unit) && !Character.isWhitespace(unit))
        .findFirst()
        .ifPresent(unit -> {
          throw Refusal.control(name, unit);
        });
  }

  /**
   * Refuses a parameter that is not one of those known, and so is mistyped or meant for somebody
   * else, and one that is given more than once, unless it is a facet.
   */
  public void only(List<String> known) {
    context.queryParamMap().keySet().stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw Refusal.parameter(name, known);
        });
    known.stream().filter(name -> !FACETS.contains(name)).forEach(this::text);
  }

  /** The label a cluster is to be shown with as if it had it. */
  public Optional<LabelSwitch> label() {
    return text("as")
        .map(word -> Refusal.chosen("as", word, List.of(LabelSwitch.values()), LabelSwitch::name));
  }

  /** A cluster as it is, or as if it had the label that is asked for and not its own of a day. */
  public Cluster asIf(Cluster cluster, LocalDate day) {
    return label().map(as -> cluster.labelled(as.level(), day)).orElse(cluster);
  }

  /** What is said of partners: those more like them are wanted of, and those not for us. */
  public Preferences preferences(Desk desk) {
    return new Preferences(clusters(desk, "more"), clusters(desk, "not"));
  }

  private List<Cluster> clusters(Desk desk, String name) {
    return words(name).stream()
        .flatMap(ids -> Stream.of(ids.split(";")))
        .distinct()
        .map(id -> cluster(desk, name, id))
        .toList();
  }

  /**
   * The cluster that a parameter names by its id.
   *
   * @param desk knows it
   * @param name the parameter, which is named where there is no such cluster
   * @param id what was given
   */
  public static Cluster cluster(Desk desk, String name, String id) {
    try {
      return desk.cluster(id).orElseThrow(() -> Refusal.missing(id));
    } catch (Refusal missing) {
      throw missing;
    } catch (IllegalArgumentException e) {
      throw Refusal.cluster(name, id);
    }
  }

  /** All that was given, as it was typed. */
  public String typed() {
    return context.queryParamMap().values().stream()
        .flatMap(List::stream)
        .collect(Collectors.joining("\n"));
  }

  /** A parameter that is there and not blank; refused where it is given more than once. */
  public Optional<String> text(String name) {
    List<String> given = context.queryParams(name);
    if (given.size() > 1) {
      throw Refusal.repeated(name, given);
    }
    return given.stream().map(String::strip).filter(text -> !text.isEmpty()).findFirst();
  }

  /** A whole number within bounds. */
  public int number(String name, int otherwise, int least, int most) {
    Optional<String> written = text(name);
    if (written.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(written.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw Refusal.number(name, written.get(), least, most);
    }
    throw Refusal.number(name, written.get(), least, most);
  }

  /** Whether only calls that can be applied for now are wanted. */
  public boolean openOnly() {
    return isOn("open");
  }

  /** Whether only the words as they are written are wanted. */
  public boolean exact() {
    return isOn("exact");
  }

  private boolean isOn(String name) {
    return text(name)
        .map(written -> Refusal.chosen(name, written, SWITCH, Function.identity()))
        .filter(ON::contains)
        .isPresent();
  }

  /** A language by its code; English where none is given. */
  public Language language() {
    String code = text("lang").orElse(Language.EN.code());
    return Refusal.chosen("lang", code, Language.OF_USERS, Language::code);
  }

  /** What must not be looked for besides the words typed: names with {@code ;} between them. */
  public Set<String> without() {
    return text("without").map(names -> Set.copyOf(List.of(names.split(";")))).orElse(Set.of());
  }

  /** The whole question: the words, the facets chosen and the box for open calls. */
  public Reading reading(Desk desk, Instant now) {
    Reading typed = exact() ? desk.readExactly(words(), now) : desk.read(words(), without(), now);
    List<Query> every = new ArrayList<>(List.of(typed.query()));
    Stream.of(Facet.values()).flatMap(facet -> chosen(facet).stream()).forEach(every::add);
    if (openOnly()) {
      every.add(new Query.Applicable(now, true));
    }
    return typed.asking(new Query.Every(every));
  }

  /** Entries with a value of a facet that was chosen, or with any of several; else empty. */
  public Optional<Query> chosen(Facet facet) {
    return Filters.of(
        facet,
        context.queryParams(facet.word()).stream()
            .flatMap(values -> Stream.of(values.split(";")))
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .toList());
  }
}
