package dk.brobygger.benchmarks.outside;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Texts that a program of others has indexed, and which it ranks for a text. One question at a
 * time; not for several threads.
 */
public final class OutsideTexts implements AutoCloseable {

  private static final Pattern BETWEEN_LINES = Pattern.compile("\\s+");

  private final Outside program;
  private final ScratchFolder folder;
  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter questions;
  private final double indexing;

  /**
   * What is searched.
   *
   * @param id without white space
   * @param name may be empty
   * @param text may be empty
   */
  public record Text(String id, String name, String text) {

    private String line() {
      return id + "\t" + flat(name) + "\t" + flat(text);
    }
  }

  /**
   * An answer.
   *
   * @param seconds that the program took, by its own clock
   * @param ids of the texts, best first
   */
  public record Answer(double seconds, List<String> ids) {}

  /**
   * Starts the program and has it index.
   *
   * @param program {@link Outside#MORE_LIKE_THIS} or {@link Outside#FULL_TEXT}, made ready
   * @param home the folder of the launcher
   * @param texts what is searched
   * @param options of its JVM
   * @throws IllegalStateException if it does not get ready
   */
  public OutsideTexts(Outside program, Path home, Iterable<Text> texts, String... options) {
    this.program = program;
    this.folder = ScratchFolder.of("outside");
    try {
      Files.createDirectories(folder.path().resolve("config"));
      Path file = folder.path().resolve("texts.tsv");
      try (BufferedWriter lines = Files.newBufferedWriter(file)) {
        for (Text text : texts) {
          lines.write(text.line());
          lines.write('\n');
        }
      }
      this.process =
          program.start(home, List.of(options), List.of(file.toString(), folder.path().toString()));
      this.answers = process.inputReader(StandardCharsets.UTF_8);
      this.questions = process.outputWriter(StandardCharsets.UTF_8);
      this.indexing = Double.parseDouble(line()[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String flat(String text) {
    return BETWEEN_LINES.matcher(text).replaceAll(" ");
  }

  /** The seconds that indexing took, by the clock of the program. */
  public double indexing() {
    return indexing;
  }

  /**
   * Ranks.
   *
   * @param setting in the words of the program
   * @param text what the texts found are to be like
   * @param most how many are wanted
   * @throws IllegalStateException if the program has ended
   */
  public Answer rank(String setting, String text, int most) {
    try {
      questions.write(most + "\t" + setting + "\t" + flat(text) + "\n");
      questions.flush();
      String[] answer = line();
      return new Answer(Double.parseDouble(answer[0]), List.of(answer).subList(1, answer.length));
    } catch (IOException e) {
      throw new UncheckedIOException(program.title() + " cannot be asked", e);
    }
  }

  private String[] line() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IllegalStateException(program.title() + " ended before it had answered");
    }
    return line.split("\t");
  }

  /** Ends the program, which may take its time to clear away what is its own. */
  @Override
  public void close() {
    try (folder) {
      questions.close();
      process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
