package dk.brobygger.web.mail;

import java.io.IOException;
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
