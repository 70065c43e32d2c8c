package dk.brobygger.web.page;

import dk.brobygger.corpus.vocabulary.Ecosystem;
import dk.brobygger.corpus.vocabulary.Geography;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Programme;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.query.Facet;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the pages in one language. Immutable, safe for many threads. */
public final class Wording {

  private final Language language;
  private final Locale locale;
  private final ResourceBundle messages;
  private final Vocabulary vocabulary;

  /** The wording in a language. */
  public Wording(Language language, Vocabulary vocabulary) {
    this.language = language;
    this.locale = language == Language.DA ? Locale.of("da", "DK") : Locale.UK;
    this.messages =
        ResourceBundle.getBundle(
            "dk.brobygger.web.page.messages",
            Locale.of(language.code()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.vocabulary = vocabulary;
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
    return date.format(
        DateTimeFormatter.ofPattern(
            language == Language.DA ? "d. MMMM yyyy" : "d MMMM yyyy", locale));
  }

  /** A moment as it is read. */
  public String moment(LocalDateTime at) {
    return date(at.toLocalDate())
        + (language == Language.DA ? " kl. " : ", ")
        + at.format(DateTimeFormatter.ofPattern(language == Language.DA ? "HH.mm" : "HH:mm"));
  }

  /** An amount in whole euro. */
  public String euro(long amount) {
    return NumberFormat.getIntegerInstance(locale).format(amount) + " €";
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

  /** The name of a field that is quoted. */
  public String field(String field) {
    String key = "field." + dk.brobygger.corpus.entry.TextField.factTold(field);
    return messages.containsKey(key) ? messages.getString(key) : field;
  }

  /** The name of a value of a facet. */
  public String value(Facet facet, String value) {
    return switch (facet) {
      case COUNTRY -> country(value);
      case PROGRAMME -> programme(value);
      case ECOSYSTEM -> Ecosystem.of(value).label(language);
      case COMPETENCE -> vocabulary.competence(value).map(one -> one.label(language)).orElse(value);
      case TYPE, LABEL -> say(facet.word() + "." + value);
      case NETWORK -> value;
    };
  }
}
