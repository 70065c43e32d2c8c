package dk.brobygger.indexer.page;

import java.util.Optional;

/**
 * A piece of a page's text that stands for itself.
 *
 * @param part what it is to the page
 * @param text the words, clean, without space around them; never blank
 * @param language the ISO 639-1 code of the language it is written in; empty where that cannot be
 *     told
 * @param start where it begins in {@link Page#text()}, in UTF-16 units
 */
public record Block(Part part, String text, Optional<String> language, int start) {

  /** Refuses blank text. */
  public Block {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text of a block at " + start + " is blank");
    }
  }

  /** Where it ends in the text of the page. */
  public int end() {
    return start + text.length();
  }

  /** Whether a person reads it as part of what the page is about. */
  public boolean isMain() {
    return part != Part.CONTACT && part != Part.ABOUT;
  }
}
