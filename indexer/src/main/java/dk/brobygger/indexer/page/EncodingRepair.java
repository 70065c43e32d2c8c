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
 * following ones (RFC 3629, section 3). Text that was never broken stays as it is, and repairing
 * twice changes nothing more. Safe for many threads.
 */
public final class EncodingRepair {

  /** How often a text may have been encoded too much; more has not been seen. */
  private static final int MOST_ROUNDS = 3;

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

  /** The text with every broken run mended. */
  public static String repair(String text) {
    String mended = text;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      String next = once(mended);
      if (next.equals(mended)) {
        return mended;
      }
      mended = next;
    }
    return mended;
  }

  private static String once(String text) {
    StringBuilder mended = new StringBuilder(text.length());
    int place = 0;
    while (place < text.length()) {
      int length = runLength(text, place);
      if (length > 1) {
        mended.append(decoded(text, place, length));
        place += length;
      } else {
        mended.append(text.charAt(place++));
      }
    }
    return mended.toString();
  }

  /** How many characters from here are the bytes of one UTF-8 character; 1 where they are not. */
  private static int runLength(String text, int place) {
    Byte first = BYTES.get(text.charAt(place));
    int length = first == null ? 1 : sequenceLength(first & 0xFF);
    if (length == 1 || place + length > text.length()) {
      return 1;
    }
    for (int next = place + 1; next < place + length; next++) {
      Byte following = BYTES.get(text.charAt(next));
      if (following == null || (following & 0xC0) != 0x80) {
        return 1;
      }
    }
    return decoded(text, place, length).isEmpty() ? 1 : length;
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

  private static String decoded(String text, int place, int length) {
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
