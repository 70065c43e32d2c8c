package dk.brobygger.indexer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Daily snapshots of made-up topics: every day some are new, some change, some are gone. */
final class FakeSnapshots {

  static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  private FakeSnapshots() {}

  /** Writes so many days, packed. */
  static List<Path> write(Path folder, int days, int topics) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      ArrayNode grants = JsonNodeFactory.instance.arrayNode();
      for (int topic = day * 3; topic < day * 3 + topics; topic++) {
        grants.add(grant(topic, "Topic " + topic + " as of week " + (day + topic % 7) / 7));
      }
      files.add(write(folder, FIRST.plusDays(day), grants));
    }
    return files;
  }

  /** Writes one day with topics of these titles. */
  static Path write(Path folder, LocalDate day, String... titles) throws IOException {
    ArrayNode grants = JsonNodeFactory.instance.arrayNode();
    for (int topic = 0; topic < titles.length; topic++) {
      grants.add(grant(topic, titles[topic]));
    }
    return write(folder, day, grants);
  }

  private static Path write(Path folder, LocalDate day, ArrayNode grants) throws IOException {
    ObjectNode snapshot = JsonNodeFactory.instance.objectNode();
    snapshot.put("generatedAt", day + "T05:49:12.000Z");
    snapshot.set("grants", grants);
    Path file = folder.resolve(day + ".json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(snapshot.toString().getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  /** A topic; without title it is none. */
  private static ObjectNode grant(int number, String title) {
    ObjectNode grant = JsonNodeFactory.instance.objectNode();
    grant.put("id", (70_000_000 + number) + "TOPICSen");
    grant.put("identifier", "FAKE-2026-" + number);
    grant.put("title", title);
    grant.put("url", "https://example.org/topic/" + number);
    grant.put("abstract", "Topic " + number + " is about bridges. ".repeat(20));
    grant.put("deadlineDate", "2026-09-15T17:00:00.000Z");
    grant.putObject("status").put("id", "31094502");
    grant.putObject("kind").put("id", "1");
    grant.putArray("frameworkProgrammes").addObject().put("id", "43108390");
    return grant;
  }
}
