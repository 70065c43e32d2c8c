package dk.brobygger.web.page;

import dk.brobygger.corpus.entry.Budget;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Label;
import dk.brobygger.corpus.entry.Readiness;
import dk.brobygger.corpus.entry.Seat;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Ecosystem;
import dk.brobygger.corpus.vocabulary.Geography;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Programme;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.delegation.Plan;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.match.Tip;
import dk.brobygger.search.query.Expansion;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Matches;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of the pages in one language. Immutable, safe for many threads. */
public final class Wording {

  /** Facts that hold codes, and what names one of these. */
  private static final Map<String, BiFunction<Wording, String, String>> CODES =
      Map.of(
          "country", Wording::country,
          "countries", Wording::country,
          "targetCountries", Wording::country,
          "languages", Wording::tongue,
          "ecosystems", Wording::ecosystem,
          "programme", Wording::programme,
          "label", (wording, code) -> wording.value(Facet.LABEL, code));

  private final Language language;
  private final Locale locale;
  private final ResourceBundle messages;
  private final Vocabulary vocabulary;
  private final Quoter quoter;
  private final DateTimeFormatter dates;
  private final DateTimeFormatter shortDates;
  private final DateTimeFormatter hours;

  /**
   * The wording in a language.
   *
   * @param language the reader's
   * @param vocabulary the names of competences
   * @param tagger finds these in texts that are quoted
   */
  public Wording(Language language, Vocabulary vocabulary, CompetenceTagger tagger) {
    this.language = language;
    this.locale = language == Language.DA ? Locale.of("da", "DK") : Locale.UK;
    this.messages = messages(language);
    this.vocabulary = vocabulary;
    this.quoter = new Quoter(language, vocabulary, tagger);
    boolean danish = language == Language.DA;
    this.dates = DateTimeFormatter.ofPattern(danish ? "d. MMMM yyyy" : "d MMMM yyyy", locale);
    this.shortDates = DateTimeFormatter.ofPattern(danish ? "d.M.yyyy" : "d/M/yyyy");
    this.hours = DateTimeFormatter.ofPattern(danish ? "HH.mm" : "HH:mm");
  }

