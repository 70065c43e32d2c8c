package dk.brobygger.benchmarks.relevance;

import dk.brobygger.search.signal.Idea;
import dk.brobygger.search.signal.Ranked;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a TREC run goes. A file is there as a whole or not at all: what fails leaves an older run
 * as it was. A device, a pipe or the standard output is written to as it is.
 *
 * @param file its path
 */
public record RunFile(Path file) {

  /** Refuses a folder, and a file in a folder that is not there. */
  public RunFile {
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException("run is " + file + ", a folder, must be a file");
    }
    if (Files.notExists(folder(file))) {
      throw new IllegalArgumentException("run is " + file + ", must be in a folder that is there");
    }
  }

  private static Path folder(Path file) {
    return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
  }

  /**
   * Refuses to write over what is read, by whatever name or link.
   *
   * @param what what is read from there
   * @throws java.nio.file.NoSuchFileException if there is nothing to be read
   */
  public void refuseIfItIs(Path read, String what) throws IOException {
    if (Files.isRegularFile(file) && Files.isSameFile(read, file)) {
      throw new IllegalArgumentException(
          "run is " + file + ", must be another file than that of the " + what);
    }
  }

  /**
   * Writes what is found for each idea as lines of a TREC run: {@code idea Q0 document rank score
   * tag}.
   *
   * @throws IOException if writing fails; the message names the file
   */
  public void write(List<Idea> ideas, Function<Idea, List<Ranked>> ranking) throws IOException {
    try {
      if (isReplaced()) {
        replace(ideas, ranking);
      } else {
        writeLines(file, ideas, ranking);
      }
    } catch (IOException e) {
      throw new IOException("cannot write " + file + ": " + reason(e), e);
    }
  }

  private boolean isReplaced() {
    return Files.notExists(file, LinkOption.NOFOLLOW_LINKS)
        || Files.isRegularFile(file) && Files.isWritable(file) && !isOpenAlready();
  }

  /** Whether it is one such as {@code /dev/stdout}, whose reader would miss a file moved there. */
  private boolean isOpenAlready() {
    Path path = file.toAbsolutePath();
    return Files.isSymbolicLink(path) && (path.startsWith("/dev") || path.startsWith("/proc"));
  }

  private void replace(List<Idea> ideas, Function<Idea, List<Ranked>> ranking) throws IOException {
    Path whole = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path part =
        whole.resolveSibling(whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      writeLines(part, ideas, ranking);
      move(part, whole);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void writeLines(Path to, List<Idea> ideas, Function<Idea, List<Ranked>> ranking)
      throws IOException {
    try (Writer out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
      for (Idea idea : ideas) {
        writeLines(out, idea.id(), ranking.apply(idea));
      }
    }
  }

  private static void writeLines(Writer out, String idea, List<Ranked> ranked) throws IOException {
    int rank = 0;
    for (Ranked one : ranked) {
      rank++;
      out.write(
          String.format(
              Locale.ROOT, "%s Q0 %s %d %.6f brobygger%n", idea, one.id(), rank, one.score()));
    }
  }

  private static void move(Path part, Path whole) throws IOException {
    try {
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException denied -> "not allowed";
      case FileSystemException refused when refused.getReason() != null -> refused.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }
}
