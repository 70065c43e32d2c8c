package dk.brobygger.benchmarks.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A program of others that can be asked, once it was made ready by Maven. */
public enum Outside {
  /** Which stored queries does a document answer. */
  PERCOLATOR("the OpenSearch percolator", "opensearch", "PercolatorPeer"),
  /** Which texts are like a text. */
  MORE_LIKE_THIS("OpenSearch more_like_this", "opensearch", "LikePeer"),
  /** Which texts speak of the words of a text. */
  FULL_TEXT("PostgreSQL full text", "postgres", "FullTextPeer");

  private static final String PEERS = "benchmarks/src/peer";

  private final String name;
  private final String place;
  private final String main;

  Outside(String name, String place, String main) {
    this.name = name;
    this.place = place;
    this.main = main;
  }

  /** What it is called in a table. */
  public String title() {
    return name;
  }

  /** The folder of the launcher, where this process was started by it; peers lie below. */
  public static Optional<Path> home() {
    return Optional.ofNullable(System.getProperty("brobygger.launcher"))
        .map(launcher -> Path.of(launcher).toAbsolutePath().normalize())
        .map(Path::getParent);
  }

  /**
   * Why it cannot be asked, in one sentence; empty if it can.
   *
   * @param home the folder of the launcher
   */
  public Optional<String> missing(Optional<Path> home) {
    if (home.isEmpty()) {
      return Optional.of(name + " is not asked: this process was not started by ./brobygger");
    }
    Path target = target(home.get());
    return Files.isDirectory(target.resolve("lib"))
            && Files.exists(target.resolve("classes").resolve(main + ".class"))
        ? Optional.empty()
        : Optional.of(name + " is not asked; it is made ready by mvn -f " + PEERS + " package");
  }

  private Path target(Path home) {
    return home.resolve(PEERS).resolve(place).resolve("target");
  }

  /**
   * Starts it.
   *
   * @param home the folder of the launcher
   * @param options of the JVM
   * @param arguments its own
   */
  public Process start(Path home, List<String> options, List<String> arguments) throws IOException {
    Path target = target(home);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dlog4j2.disable.jmx=true");
    command.addAll(options);
    command.add("-cp");
    command.add(target.resolve("classes") + ":" + target.resolve("lib") + "/*");
    command.add(main);
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
