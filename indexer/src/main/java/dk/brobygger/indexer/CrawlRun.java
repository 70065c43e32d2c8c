package dk.brobygger.indexer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.store.Tally;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What one crawl of one source has come to, for whoever watches over the crawler: one JSON object
 * on a line of {@code crawl-runs.jsonl} in the data folder. It names the versions in the store
 * between which the crawl wrote, by which the entries are found that it made or changed.
 */
final class CrawlRun {

  private static final String FILE = "crawl-runs.jsonl";

  /** Enough to see what they have in common. */
  private static final int MOST_NAMED = 100;

  private final CrawlLog log;
  private final Instant started;
  private final ObjectNode line;
  private final ObjectNode counts;

  private CrawlRun(String source, CrawlLog log, Instant started) {
    this.log = log;
    this.started = started;
    this.line = JsonNodeFactory.instance.objectNode();
    line.put("source", source).put("started", started.toString());
    this.counts = JsonNodeFactory.instance.objectNode();
  }

  /**
   * A run that begins.
   *
   * @param log what is asked of hosts
   */
  static CrawlRun start(String source, CrawlLog log, Instant now) {
    return new CrawlRun(source, log, now);
  }

  /** How long it has been. */
  double seconds(Instant now) {
    return Duration.between(started, now).toMillis() / 1_000.0;
  }

  /**
   * What it wrote into the store.
   *
   * @param after the number of the newest version before it wrote
   * @param upTo the number of the newest version then
   */
  void wrote(Tally tally, long after, long upTo) {
    line.put("after", after).put("upTo", upTo);
    count("new", tally.added());
    count("changed", tally.changed());
    count("unchanged", tally.unchanged());
  }

  /** The entries that its source has ceased to show. */
  void gone(List<EntryId> entries) {
    count("gone", entries.size());
    entries.forEach(id -> line.withArray("gone").add(id.toString()));
  }

  /**
   * The pages and documents that are there and cannot be read; all are counted, the first named.
   *
   * @param pages why, by address
   */
  void unread(SortedMap<String, String> pages) {
    count("unreadable", pages.size());
    ObjectNode named = line.putObject("unreadable");
    pages.entrySet().stream()
        .limit(MOST_NAMED)
        .forEach(page -> named.put(page.getKey(), page.getValue()));
  }

  void count(String what, int number) {
    counts.put(what, number);
  }

  /**
   * Adds its line to those of the runs before.
   *
   * @return a sentence where the last of them was cut off, as by the end of a process; empty where
   *     it is whole
   */
  Optional<String> append(Path data, Instant ended) throws IOException {
    count("requests", log.requests());
    line.put("ended", ended.toString()).put("bytes", log.bytes()).set("counts", counts);
    ObjectNode hosts = line.putObject("troubles");
    log.troubles()
        .forEach((host, trouble) ->
            hosts.putObject(host).put("times", trouble.times()).put("reason", trouble.reason()));
    Path runs = data.resolve(FILE);
    boolean cutOff = endsWithinALine(runs);
    Files.writeString(
        runs,
        (cutOff ? "\n" : "") + line + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    return cutOff
        ? Optional.of("the last line of " + FILE + " was cut off; this run begins another one")
        : Optional.empty();
  }

  private static boolean endsWithinALine(Path runs) throws IOException {
    if (!Files.exists(runs)) {
      return false;
    }
    try (SeekableByteChannel bytes = Files.newByteChannel(runs)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      return bytes.size() > 0
          && bytes.position(bytes.size() - 1).read(last) == 1
          && last.get(0) != '\n';
    }
  }
}
