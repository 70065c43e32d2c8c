package dk.brobygger.corpus.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A language that texts of entries are written in. Those that users read come first: pages, mails
 * and labels are worded in these two, {@link #OF_USERS}; texts in all others are found and shown as
 * they stand.
 */
public enum Language {
  /** English. */
  EN,
  /** Danish. */
  DA,
  /** German. */
  DE,
  /** Swedish. */
  SV,
  /** Norwegian, bokmål and nynorsk alike. */
  NO,
  /** French. */
  FR,
  /** Spanish. */
  ES,
  /** Italian. */
  IT,
  /** Dutch. */
  NL,
  /** Polish. */
  PL,
  /** Finnish. */
  FI;

  /** The languages that users read. */
  public static final List<Language> OF_USERS = List.of(EN, DA);

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The ISO 639-1 code. */
  public String code() {
    return code;
  }

  /** Whether users read it. */
  public boolean isOfUsers() {
    return OF_USERS.contains(this);
  }

  /** The language a user can switch to who reads this one. */
  public Language other() {
    return worded(DA, EN);
  }

  /**
   * Of something worded in both languages of users, the one in this language.
   *
   * @throws IllegalArgumentException if users do not read it
   */
  public <T> T worded(T english, T danish) {
    return switch (this) {
      case EN -> english;
      case DA -> danish;
      default ->
          throw new IllegalArgumentException("language is \"" + code + "\", must be en or da");
    };
  }

  /**
   * The language of texts with this ISO 639-1 code; Norwegian also for those of its two ways to be
   * written, nb and nn. Empty for all other languages.
   */
  public static Optional<Language> known(String code) {
    String usual = code.equals("nb") || code.equals("nn") ? NO.code() : code;
    return Stream.of(values()).filter(language -> language.code().equals(usual)).findFirst();
  }

  /**
   * The language of users with this code.
   *
   * @throws IllegalArgumentException if it is neither en nor da
   */
  public static Language ofUsers(String code) {
    return OF_USERS.stream()
        .filter(language -> language.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("language is \"" + code + "\", must be en or da"));
  }

  /** All codes with commas between them, for who says what a code must be. */
  public static String codes() {
    return Stream.of(values()).map(Language::code).collect(Collectors.joining(", "));
  }
}
