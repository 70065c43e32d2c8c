package dk.brobygger.indexer.source;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.store.Reading;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Projects of the EU's research programmes and who took part, as <a
 * href="https://cordis.europa.eu/data">CORDIS</a> publishes them: a project a file in XML, or
 * {@code project.csv}, {@code organization.csv} and, for the titles of topics, {@code topics.csv},
 * or archives of either. All files together are one reading, since an organisation's projects are
 * spread over them. What is read are the organisations, and the topics as calls that have closed.
 */
public final class CordisFiles {

  /** The name of the source in the store. */
  public static final String SOURCE = "cordis";

  /** Largest file inside an archive; {@code project.csv} of Horizon 2020 has some 90 MB. */
  private static final long LARGEST = 2L << 30;

  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setDelimiter(';').setHeader().setSkipHeaderRecord(true).get();

  private static final Set<String> PROJECT = Set.of("id", "title", "startDate");
  private static final Set<String> TOPIC = Set.of("projectID", "topic", "title");
  private static final Set<String> PARTNER = Set.of("projectID", "organisationID", "country");

  private final CordisOrganisations organisations;
  private final CordisTopics topics;
  private final Map<String, CordisProject> projects = new HashMap<>();
  private int read;

  private CordisFiles(LocalDate day) {
    this.organisations = new CordisOrganisations(day);
    this.topics = new CordisTopics(day);
  }

  /**
   * Reads all files, or nothing.
   *
   * @param files XML, CSV or ZIP, in any order
   * @param day the day they were read from CORDIS
   * @param done told of each file that has been read
   * @throws IllegalArgumentException if one of them is broken or none of these; the message begins
   *     with its name
   */
  public static SourceFile read(List<Path> files, LocalDate day, Consumer<Path> done) {
    CordisFiles cordis = new CordisFiles(day);
    for (Path file : projectsFirst(files)) {
      try {
        cordis.read(file);
        done.accept(file);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
      } catch (ZipException e) {
        throw new IllegalArgumentException(file + " is broken ZIP: " + e.getMessage(), e);
      } catch (IOException e) {
        throw new IllegalArgumentException("cannot read " + file + ": " + e.getMessage(), e);
      }
    }
    if (cordis.read == 0) {
      throw new IllegalArgumentException("the files hold no project, must hold one");
    }
    List<Entry> entries = new ArrayList<>(cordis.organisations.entries());
    entries.addAll(cordis.topics.entries());
    return new SourceFile(new Reading(SOURCE, day, entries), cordis.organisations.refused());
  }

  /** What is said of organisations needs the titles of their projects. */
  private static List<Path> projectsFirst(List<Path> files) {
    return files.stream()
        .sorted(
            Comparator.comparing((Path file) -> name(file).startsWith("organi"))
                .thenComparing(file -> file))
        .toList();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }

  private void read(Path file) throws IOException {
    String name = name(file);
    if (name.endsWith(".zip")) {
      readArchive(file);
      return;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      if (!read(name, in)) {
        throw new IllegalArgumentException(
            "is neither a project in XML nor project.csv nor organization.csv nor a ZIP of them");
      }
    }
  }

  private void readArchive(Path file) throws IOException {
    try (ZipFile archive = new ZipFile(file.toFile())) {
      List<ZipEntry> entries =
          new ArrayList<>(archive.stream().map(each -> (ZipEntry) each).toList());
      entries.sort(
          Comparator.comparing((ZipEntry entry) -> entry.getName().contains("organi"))
              .thenComparing(ZipEntry::getName));
      for (ZipEntry entry : entries) {
        if (entry.getSize() > LARGEST) {
          throw new IllegalArgumentException(
              entry.getName() + " has " + entry.getSize() + " bytes, must have at most " + LARGEST);
        }
        try (InputStream in = new BufferedInputStream(archive.getInputStream(entry))) {
          read(entry.getName().toLowerCase(Locale.ROOT), in);
        }
      }
    }
  }

  /** Whether it was a file of projects or organisations. */
  private boolean read(String name, InputStream in) throws IOException {
    if (name.endsWith(".xml")) {
      readXml(name, in);
      return true;
    }
    return name.endsWith(".csv") && readCsv(in);
  }

  private void readXml(String name, InputStream in) {
    try {
      CordisXml xml = CordisXml.read(in);
      CordisProject project = CordisProject.of(xml.project());
      read++;
      topics.take(project);
      project
          .topic()
          .ifPresent(topic ->
              CordisProject.value(xml.project(), "topicTitle")
                  .ifPresent(title -> topics.name(topic, title)));
      xml.partners().forEach(partner -> organisations.take(project, partner));
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException(
          name + " is no XML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
    }
  }

  private boolean readCsv(InputStream in) throws IOException {
    try (CSVParser rows = CSV.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> header = rows.getHeaderNames();
      if (header.containsAll(PARTNER)) {
        rows.forEach(this::partner);
        return true;
      }
      if (header.containsAll(TOPIC)) {
        rows.forEach(this::topic);
        return true;
      }
      if (header.containsAll(PROJECT)) {
        rows.forEach(this::project);
        return true;
      }
      return false;
    } catch (java.io.UncheckedIOException e) {
      throw new IllegalArgumentException("is broken CSV: " + reason(e), e);
    } catch (CSVException e) {
      throw new IllegalArgumentException("is broken CSV: " + e.getMessage(), e);
    }
  }

  private static String reason(java.io.UncheckedIOException e) {
    return e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage());
  }

  private void project(CSVRecord row) {
    try {
      CordisProject project = CordisProject.of(row.toMap());
      projects.put(project.id(), project);
      topics.take(project);
      read++;
    } catch (IllegalArgumentException e) {
      organisations.refuse("line " + row.getRecordNumber() + ": " + e.getMessage());
    }
  }

  private void topic(CSVRecord row) {
    Map<String, String> fields = row.toMap();
    CordisProject.value(fields, "topic")
        .ifPresent(topic ->
            CordisProject.value(fields, "title").ifPresent(title -> topics.name(topic, title)));
  }

  private void partner(CSVRecord row) {
    Map<String, String> fields = row.toMap();
    String id = fields.getOrDefault("projectID", "").strip();
    CordisProject project = projects.get(id);
    if (project == null) {
      organisations.refuse(
          "line "
              + row.getRecordNumber()
              + ": projectID is \""
              + id
              + "\", must be in project.csv");
      return;
    }
    organisations.take(project, fields);
  }
}