  private static ResourceBundle messages(Language language) {
    return ResourceBundle.getBundle(
        "dk.brobygger.web.page.messages",
        Locale.of(language.code()),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** A message with its gaps filled by words, for who has no vocabulary at hand. */
  public static String message(Language language, String key, Object... gaps) {
    return new MessageFormat(messages(language).getString(key)).format(gaps);
  }

  /** The language itself. */
  public Language language() {
    return language;
  }

  /** A message with its gaps filled. */
  public String say(String key, Object... gaps) {
    return gaps.length == 0
        ? messages.getString(key)
        : new MessageFormat(messages.getString(key), locale).format(gaps);
  }

  /** A date as it is read: 1 December 2027, 1. december 2027. */
  public String date(LocalDate date) {
    return date.format(dates);
  }

  /** A moment as it is read. */
  public String moment(LocalDateTime at) {
    return date(at.toLocalDate()) + (language == Language.DA ? " kl. " : ", ") + hour(at);
  }

  /** What changes in a list. */
  public String changed(Matches.Change change) {
    if (change.isNone()) {
      return say("as.change.none");
    }
    List<String> sentences = new ArrayList<>();
    changed("as.change.in", change.in()).ifPresent(sentences::add);
    changed("as.change.out", change.out()).ifPresent(sentences::add);
    if (change.moved() > 0) {
      sentences.add(say("as.change.moved", change.moved()));
    }
    return String.join(" ", sentences);
  }

  private Optional<String> changed(String key, List<Entry> some) {
    return some.isEmpty()
        ? Optional.empty()
        : Optional.of(say(key, some.stream().map(Entry::name).collect(Collectors.joining("; "))));
  }

  /** An amount in whole euro. */
  public String euro(long amount) {
    return NumberFormat.getIntegerInstance(locale).format(amount) + " €";
  }

  /** What one project can get, from the least to the most; empty where it is not known. */
  public Optional<String> contribution(Budget budget) {
    return budget
        .most()
        .map(most ->
            budget
                .least()
                .filter(least -> !least.equals(most))
                .map(least -> euro(least) + " – " + euro(most))
                .orElse(euro(most)));
  }

  /** At which technology readiness levels projects begin and end; empty where it is not known. */
  public Optional<String> readiness(Readiness trl) {
    return trl.end()
        .map(end ->
            trl.start()
                .map(start -> say("trl.range", start, end))
                .orElseGet(() -> say("trl.end", end)))
        .or(() -> trl.start().map(start -> say("trl.start", start)));
  }

  /** A whole number. */
  public String count(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** A date in figures: 24/11/2026, 24.11.2026. */
  public String shortDate(LocalDate date) {
    return date.format(shortDates);
  }

  /** Points, with one decimal. */
  public String points(double points) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format.format(points);
  }

  /** The name of a country. */
  public String country(String code) {
    return Geography.countryName(code, language);
  }

  /** The names of countries. */
  public String countries(List<String> codes) {
    return String.join(", ", codes.stream().map(this::country).toList());
  }

  /** Where somebody is at home: place, or region, and country. */
  public String seat(Seat seat) {
    return seat.place()
        .or(() -> seat.region().flatMap(Geography::regionName))
        .map(place -> place + ", " + country(seat.country()))
        .orElse(country(seat.country()));
  }

  /** A label and how long it holds; one that has run out says so. */
  public String label(Label label, Instant now) {
    LocalDate today = Deadline.day(now);
    String level = say("label." + label.level().word());
    return label
        .validUntil()
        .map(last ->
            say(
                label.holdsOn(today).orElse(true) ? "label.until" : "label.expired",
                level,
                date(last)))
        .or(() ->
            label
                .awarded()
                .filter(awarded -> !label.holdsOn(today).orElse(true))
                .map(awarded -> say("label.past", level, date(awarded))))
        .orElseGet(() -> say("label.undated", level));
  }

  /** The name of a language that texts are written or somebody works in. */
  public String tongue(String code) {
    return Locale.of(code).getDisplayLanguage(locale);
  }

  /** The name of a programme. */
  public String programme(String id) {
    return Programme.label(id, language);
  }

  /** The name of a criterion of a score, or of the competence it stands for. */
  public String criterion(String id) {
    String key = "criterion." + id;
    return messages.containsKey(key)
        ? messages.getString(key)
        : vocabulary.competence(id).map(one -> one.label(language)).orElse(id);
  }

  /** The name of a field that is quoted, and its language where it is not one of users. */
  public String field(String field) {
    return told(field) + abroad(field);
  }

  private String told(String field) {
    return known("field." + TextField.factTold(field), field);
  }

  private String abroad(String field) {
    return TextField.languageTold(field)
        .filter(told -> !told.isOfUsers())
        .map(told -> " (" + tongue(told.code()) + ")")
        .orElse("");
  }

  /** The name of a part of a field, such as the kind of members that are counted. */
  public String part(String part) {
    return known("part." + part, part);
  }

  /** The names of facts that a claim supports. */
  public String fields(List<String> fields) {
    return String.join(
        ", ",
        fields.stream()
            .map(field -> told(field).toLowerCase(locale) + abroad(field))
            .distinct()
            .toList());
  }

  /**
   * The words to quote for a reason: where these speak of a competence, the first in this language
   * that do so in the same fact of the same entry, if there are any.
   */
  public Evidence quoted(Evidence given) {
    return quoter.quote(given);
  }

  /** Whether what is quoted is a code of ours rather than anybody's words. */
  public boolean isCode(Evidence evidence) {
    return CODES.containsKey(evidence.field());
  }

  /** The names that quoted codes stand for. */
  public String decoded(Evidence evidence) {
    @Nullable BiFunction<Wording, String, String> named = CODES.get(evidence.field());
    return named == null
        ? evidence.text()
        : Stream.of(evidence.text().split("; "))
            .map(code -> named.apply(this, code))
            .collect(Collectors.joining(", "));
  }

  /** A time of a day with its day: 2 March 2027, 09:00–09:20. */
  public String span(LocalDateTime start, LocalDateTime end) {
    return moment(start) + "–" + hour(end);
  }

  /** An hour of the day. */
  public String hour(LocalDateTime at) {
    return at.format(hours);
  }

  /** Who has told something; staff where no name is known. */
  public String teller(String name) {
    return name.isBlank() ? say("outcomes.staff") : name;
  }

  /** What stands in the way of a wish. */
  public String why(Plan.Why why) {
    return say("why." + why.name().toLowerCase(Locale.ROOT));
  }

  /** What a question is looked for by besides its words. */
  public String added(Expansion expansion) {
    return switch (expansion.kind()) {
      case COMPETENCE -> named(expansion);
      case BROADER -> say("search.broader", value(Facet.COMPETENCE, expansion.added()));
      case COUNTRY -> say("search.athome", country(expansion.added()));
      case PROGRAMME -> say("search.programme", programme(expansion.added()));
      case SPELLING -> expansion.added();
      case ENGLISH -> say("search.english", expansion.typed(), expansion.added());
    };
  }

  /** A competence; where it was typed in this language, by its name in the other one. */
  private String named(Expansion expansion) {
    String name = value(Facet.COMPETENCE, expansion.added());
    return name.equalsIgnoreCase(expansion.typed())
        ? vocabulary
            .competence(expansion.added())
            .map(one -> one.label(language.other()))
            .orElse(name)
        : name;
  }

  /** The name of a value of a facet. */
  public String value(Facet facet, String value) {
    return switch (facet) {
      case COUNTRY -> country(value);
      case PROGRAMME -> programme(value);
      case ECOSYSTEM -> ecosystem(value);
      case COMPETENCE -> vocabulary.competence(value).map(one -> one.label(language)).orElse(value);
      case TYPE, LABEL -> known(facet.word() + "." + value, value);
      case NETWORK, TOPIC -> value;
    };
  }

  /** The name of an ecosystem; the id itself where there is no such ecosystem. */
  private String ecosystem(String id) {
    return Stream.of(Ecosystem.values())
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(one -> one.label(language))
        .orElse(id);
  }

  /** The name of what a tip would have added. */
  public String tipped(Tip tip) {
    return switch (tip.change()) {
      case OFFER, SEEK -> value(Facet.COMPETENCE, tip.value());
      case COUNTRY -> country(tip.value());
      case LABEL -> value(Facet.LABEL, tip.value());
    };
  }

  private String known(String key, String otherwise) {
    return messages.containsKey(key) ? messages.getString(key) : otherwise;
  }

  /** Competences by their labels, with commas between. */
  public String competences(List<String> ids) {
    return ids.stream()
        .map(id -> vocabulary.competence(id).map(known -> known.label(language)).orElse(id))
        .collect(Collectors.joining(", "));
  }
}
