import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks or writes the form of all Java sources: {@code java build/Format.java check|write}. */
public final class Format {

  private Format() {}

  /** Fails with exit code 1 where "check" finds a source that is not in form. */
  public static void main(String[] arguments) throws IOException, FormatterException {
    boolean write = arguments[0].equals("write");
    List<Path> unformed = new ArrayList<>();
    for (Path source : sources()) {
      String text = Files.readString(source);
      String formed =
          new Formatter().formatSourceAndFixImports(RemoveUnusedImports.removeUnusedImports(text));
      if (!formed.equals(text)) {
        unformed.add(source);
        if (write) {
          Files.writeString(source, formed);
        }
      }
    }
    if (!unformed.isEmpty() && !write) {
      unformed.forEach(source -> System.err.println("not in form: " + source));
      System.err.println("mend it with: mvn -N validate -Pformat");
      System.exit(1);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("."))) {
      return all.filter(path -> path.toString().endsWith(".java"))
          .filter(path -> !path.toString().contains("/target/"))
          .sorted()
          .toList();
    }
  }
}
