package dk.brobygger.search.signal;

import dk.brobygger.corpus.vocabulary.Language;
import java.util.List;
import java.util.Optional;

/**
 * An idea, a project or a profile that looks for calls or partners.
 *
 * @param id what it is called in the answer
 * @param language the language it is written in, which must be one of users
 * @param title its title; may be empty
 * @param text what it is about; may be empty
 * @param keywords its keywords
 * @param country the country of the one that asks, EU style, where known
 * @param organisation the id of the one that asks, which is never its own answer
 */
public record Idea(
    String id,
    Language language,
    String title,
    String text,
    List<String> keywords,
    Optional<String> country,
    Optional<String> organisation) {

  /** Keeps a copy, and refuses an idea without a word or in a language that users do not read. */
  public Idea {
    keywords = List.copyOf(keywords);
    if (!language.isOfUsers()) {
      throw new IllegalArgumentException(
          "language of idea " + id + " is \"" + language.code() + "\", must be en or da");
    }
    if (title.isBlank() && text.isBlank() && keywords.isEmpty()) {
      throw new IllegalArgumentException("text of idea " + id + " is blank, must hold words");
    }
  }

  /** The same, read as of another language. */
  public Idea in(Language other) {
    return new Idea(id, other, title, text, keywords, country, organisation);
  }

  /** All that it says. */
  public String prose() {
    return title + "\n" + text + "\n" + String.join("; ", keywords);
  }
}
