package dk.brobygger.corpus.entry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an entry, written {@code type/key}: {@code cluster/energy-cluster-denmark}.
 *
 * <p>A call's key is the portal's identifier as it is written there, which may itself hold slashes
 * ({@code call/EuropeAid/186661/DD/ACT/JM}).
 *
 * @param type what kind of entry it is
 * @param key what sets it apart among its kind; 1 to 200 characters, no white space or control
 *     characters
 */
public record EntryId(EntryType type, String key) implements Comparable<EntryId> {

  /** Longest key that is taken; the longest of 1,065 identifiers on the EU portal in 2026 is 76. */
  public static final int LONGEST_KEY = 200;

  /** Checks the key. */
  public EntryId {
    if (key.isEmpty() || key.length() > LONGEST_KEY || !key.chars().allMatch(EntryId::mayStand)) {
      throw new IllegalArgumentException(
          "id is \""
              + type.word()
              + "/"
              + key
              + "\", its key must be 1 to "
              + LONGEST_KEY
              + " characters without white space");
    }
  }

  /** Whether words begin as a written id does, and so are meant as one and no name. */
  public static boolean isMeant(String words) {
    return Arrays.stream(EntryType.values()).anyMatch(type -> words.startsWith(type.word() + "/"));
  }

  private static boolean mayStand(int character) {
    return !Character.isWhitespace(character) && !Character.isISOControl(character);
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not {@code type/key}
   */
  public static EntryId of(String written) {
    int slash = written.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "id is \"" + written + "\", must be written type/key, such as cluster/made");
    }
    return new EntryId(EntryType.of(written.substring(0, slash)), written.substring(slash + 1));
  }

  /** What a record has of its own is slow until the last compiler has seen it. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EntryId id && id.type == type && id.key.equals(key);
  }

  @Override
  public int hashCode() {
    return 31 * key.hashCode() + type.ordinal();
  }

  @Override
  public int compareTo(EntryId other) {
    return toString().compareTo(other.toString());
  }

  /** The written form, {@code type/key}. */
  @Override
  public String toString() {
    return type.word() + "/" + key;
  }
}
