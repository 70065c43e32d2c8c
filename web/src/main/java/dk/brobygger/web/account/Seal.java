package dk.brobygger.web.account;

import dk.brobygger.corpus.store.Database;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs links by a secret of the data folder (HMAC-SHA-256, RFC 2104), so that only who got a mail
 * can act on it. Immutable, safe for many threads.
 */
final class Seal {

  private static final String NAME = "seal";
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final byte[] secret;

  private Seal(byte[] secret) {
    this.secret = secret;
  }

  /** The seal of a data folder; made where there is none yet. */
  static Seal in(Database database) {
    byte[] fresh = new byte[32];
    new SecureRandom().nextBytes(fresh);
    String kept =
        database
            .jdbi()
            .inTransaction(handle -> {
              handle.execute(
                  "INSERT OR IGNORE INTO secret (name, value) VALUES (?, ?)",
                  NAME,
                  ENCODER.encodeToString(fresh));
              return handle
                  .createQuery("SELECT value FROM secret WHERE name = :name")
                  .bind("name", NAME)
                  .mapTo(String.class)
                  .one();
            });
    return new Seal(Base64.getUrlDecoder().decode(kept));
  }

  /** A token for one purpose that nobody else can make. */
  String token(String purpose, String id) {
    return id + "." + mac(purpose, id);
  }

  /** The id in a token for this purpose; empty where it was not made here. */
  Optional<String> open(String purpose, String token) {
    int dot = token.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String id = token.substring(0, dot);
    boolean ours =
        MessageDigest.isEqual(
            token.getBytes(StandardCharsets.UTF_8),
            token(purpose, id).getBytes(StandardCharsets.UTF_8));
    return ours ? Optional.of(id) : Optional.empty();
  }

  String mac(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return ENCODER.encodeToString(
          mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform knows HmacSHA256", e);
    }
  }
}
