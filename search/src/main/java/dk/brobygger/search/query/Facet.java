package dk.brobygger.search.query;

import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.entry.LabelLevel;
import dk.brobygger.corpus.vocabulary.CountryNames;
import dk.brobygger.corpus.vocabulary.Ecosystem;
import dk.brobygger.corpus.vocabulary.Geography;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A property with few values, by which answers are narrowed and counted. */
public enum Facet {
  /** Kind of entry: {@code cluster}, {@code organisation}, {@code call}, {@code opportunity}. */
  TYPE("type"),
  /** Country of the seat, two letters, EU style. Calls have none. */
  COUNTRY("land"),
  /** EU industrial ecosystem, by id. */
  ECOSYSTEM("økosystem"),
  /** Competence spoken of, or one narrower than it, by id. */
  COMPETENCE("kompetence"),
  /** Funding programme, by id. Calls only. */
  PROGRAMME("program"),
  /** Label level of a cluster: {@code bronze}, {@code silver}, {@code gold}. */
  LABEL("mærke"),
  /** Network or alliance that a cluster belongs to, by name. */
  NETWORK("netværk"),
  /** Topic that paid for a project the entry took part in, by identifier. Organisations only. */
  TOPIC("emne");

  /** What Danes call some values. */
  private static final Map<String, String> DANISH_VALUES =
      Map.of(
          "klynge", "cluster",
          "klynger", "cluster",
          "organisationer", "organisation",
          "opslag", "call",
          "mulighed", "opportunity",
          "muligheder", "opportunity",
          "sølv", "silver",
          "guld", "gold");

  private final String danish;

  Facet(String danish) {
    this.danish = danish;
  }

  /** The one that is called so in queries, in English or Danish; capitals do not matter. */
  static Optional<Facet> named(String name) {
    return Stream.of(values())
        .filter(one -> name.equalsIgnoreCase(one.word()) || name.equalsIgnoreCase(one.danish))
        .findFirst();
  }

  /** The word by which it is named in queries and addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * A value as the index holds it: countries by their codes, Greece and the United Kingdom as the
   * EU writes them, programmes and topics in capitals, Danish words for types and labels in
   * English, the rest as it is.
   */
  public String canonical(String value) {
    return switch (this) {
      case COUNTRY ->
          CountryNames.code(value)
              .orElseGet(() -> Geography.euCode(value.toUpperCase(Locale.ROOT)));
      case PROGRAMME, TOPIC -> value.toUpperCase(Locale.ROOT);
      case TYPE, LABEL -> english(value.toLowerCase(Locale.ROOT));
      case ECOSYSTEM, COMPETENCE -> value.toLowerCase(Locale.ROOT);
      case NETWORK -> value;
    };
  }

  private static String english(String small) {
    return DANISH_VALUES.getOrDefault(small, small);
  }

  /** All values there are, where they are few enough to be told; else none. */
  public List<String> choices() {
    return switch (this) {
      case TYPE -> Stream.of(EntryType.values()).map(EntryType::word).toList();
      case LABEL -> Stream.of(LabelLevel.values()).map(LabelLevel::word).toList();
      case ECOSYSTEM -> Stream.of(Ecosystem.values()).map(Ecosystem::id).toList();
      case COUNTRY, COMPETENCE, PROGRAMME, NETWORK, TOPIC -> List.of();
    };
  }

  /** A value there may be, for who does not know what to write. */
  public String example() {
    return switch (this) {
      case COUNTRY -> "DE";
      case COMPETENCE -> "offshore-wind";
      case PROGRAMME -> "HORIZON";
      case NETWORK -> "EUCYS";
      case TOPIC -> "HORIZON-CL5-2026-D3-02";
      case TYPE, LABEL, ECOSYSTEM -> choices().getFirst();
    };
  }

  /**
   * Whether an entry may have a value, as the index holds it. Of programmes, networks and topics
   * anything may turn up one day.
   */
  public boolean allows(String value) {
    return switch (this) {
      case TYPE, LABEL, ECOSYSTEM -> choices().contains(value);
      case COUNTRY -> Geography.isCountry(value);
      case COMPETENCE -> Vocabulary.shipped().competence(value).isPresent();
      case PROGRAMME, NETWORK, TOPIC -> true;
    };
  }
}
