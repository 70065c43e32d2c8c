package dk.brobygger.indexer.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Repairs UTF-8 that was read as Windows-1252 and written again: {@code â€“} becomes a dash, {@code
 * Ã¸} becomes ø.
 *
 * <p>Only runs that are UTF-8 to the letter are changed: a leading byte and the right number of
 * following ones (RFC 3629, section 3). A letter at a word's end with closing marks after it, as in
 * {@code »Å«} or {@code LÆSØ’}, is such a run by chance and stays; so does a lone run that would be
 * a letter of an alphabet foreign to Europe, as in {@code PAŘÍŽ}. Repairing twice changes nothing
 * more of what was encoded so often. Safe for many threads.
 */
public final class EncodingRepair {

  /** Marks that stand after a word's last letter. */
  private static final String CLOSING = "’”“‘»«›‹…–—\u00A0";

  /** Those of them that may have another word right behind them. */
  private static final String BETWEEN = "–—\u00A0";

  /**
   * Letters that hardly end a word before a closing mark, but begin most broken runs: those of
   * western letters, dashes, ț, Greek and Cyrillic.
   */
  private static final String BROKEN = "ÂÃâÈÎÏÐÑ";

  /** More often nobody encodes a text; one made so that every mending breaks it takes no longer. */
  private static final int MOST_TIMES = 20;

  private static final Map<Character, Byte> BYTES = bytes();

  private EncodingRepair() {}

  /** Windows-1252 backwards; its five unused bytes stand for the control characters of Latin-1. */
  private static Map<Character, Byte> bytes() {
    Map<Character, Byte> bytes = new HashMap<>();
    for (int value = 0x80; value <= 0xFF; value++) {
      String read = new String(new byte[] {(byte) value}, Charset.forName("windows-1252"));
      char character = read.charAt(0) == '\uFFFD' ? (char) value : read.charAt(0);
      bytes.put(character, (byte) value);
    }
    return bytes;
  }

  /** The text with every broken run mended, also where it was encoded up to 20 times. */
  public static String repair(String text) {
    String mended = text;
    for (int time = 0; time < MOST_TIMES; time++) {
      String next = once(mended);
      if (next.length() == mended.length()) {
        return mended;
      }
      mended = next;
    }
    return mended;
  }

  private static String once(String text) {
    StringBuilder mended = new StringBuilder(text.length());
    int place = 0;
    int behindRun = -1;
    while (place < text.length()) {
      String character = decoded(text, place);
      if (character.isEmpty()
          || (place != behindRun && standsAsWritten(text, place, character.codePointAt(0)))) {
        mended.append(text.charAt(place++));
      } else {
        mended.append(character);
        place += runLength(text, place);
        behindRun = place;
      }
    }
    return mended.toString();
  }

  /** How many characters from here would be the bytes of one UTF-8 character; 1 for no such run. */
  private static int runLength(String text, int place) {
    Byte first = BYTES.get(text.charAt(place));
    int length = first == null ? 1 : sequenceLength(first & 0xFF);
    if (place + length > text.length()) {
      return 1;
    }
    for (int next = place + 1; next < place + length; next++) {
      Byte following = BYTES.get(text.charAt(next));
      if (following == null || (following & 0xC0) != 0x80) {
        return 1;
      }
    }
    return length;
  }

  /**
   * Whether what could be a broken run, with no other before it, is more likely no such thing: a
   * lone character of a foreign alphabet, or a word's last letter and the marks that close it.
   */
  private static boolean standsAsWritten(String text, int place, int character) {
    int after = place + runLength(text, place);
    if (isForeign(character)) {
      return after == text.length() || !isFollowed(character, decoded(text, after), text, after);
    }
    char letter = text.charAt(place);
    if (!Character.isLetter(letter) || BROKEN.indexOf(letter) >= 0) {
      return false;
    }
    for (int mark = place + 1; mark < after; mark++) {
      if (CLOSING.indexOf(text.charAt(mark)) < 0) {
        return false;
      }
    }
    boolean insideWord =
        Character.isUpperCase(letter) && place > 0 && Character.isLowerCase(text.charAt(place - 1));
    return !insideWord && !goesOn(text, letter, after);
  }

  /** Words of one foreign alphabet stand together; two of different ones do so by chance. */
  private static boolean isFollowed(int character, String next, String text, int after) {
    if (next.isEmpty()) {
      return false;
    }
    Character.UnicodeScript script = Character.UnicodeScript.of(next.codePointAt(0));
    return script == Character.UnicodeScript.of(character)
        || script == Character.UnicodeScript.COMMON
        || script == Character.UnicodeScript.INHERITED
        || runLength(text, after) > 2; // Chinese and Japanese mix alphabets
  }

  /** Letters that no language of the European Union is written in, and unused places. */
  private static boolean isForeign(int character) {
    return switch (Character.UnicodeScript.of(character)) {
      case LATIN, COMMON, INHERITED, GREEK, CYRILLIC ->
          (character >= 0x180 && character <= 0x2AF && "ƒȘșȚț".indexOf(character) < 0)
              || (character >= 0x340 && character <= 0x36F)
              || (character >= 0x2E80 && character <= 0xABFF);
      default -> true;
    };
  }

  /** Whether a word goes on behind the run: only Ä and Å lead to letters of Europe (ę, š, ū). */
  private static boolean goesOn(String text, char letter, int after) {
    if (after == text.length()) {
      return false;
    }
    if (runLength(text, after) > 1) {
      return true;
    }
    if (letter != 'Ä' && letter != 'Å') {
      return false;
    }
    char next = text.charAt(after);
    return BETWEEN.indexOf(text.charAt(after - 1)) < 0
        ? Character.isLetter(next)
        : Character.isLowerCase(next);
  }

  private static int sequenceLength(int first) {
    if (first >= 0xC2 && first <= 0xDF) {
      return 2;
    }
    if (first >= 0xE0 && first <= 0xEF) {
      return 3;
    }
    return first >= 0xF0 && first <= 0xF4 ? 4 : 1;
  }

  /** The character whose bytes stand here; empty where they are none. */
  private static String decoded(String text, int place) {
    int length = runLength(text, place);
    if (length == 1) {
      return "";
    }
    byte[] bytes = new byte[length];
    for (int next = 0; next < length; next++) {
      Byte value = BYTES.get(text.charAt(place + next));
      bytes[next] = value == null ? (byte) '?' : value;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return "";
    }
  }
}
