package dk.brobygger.indexer;

import dk.brobygger.indexer.source.DailySnapshot;
import dk.brobygger.indexer.source.FullTextFile;
import dk.brobygger.indexer.source.SourceFile;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** One file named on the command line: opened, unpacked, and read as what it is. */
final class ImportFile {

  private ImportFile() {}

  /**
   * Reads a whole file or nothing of it.
   *
   * @throws IllegalArgumentException if it is broken; the message begins with its name
   */
  static SourceFile read(Path file, LocalDate today) {
    try (InputStream in = unpacked(new BufferedInputStream(Files.newInputStream(file)))) {
      String name = file.getFileName().toString();
      return name.endsWith(".jsonl") || name.endsWith(".jsonl.gz")
          ? FullTextFile.read(in, today)
          : DailySnapshot.read(in);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(
          file + " is not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""), e);
    } catch (ZipException | EOFException e) {
      throw new IllegalArgumentException(file + " is broken gzip: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + file + ": " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    if (!gzip) {
      return in;
    }
    try {
      return new GZIPInputStream(in, 1 << 16);
    } catch (EOFException e) {
      throw new ZipException("it ends in its header");
    }
  }
}
