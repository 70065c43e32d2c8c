package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.store.EntryStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ImportTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T08:00:00Z"), ZoneOffset.UTC);
  private static final LocalDate DAY = FakeSnapshots.FIRST;

  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void name() {
    data = folder.resolve("data");
  }

  /** What a run of the command came to. */
  private record Run(int code, String out, String err) {}

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = Indexer.commandLine(CLOCK);
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return new Run(command.execute(arguments), out.toString(), err.toString());
  }

  private Run run(List<Path> files) {
    List<String> arguments = new ArrayList<>(List.of("import", "--data", data.toString()));
    arguments.add("eu-calls");
    files.forEach(file -> arguments.add(file.toString()));
    return run(arguments.toArray(String[]::new));
  }

  private Path text(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private String title(int topic) {
    try (EntryStore store = EntryStore.open(data)) {
      return store.entry(EntryId.of("call/FAKE-2026-" + topic)).map(Entry::name).orElse("none");
    }
  }

  /** That the run ended in one sentence holding these words, and recorded no topic of ours. */
  private void assertRefused(Run run, String... words) {
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).startsWith("brobygger: ").contains(words);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).doesNotContain("Exception", "\tat ", "should not happen", ": null");
    assertThat(title(0)).isEqualTo("none");
  }

  @Test
  void counts_areOfWhatIsNewChangedUnchangedAndRefused() throws IOException {
    Path one = FakeSnapshots.write(folder, DAY, "A", "B", "C");
    Path two = FakeSnapshots.write(folder, DAY.plusDays(1), "A", "B two", "C", "D", "");
    Run run = run(List.of(one, two));
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .matches("(?s)8 records in [0-9.]+ s: 4 new, 1 changed, 2 unchanged, 1 refused\\R.*")
        .contains("refused: 2026-03-02.json.gz, 70000004TOPICSen: title is missing");
  }

  @Test
  void importAgain_changesNothing() throws IOException {
    List<Path> files = FakeSnapshots.write(folder, 5, 20);
    run(files);
    long newest;
    try (EntryStore store = EntryStore.open(data)) {
      newest = store.newest();
    }
    assertThat(run(files).out()).contains(" 0 new, 0 changed, 100 unchanged, 0 refused");
    assertThat(run(List.of(files.getFirst())).out())
        .contains(" 0 new, 0 changed, 20 unchanged, 0 refused");
    try (EntryStore store = EntryStore.open(data)) {
      assertThat(store.newest()).isEqualTo(newest);
    }
  }

  @Test
  void files_areReadInTheOrderOfTheirDays() throws IOException {
    List<Path> files = new ArrayList<>(FakeSnapshots.write(folder, 3, 8));
    Collections.reverse(files);
    run(files);
    assertThat(title(6)).isEqualTo("Topic 6 as of week 1");
    try (EntryStore store = EntryStore.open(data)) {
      assertThat(store.history(EntryId.of("call/FAKE-2026-6")))
          .map(version -> version.entry().orElseThrow().name())
          .containsExactly("Topic 6 as of week 0", "Topic 6 as of week 1");
    }
  }

  @Test
  void olderDay_readLater_doesNotUndoANewerOne() throws IOException {
    Path old = FakeSnapshots.write(folder, DAY, "A");
    Path young = FakeSnapshots.write(folder, DAY.plusDays(1), "A two");
    run(List.of(young));
    run(List.of(old));
    assertThat(title(0)).isEqualTo("A two");
  }

  @Test
  void emptyDataFolder_holdsTheSampleAfterwards() throws IOException {
    run(List.of(FakeSnapshots.write(folder, DAY, "A")));
    try (EntryStore store = EntryStore.open(data)) {
      assertThat(Sample.entries())
          .allSatisfy(entry -> assertThat(store.entry(entry.id())).isPresent());
      assertThat(store.entry(EntryId.of("call/FAKE-2026-0"))).isPresent();
    }
  }

  @Test
  void progress_isDrawnWhereItIsAskedFor() throws Exception {
    Path file = FakeSnapshots.write(folder, DAY, "A");
    Path output = folder.resolve("output");
    List<Path> words = List.of(Path.of("--progress"), file);
    assertThat(Child.start(output, List.of(), data, words).waitFor()).isZero();
    assertThat(Files.readString(output)).contains("import 100%");
  }

  @Test
  void brokenGzip_isRefused() throws IOException {
    Path whole = FakeSnapshots.write(folder, DAY, "A", "B");
    byte[] bytes = Files.readAllBytes(whole);
    Path file = folder.resolve("2026-03-05.json.gz");
    byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3);
    byte[] trailer = bytes.clone();
    trailer[bytes.length - 6] ^= 1;
    byte[] middle = bytes.clone();
    middle[bytes.length / 2] ^= 0x55;
    byte[] header = java.util.Arrays.copyOf(bytes, 5);
    for (byte[] broken : List.of(cut, trailer, middle, header)) {
      Files.write(file, broken);
      assertRefused(run(List.of(file)), "2026-03-05.json.gz", "nothing of it is recorded");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[1, 2]",
        "{\"grants\": 17}",
        "{\"generatedAt\": null, \"grants\": []}",
        "{\"generatedAt\": \"2026-03-01T05:49:12Z\", \"grants\": [",
        "{\"generatedAt\": \"2026-03-01T05:49:12Z\", \"grants\": [{}]} and more",
        "{\"generatedAt\": \"2999-03-01T05:49:12Z\", \"grants\": []}",
        "<!DOCTYPE html>\n<title>Sign in</title>"
      })
  void jsonThatIsNoSnapshot_isRefused(String content) throws IOException {
    assertRefused(run(List.of(text("wrong.json", content))), "wrong.json");
  }

  @Test
  void deepJson_isRefused() throws IOException {
    assertRefused(
        run(List.of(text("deep.json", "{\"grants\": " + "[".repeat(100_000)))), "deep.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one-line.jsonl.gz", "one-line.json.gz"})
  void oneLineOfAGigabyte_isRefusedInLittleMemoryAndTime(String name) throws Exception {
    Path file = folder.resolve(name);
    gigabyte(file, "{\"generatedAt\": \"2026-03-01T05:49:12Z\", \"grants\": [{\"title\": \"");
    Path output = folder.resolve("output");
    Process child = Child.start(output, List.of("-Xmx128m"), data, List.of(file));
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).as("ended within a minute").isTrue();
    assertThat(Files.size(file)).isLessThan(10_000_000);
    assertRefused(new Run(child.exitValue(), "", Files.readString(output)), name);
  }

  /** Packed parts one after the other are one packed file (RFC 1952, section 2.2). */
  private static void gigabyte(Path file, String begin) throws IOException {
    java.io.ByteArrayOutputStream part = new java.io.ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(part)) {
      out.write("x".repeat(1 << 26).getBytes(StandardCharsets.UTF_8));
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      GZIPOutputStream first = new GZIPOutputStream(out);
      first.write(begin.getBytes(StandardCharsets.UTF_8));
      first.finish();
      for (int times = 0; times < 16; times++) {
        part.writeTo(out);
      }
    }
  }

  @Test
  void missingFile_isRefused() {
    assertRefused(
        run(List.of(folder.resolve("none.json"))), "none.json", "must be a readable file");
  }

  @Test
  void folder_isRefused() {
    assertRefused(run(List.of(folder)), folder.toString(), "must be a readable file");
  }

  @Test
  void wrongSource_isRefused() throws IOException {
    Path file = FakeSnapshots.write(folder, DAY, "A");
    assertRefused(
        run("import", "--data", data.toString(), "us-calls", file.toString()),
        "source is \"us-calls\", must be eu-calls");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-02-30", "2999-01-01", ""})
  void wrongDayOfReading_isRefused(String day) throws IOException {
    Path file = FakeSnapshots.write(folder, DAY, "A");
    assertRefused(
        run("import", "--data", data.toString(), "--read", day, "eu-calls", file.toString()),
        "--read");
  }

  @Test
  void noFile_isRefused() {
    assertRefused(run("import", "--data", data.toString(), "eu-calls"), "FILE");
  }

  @Test
  void dataFolderThatIsAFile_isRefused() throws IOException {
    Path file = FakeSnapshots.write(folder, DAY, "A");
    Files.writeString(data, "no folder");
    Run run = run(List.of(file));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("brobygger: data is " + data + ", must be a folder");
  }

  @Test
  void brokenFileInTheMiddle_isNamedAndThoseBeforeItStand() throws IOException {
    List<Path> files = new ArrayList<>(FakeSnapshots.write(folder, 2, 8));
    files.add(text("2026-03-03.json", "{"));
    files.add(FakeSnapshots.write(folder, DAY.plusDays(3), "after"));
    Run run = run(files);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("16 records in ", ": 11 new, ");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err())
        .contains(
            "2026-03-03.json is not JSON", "nothing of it is recorded, the 2 files before it are");
    assertThat(title(10)).startsWith("Topic 10");
    assertThat(title(0)).startsWith("Topic 0");
  }
}
