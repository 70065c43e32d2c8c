package dk.brobygger.web.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes each mail as a file that mail programs open, named after its Message-ID. */
public final class FileMailer implements Mailer {

  private final Path folder;

  /** Into a folder, made where there is none. */
  public FileMailer(Path folder) {
    this.folder = folder;
  }

  /**
   * Erases the mails to a subscriber, whose id stands in the Message-IDs.
   *
   * @throws IllegalArgumentException if the id holds anything but letters, digits and hyphens
   */
  public void erase(String subscriber) {
    if (!subscriber.matches("[A-Za-z0-9-]+")) {
      throw new IllegalArgumentException(
          "subscriber is \"" + subscriber + "\", must be letters, digits and hyphens");
    }
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> mails =
        Files.newDirectoryStream(folder, "*." + subscriber + "@*.eml")) {
      for (Path mail : mails) {
        Files.deleteIfExists(mail);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot erase mails in " + folder, e);
    }
  }

  @Override
  public Delivery deliver(String id, String from, String recipient, byte[] mail) {
    Path file = folder.resolve(id.replaceAll("[^A-Za-z0-9.@-]", "") + ".eml");
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "mail", ".part");
      Files.write(part, mail);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return new Delivery.Accepted();
    } catch (IOException e) {
      return new Delivery.Deferred("cannot write " + file + ": " + e.getMessage());
    }
  }
}
