package dk.brobygger.web.delegation;

import dk.brobygger.search.delegation.Delegation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What one of those who meet says of meeting another.
 *
 * @param side on which side they are
 * @param from who says it
 * @param about of whom
 * @param say what
 * @param at when
 */
record Answer(Side side, String from, String about, Say say, Instant at) {

  /** The sides of a table. */
  enum Side {
    /** Who travels. */
    DELEGATE,
    /** Who receives. */
    HOST;

    /** The name in files and links. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Who is on it. */
    List<String> ids(Delegation delegation) {
      return switch (this) {
        case DELEGATE -> delegation.delegates().stream().map(Delegation.Delegate::id).toList();
        case HOST -> delegation.hosts().stream().map(Delegation.Host::id).toList();
      };
    }

    static Side of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** What can be said of a meeting. */
  enum Say {
    /** It has to be. */
    MUST,
    /** It would be good. */
    WISH,
    /** Nothing; the match decides. */
    OPEN,
    /** It must not be. */
    NO;

    /** The name in files and forms. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Say of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  String delegate() {
    return side == Side.DELEGATE ? from : about;
  }

  String host() {
    return side == Side.HOST ? from : about;
  }

  boolean isOf(Side whose, String one, String other) {
    return side == whose && from.equals(one) && about.equals(other);
  }
}
