package dk.brobygger.web.delegation;

import dk.brobygger.web.staff.Seal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * One of those who meet, as their link names them.
 *
 * @param delegation the key of the delegation
 * @param side on which side they are
 * @param id the id in the delegation
 * @param withdrawn how many links of theirs were withdrawn before this one
 */
record Invitee(String delegation, Answer.Side side, String id, int withdrawn) {

  private static final String PURPOSE = "invitee";

  /** The part of a link that says who it is for, with the mark that says it is ours. */
  String token(Seal seal) {
    String words = words();
    return Seal.text(words.getBytes(StandardCharsets.UTF_8)) + "." + seal.mark(PURPOSE, words);
  }

  /** Who a link is for; empty where it is not one of ours, as it was given out. */
  static Optional<Invitee> of(String token, Seal seal) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 2) {
      return Optional.empty();
    }
    try {
      String words = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
      return seal.holds(PURPOSE, words, parts[1]) ? Optional.of(read(words)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no Base64
    }
  }

  private String words() {
    String first = delegation + "\n" + side.word() + "\n" + id;
    return withdrawn == 0 ? first : first + "\n" + withdrawn;
  }

  private static Invitee read(String words) {
    String[] parts = words.split("\n", 4);
    int withdrawn = parts.length == 3 ? 0 : Integer.parseInt(parts[3]);
    return new Invitee(parts[0], Answer.Side.of(parts[1]), parts[2], withdrawn);
  }
}
