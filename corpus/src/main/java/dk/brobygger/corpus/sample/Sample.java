package dk.brobygger.corpus.sample;

import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.json.EntryLines;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The entries that are shipped with the program. */
public final class Sample {

  /** The day the sample was gathered. */
  public static final LocalDate GATHERED = LocalDate.of(2026, 11, 28);

  private static final List<String> FILES =
      List.of(
          "danish-clusters.jsonl",
          "clusters-north-west.jsonl",
          "clusters-south-east.jsonl",
          "clusters-world.jsonl",
          "organisations.jsonl",
          "calls.jsonl",
          "schemes-nordic.jsonl");

  private static final String SOURCE = "sample";

  private Sample() {}

  /**
   * Brings the sample into a store that has not seen it, or only an older one. What has been read
   * elsewhere later than the sample stays. What an older sample showed and this one does not,
   * because it has ended or is part of another, goes, unless somebody else has shown it too or set
   * it.
   *
   * @param store where to
   * @param now the moment of recording
   */
  public static void fill(EntryStore store, Instant now) {
    boolean seen = store.lastRead(SOURCE).map(day -> !day.isBefore(GATHERED)).orElse(false);
    if (!seen) {
      store.record(
          new Reading(SOURCE, GATHERED, entries()),
          now,
          (known, sample) -> newest(known).isAfter(newest(sample)) ? known : sample);
      dropped(store).forEach(id -> store.remove(id, now));
    }
  }

  private static List<EntryId> dropped(EntryStore store) {
    Set<EntryId> edited = store.edited().stream().map(Entry::id).collect(Collectors.toSet());
    return store.notSeenSince(SOURCE, GATHERED).stream()
        .filter(id -> !edited.contains(id) && store.sources(id).equals(Set.of(SOURCE)))
        .toList();
  }

  private static LocalDate newest(Entry entry) {
    return entry.provenance().claims().stream()
        .map(Claim::date)
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.MIN);
  }

  /**
   * All entries of the sample, in the order of the files.
   *
   * @throws IllegalStateException if a shipped line is no entry, which a test rules out
   */
  public static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    lines((file, line) -> {
      switch (line) {
        case EntryLines.Read read -> entries.add(read.entry());
        case EntryLines.Refused refused -> throw new IllegalStateException(fault(file, refused));
      }
    });
    return entries;
  }

  /**
   * All lines of the sample, in the order of the files.
   *
   * @param each told of the name of the file and the line
   */
  public static void lines(BiConsumer<String, EntryLines.Line> each) {
    for (String file : FILES) {
      try (InputStream in = Objects.requireNonNull(Sample.class.getResourceAsStream(file), file)) {
        EntryLines.read(in, line -> each.accept(file, line));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** One sentence that says where a line is wrong, and why. */
  public static String fault(String file, EntryLines.Refused refused) {
    return file + " line " + refused.number() + ": " + refused.reason();
  }
}
