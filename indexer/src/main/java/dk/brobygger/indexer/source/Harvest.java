package dk.brobygger.indexer.source;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.store.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What has been read of one file so far. Where the file holds one call several times, in two
 * languages or as an old copy, the one with English text, an action type and the highest reference
 * is kept, whatever their order.
 */
final class Harvest {

  /** Most records refused one by one; a file with more of them is another kind of file. */
  static final int MOST_REFUSED = 1_000;

  private final Map<EntryId, Copy> best = new TreeMap<>();
  private final List<String> refused = new ArrayList<>();

  /** A call and the record it was made of. */
  private record Copy(Call call, String reference) {

    static final Comparator<Copy> WORTH =
        Comparator.comparing(
                (Copy copy) -> copy.reference().toLowerCase(Locale.ROOT).endsWith("en"))
            .thenComparing(copy -> copy.call().terms().actionType().isPresent())
            .thenComparing(copy -> copy.reference().length())
            .thenComparing(Copy::reference);
  }

  void take(Call call, String reference) {
    best.merge(
        call.id(),
        new Copy(call, reference),
        (one, two) -> Copy.WORTH.compare(one, two) >= 0 ? one : two);
  }

  /**
   * Notes a record that is no call.
   *
   * @throws IllegalArgumentException if there are too many of them
   */
  void refuse(String record, String reason) {
    refused.add(record + ": " + reason.lines().findFirst().orElse(""));
    if (refused.size() > MOST_REFUSED) {
      throw new IllegalArgumentException(
          "over " + MOST_REFUSED + " records are no calls, the first is " + refused.getFirst());
    }
  }

  /**
   * All that was read.
   *
   * @throws IllegalArgumentException if every single record was refused
   */
  SourceFile file(String source, LocalDate day) {
    if (best.isEmpty() && !refused.isEmpty()) {
      throw new IllegalArgumentException("holds no call: " + refused.getFirst());
    }
    List<Entry> calls = new ArrayList<>();
    best.values().forEach(copy -> calls.add(copy.call()));
    return new SourceFile(new Reading(source, day, calls), refused);
  }
}
