package dk.brobygger.indexer.source;

import dk.brobygger.corpus.entry.Call;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Reads the small files of this folder, for tests. */
final class Shown {

  static final LocalDate DAY = LocalDate.parse("2026-03-13");

  private Shown() {}

  static SourceFile file(String name) {
    try (InputStream in = Objects.requireNonNull(Shown.class.getResourceAsStream(name), name)) {
      return name.endsWith(".jsonl") ? FullTextFile.read(in, DAY) : DailySnapshot.read(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static List<Call> calls(String name) {
    return file(name).reading().entries().stream().map(Call.class::cast).toList();
  }

  /** The only call of a file that refuses nothing. */
  static Call call(String name) {
    SourceFile file = file(name);
    if (file.reading().entries().size() != 1 || !file.refused().isEmpty()) {
      throw new AssertionError(name + " holds " + file);
    }
    return (Call) file.reading().entries().getFirst();
  }
}
