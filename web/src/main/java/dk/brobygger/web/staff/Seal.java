package dk.brobygger.web.staff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Marks words so that nobody else can make the mark: HMAC-SHA256 (<a
 * href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>) with a secret that stays in the data
 * folder. Who deletes the secret makes all marks void. Safe for many threads.
 */
public final class Seal {

  private static final int SECRET_BYTES = 32;

  /** RFC 2104, section 5: no fewer than half the bits of the hash. */
  private static final int MARK_BYTES = 16;

  private final SecretKeySpec secret;

  private Seal(byte[] secret) {
    this.secret = new SecretKeySpec(secret, "HmacSHA256");
  }

  /**
   * The seal of a data folder; its secret is made where there is none.
   *
   * @throws IOException if the secret can be neither read nor written
   */
  public static Seal of(Path folder) throws IOException {
    Path file = folder.resolve("secret");
    if (!Files.exists(file)) {
      make(file);
    }
    byte[] secret = Files.readAllBytes(file);
    if (secret.length != SECRET_BYTES) {
      throw new IllegalArgumentException(
          "secret in " + folder + " is " + secret.length + " bytes, must be " + SECRET_BYTES);
    }
    return new Seal(secret);
  }

  /** Readable by its owner only from the first moment on; whole before it has its name. */
  private static void make(Path file) throws IOException {
    byte[] secret = random(SECRET_BYTES);
    Files.createDirectories(file.toAbsolutePath().getParent());
    boolean posix =
        Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
    FileAttribute<?>[] owner =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), "secret", ".new", owner);
    Files.write(whole, secret, StandardOpenOption.SYNC);
    try {
      Files.createLink(file, whole);
    } catch (FileAlreadyExistsException e) {
      // Another process was faster; its secret counts.
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /** So many bytes that nobody can guess. */
  static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return random;
  }

  /** Bytes as letters, digits, hyphens and underscores. */
  public static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The mark of words for one purpose: 22 letters, digits, hyphens and underscores.
   *
   * @param purpose without a line break; marks for one purpose are void for others
   */
  public String mark(String purpose, String words) {
    try {
      Mac mac = Mac.getInstance(secret.getAlgorithm());
      mac.init(secret);
      byte[] whole = mac.doFinal((purpose + "\n" + words).getBytes(StandardCharsets.UTF_8));
      return text(java.util.Arrays.copyOf(whole, MARK_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }

  /** Whether a mark is that of the words; takes as long for any wrong one. */
  public boolean holds(String purpose, String words, String mark) {
    return MessageDigest.isEqual(
        mark(purpose, words).getBytes(StandardCharsets.UTF_8),
        mark.getBytes(StandardCharsets.UTF_8));
  }
}
