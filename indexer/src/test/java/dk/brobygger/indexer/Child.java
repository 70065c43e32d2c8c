package dk.brobygger.indexer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real command in a process of its own. */
final class Child {

  private Child() {}

  /** Starts an import of calls; what it prints goes to this file. */
  static Process start(Path output, List<String> machine, Path data, List<Path> files)
      throws IOException {
    return start(output, machine, data, "eu-calls", files);
  }

  /** Starts an import; what it prints goes to this file. */
  static Process start(
      Path output, List<String> machine, Path data, String source, List<Path> files)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("import", "--data", data.toString(), source));
    files.forEach(file -> words.add(file.toString()));
    return start(output, machine, words);
  }

  /** Starts a command; what it prints goes to this file. */
  static Process start(Path output, List<String> machine, List<String> words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(machine);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Indexer.class.getName());
    command.addAll(words);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }
}
