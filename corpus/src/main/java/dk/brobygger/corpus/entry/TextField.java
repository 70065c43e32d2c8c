package dk.brobygger.corpus.entry;

import dk.brobygger.corpus.vocabulary.Language;
import java.util.Optional;

/**
 * One field of prose of an entry.
 *
 * @param name what the field is called: {@code offers} for the English text, {@code offers.da} for
 *     the Danish, {@code offers.de} for the German
 * @param language the language it is written in
 * @param text the words; never blank
 */
public record TextField(String name, Language language, String text) {

  /** The field of the names that somebody had before, or those who merged into it. */
  public static final String FORMER = "predecessors";

  /** Refuses blank text. */
  public TextField {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text of field " + name + " is blank, must hold words");
    }
  }

  /** A fact, whose words are the same in every language. */
  static TextField fact(String name, Object value) {
    return new TextField(name, Language.EN, value.toString());
  }

  /** Whether it says what the entry is or was called. */
  public boolean isName() {
    return name.equals("name") || name.equals("aliases") || isFormer();
  }

  /** Whether it says what the entry was called, which says not what it is. */
  public boolean isFormer() {
    return name.equals(FORMER);
  }

  /** Whether it says by what rules money is given, which says not what for. */
  public boolean isRule() {
    return factTold().equals("conditions");
  }

  /** The name of the fact this prose tells, without the language: {@code offers}. */
  public String factTold() {
    return factTold(name);
  }

  /** The fact that a field of this name tells: {@code offers} for {@code offers.da}. */
  public static String factTold(String field) {
    int dot = field.indexOf('.');
    return dot < 0 ? field : field.substring(0, dot);
  }

  /** The language that the name of a field says it is written in: German for {@code offers.de}. */
  public static Optional<Language> languageTold(String field) {
    int dot = field.indexOf('.');
    return dot < 0 ? Optional.empty() : Language.known(field.substring(dot + 1));
  }

  /** Whether it is prose, and no name, in a language. */
  public boolean isProseIn(Language one) {
    return !isName() && language == one;
  }
}
