package dk.brobygger.indexer.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Breaks texts the way portals do, for tests. */
final class Broken {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Broken() {}

  /** A text encoded as UTF-8 and read as Windows-1252, so many times. */
  static String times(int times, String text) {
    String broken = text;
    for (int round = 0; round < times; round++) {
      StringBuilder read = new StringBuilder();
      for (byte value : broken.getBytes(StandardCharsets.UTF_8)) {
        char character = new String(new byte[] {value}, WINDOWS).charAt(0);
        read.append(character == '\uFFFD' ? (char) (value & 0xFF) : character);
      }
      broken = read.toString();
    }
    return broken;
  }
}
