package dk.brobygger.corpus.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.json.EntryJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The sample's clusters and organisations were compared with public pages once more, on later days
 * than they were gathered. {@code audit.tsv} says what was found, ORIGIN.md how it was drawn and
 * what follows.
 */
class AuditTest {

  private static final Map<EntryId, Entry> ENTRIES =
      Sample.entries().stream().collect(Collectors.toMap(Entry::id, Function.identity()));

  private static final List<Row> ROWS = read("audit.tsv").lines().skip(1).map(Row::of).toList();

  /** Why an entry was looked at: ORIGIN.md says what these are. */
  private static final List<String> DRAWS = List.of("danish", "lot", "page", "suspicion", "rest");

  /** A quotation that was looked for, and how it was found. */
  private static final List<String> LOOKED_FOR =
      List.of("word for word", "same site", "elsewhere", "not found", "altered");

  /**
   * One thing that was looked for.
   *
   * @param entry what it is said of
   * @param draw why the entry was looked at
   * @param fields the facts it is about
   * @param words how the quotation begins; empty for what was left out
   * @param address where it was found, or sought in vain
   * @param day when
   * @param outcome what came of it
   */
  private record Row(
      EntryId entry,
      String draw,
      List<String> fields,
      String words,
      URI address,
      LocalDate day,
      String outcome) {

    private static Row of(String line) {
      String[] cells = line.split("\t", -1);
      return new Row(
          EntryId.of(cells[0]),
          cells[1],
          List.of(cells[2].split(",")),
          cells[3],
          URI.create(cells[4]),
          LocalDate.parse(cells[5]),
          cells[6]);
    }

    /** Whether nobody chose it for what is known of it. */
    private boolean isByLot() {
      return draw.equals("lot") || draw.equals("rest");
    }

    /** Whether the entry says so now: these words, read at this address. */
    private boolean stands(Claim claim) {
      return claim.source().equals(address)
          && claim.words().filter(spoken -> spoken.startsWith(words)).isPresent();
    }
  }

  private static String read(String file) {
    try (InputStream lines = AuditTest.class.getResourceAsStream(file)) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Row> rows(String... outcomes) {
    return ROWS.stream().filter(row -> Set.of(outcomes).contains(row.outcome()));
  }

  private static Entry entry(Row row) {
    return Objects.requireNonNull(ENTRIES.get(row.entry()), () -> "no " + row.entry());
  }

  private static List<Claim> claims(Row row) {
    return entry(row).provenance().claims();
  }

  @Test
  void everyAuditedEntry_isThere() {
    assertThat(ROWS).map(Row::entry).isSubsetOf(ENTRIES.keySet());
  }

  @Test
  void everyClusterAndOrganisation_wasAudited() {
    assertThat(ROWS.stream().map(Row::entry))
        .containsAll(
            ENTRIES.values().stream()
                .filter(entry -> entry instanceof Cluster || entry instanceof Organisation)
                .map(Entry::id)
                .toList());
  }

  @Test
  void rows_sayWhatCanBeSaid() {
    assertThat(ROWS)
        .doesNotHaveDuplicates()
        .allSatisfy(row -> {
          assertThat(row.draw()).isIn(DRAWS);
          assertThat(row.outcome())
              .isIn(
                  Stream.concat(LOOKED_FOR.stream(), Stream.of("mended", "added", "left out"))
                      .toList());
          assertThat(row.day()).isBeforeOrEqualTo(Sample.GATHERED);
          assertThat(row.words().isEmpty()).isEqualTo(row.outcome().equals("left out"));
        });
  }

  @Test
  void quotationsFoundWordForWord_stillStand() {
    assertThat(rows("word for word"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(claims(row)).anyMatch(row::stands));
  }

  @Test
  void whatWasMendedOrAdded_isClaimedWithThePageThatShowsIt() {
    assertThat(rows("mended", "added"))
        .isNotEmpty()
        .allSatisfy(row ->
            assertThat(claims(row))
                .anyMatch(claim ->
                    row.stands(claim)
                        && claim.fields().equals(row.fields())
                        && claim.date().equals(row.day())));
  }

  @Test
  void whatWasLeftOut_isNotStated() {
    assertThat(rows("left out"))
        .isNotEmpty()
        .allSatisfy(row ->
            assertThat(EntryJson.tree(entry(row)).fieldNames())
                .toIterable()
                .doesNotContainAnyElementsOf(row.fields()));
  }

  @Test
  void origin_saysWhatTheTableSays() {
    String origin = read("ORIGIN.md").replaceAll("\\s+", " ");
    for (String line : summary()) {
      assertThat(origin).contains(line);
    }
  }

  private static List<String> summary() {
    List<String> lines = new ArrayList<>();
    for (String draw : DRAWS) {
      List<Row> drawn = ROWS.stream().filter(row -> row.draw().equals(draw)).toList();
      lines.add(
          Stream.concat(
                  Stream.of(draw, entries(drawn.stream())),
                  Stream.of("word for word", "same site", "elsewhere", "not found")
                      .map(outcome ->
                          drawn.stream().filter(row -> row.outcome().equals(outcome)).count()))
              .map(Object::toString)
              .collect(Collectors.joining(" | ", "| ", " |")));
    }
    long found = rows("word for word").count();
    lines.add(
        "%d of %d quotations that were found said anything else: at most %s %% of all"
            .formatted(rows("altered").count(), found, percent(3.0 / found)));
    long foundByLot = rows("word for word").filter(Row::isByLot).count();
    lines.add(
        "of the lot and the rest alone, %d of %d: at most %s %%"
            .formatted(
                rows("altered").filter(Row::isByLot).count(),
                foundByLot,
                percent(3.0 / foundByLot)));
    long drawn = entries(ROWS.stream().filter(Row::isByLot));
    long mended = entries(rows("mended", "left out").filter(Row::isByLot));
    lines.add(
        "%d of the %d of the lot and the rest had to be mended: between %s and %s %%"
            .formatted(
                mended,
                drawn,
                percent(wilson(mended, drawn, -1)),
                percent(wilson(mended, drawn, 1))));
    lines.add("%d entries were mended in all".formatted(entries(rows("mended", "left out"))));
    return lines;
  }

  private static long entries(Stream<Row> rows) {
    return rows.map(Row::entry).distinct().count();
  }

  /** One end of the interval that holds the true share in 95 of 100 such draws. */
  private static double wilson(double hits, double all, int side) {
    double z = 1.96;
    double share = hits / all;
    double middle = share + z * z / (2 * all);
    double reach = z * Math.sqrt(share * (1 - share) / all + z * z / (4 * all * all));
    return (middle + side * reach) / (1 + z * z / all);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
