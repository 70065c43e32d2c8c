package dk.brobygger.web.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.brobygger.search.delegation.Plan;
import dk.brobygger.search.delegation.PlanJson;
import dk.brobygger.web.WebCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PapersTest {

  @TempDir Path folder;

  private final WebCommands commands = new WebCommands();
  private Path in;
  private Path out;

  @BeforeEach
  void copy() throws IOException {
    in = folder.resolve("in.json");
    out = folder.resolve("out");
    try (InputStream shipped = PapersTest.class.getResourceAsStream("bilbao.json")) {
      Files.copy(Objects.requireNonNull(shipped), in);
    }
  }

  private void plan(String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of("delegation", "plan", in.toString(), "--out", out.toString()));
    arguments.addAll(List.of(more));
    assertThat(commands.run(arguments.toArray(new String[0]))).as(commands.err()).isZero();
  }

  private void change(String from, String to) throws IOException {
    String text = Files.readString(in);
    assertThat(text).contains(from);
    Files.writeString(in, text.replace(from, to));
  }

  private List<VEvent> events(String file) throws IOException {
    try (Reader reader = Files.newBufferedReader(out.resolve(file), StandardCharsets.UTF_8)) {
      return new CalendarBuilder().build(reader).getComponents(Component.VEVENT);
    } catch (ParserException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private static String value(VEvent event, String property) {
    return event.getProperty(property).orElseThrow().getValue();
  }

  private String pdf(String file) throws IOException {
    try (PDDocument document = Loader.loadPDF(out.resolve(file).toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void plan_isToldOnTheScreenAndInItsFile() throws IOException {
    plan();
    assertThat(commands.out())
        .startsWith("6 meetings, value 325, bound 325, optimal; 4 wishes not met");
    assertThat(commands.out()).contains("these cannot hold together:", "  d3 must meet h2");
    assertThat(Files.readString(out.resolve("plan.json")))
        .contains("\"proof\" : \"optimal\"", "\"why\" : \"one of them refuses it\"");
  }

  @Test
  void briefing_saysWhenWhereAndWhoWithSources_inBothLanguages() throws IOException {
    earlier("bilbao-untidy-plan.json");
    plan("--data", folder.resolve("data").toString());
    assertThat(pdf("briefing-d2.pdf"))
        .contains(
            "mødepapirer til Green Hub Denmark",
            "Łódź & Αθήνα Offshore",
            "2. marts 2027 kl. 10.50–11.10",
            "Afsted senest kl. 10.15",
            "Fra Bilbao Exhibition Centre til Puerto de Bilbao · 35 min.",
            "Bilbao Exhibition Centre, bord ",
            "Søger:",
            "Kilde: https://");
    assertThat(pdf("briefing-d1.pdf"))
        .contains("Det kan I tale om", "Åbne opslag, som I begge kan søge", "frist");
    plan("--lang", "en");
    assertThat(Jsoup.parse(Files.readString(out.resolve("briefing-d2.html"))).text())
        .contains("briefing for Green Hub Denmark", "2 March 2027, 10:50–11:10", "table 1")
        .doesNotContain("Kilde");
    assertThat(pdf("briefing.pdf")).contains("No better plan exists.", "One of them refuses it.");
  }

  @Test
  void calendar_countsChangesAndKeepsWhatIsOffAsCancelled() throws IOException {
    plan();
    List<VEvent> first = events("schedule.ics");
    assertThat(first).hasSize(6).allMatch(event -> value(event, "SEQUENCE").equals("0"));
    plan();
    assertThat(events("schedule.ics")).allMatch(event -> value(event, "SEQUENCE").equals("0"));
    change("\"start\": \"2027-03-02T10:50\"", "\"start\": \"2027-03-02T10:55\"");
    change(
        "\"value\": 50}", "\"value\": 50}, {\"delegate\": \"d2\", \"host\": \"h3\", \"value\": 1}");
    change("\"vetoes\": [", "\"vetoes\": [{\"delegate\": \"d2\", \"host\": \"h4\"},");
    plan();
    List<VEvent> then = events("schedule.ics");
    assertThat(then)
        .filteredOn(event -> value(event, "STATUS").equals("CANCELLED"))
        .allMatch(event -> value(event, "SEQUENCE").equals("1"))
        .extracting(event -> value(event, "SUMMARY"))
        .contains("Green Hub Denmark – Łódź & Αθήνα Offshore");
    assertThat(then).extracting(event -> value(event, "UID")).doesNotHaveDuplicates();
  }

  @Test
  void planThatIsThere_staysAsItIsWhereNoneIsBetter() throws IOException {
    List<Plan.Meeting> before = earlier("bilbao-untidy-plan.json");
    plan();
    assertThat(commands.out()).startsWith("6 meetings, value 325, bound 325, optimal;");
    try (InputStream written = Files.newInputStream(out.resolve("plan.json"))) {
      assertThat(PlanJson.meetings(written)).isEqualTo(before);
    }
  }

  private List<Plan.Meeting> earlier(String name) throws IOException {
    Files.createDirectories(out);
    try (InputStream shipped = PapersTest.class.getResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(shipped), out.resolve("plan.json"));
    }
    try (InputStream copied = Files.newInputStream(out.resolve("plan.json"))) {
      return PlanJson.meetings(copied);
    }
  }

  @Test
  void planThatIsThereAndCannotBeRead_isRefusedInOneSentence_andStaysForWhoMadeIt()
      throws IOException {
    Path earlier = Files.createDirectories(out).resolve("plan.json");
    Files.writeString(earlier, "[1, 2]");
    int code = commands.run("delegation", "plan", in.toString(), "--out", out.toString());
    assertThat(code).isEqualTo(2);
    assertThat(commands.err().strip()).startsWith("brobygger: " + earlier + ": ").hasLineCount(1);
    assertThat(earlier).hasContent("[1, 2]");
    assertThat(out.resolve("schedule.ics")).doesNotExist();
  }

  @Test
  void calendar_isReadAlikeByThreeParsers() throws Exception {
    assumeTrue(done(folder, "npm", "--version").isPresent(), "no npm here: two parsers left out");
    plan();
    String[] parsers = {"npm", "install", "--silent", "ical.js@2.2.1", "node-ical@0.26.1"};
    assumeTrue(done(folder, parsers).isPresent(), "no registry of npm here: two parsers left out");
    Path script = folder.resolve("read-calendar.mjs");
    try (InputStream shipped = PapersTest.class.getResourceAsStream("read-calendar.mjs")) {
      Files.copy(Objects.requireNonNull(shipped), script);
    }
    String read =
        done(folder, "node", script.toString(), out.resolve("schedule.ics").toString())
            .orElseThrow();
    for (String parser : List.of("ical.js", "node-ical")) {
      assertThat(read.lines().filter(line -> line.startsWith(parser + "|")))
          .containsExactlyInAnyOrderElementsOf(
              events("schedule.ics").stream().map(event -> parser + "|" + told(event)).toList());
    }
  }

  private static String told(VEvent event) {
    java.time.Instant start =
        DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX")
            .parse(value(event, "DTSTART"), java.time.Instant::from);
    return String.join(
        "|",
        value(event, "UID"),
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC)
            .format(start),
        value(event, "SUMMARY"),
        value(event, "SEQUENCE"),
        value(event, "STATUS"));
  }

  /** What a program prints; empty where it is not there or fails. */
  private static Optional<String> done(Path folder, String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Test
  void repair_tellsWhoMustBeTold_andKeepsTheEarlierPlan() throws IOException {
    plan();
    assertThat(
            commands.run(
                "delegation", "repair", in.toString(), "--out", out.toString(), "--cancel", "h2"))
        .as(commands.err())
        .isZero();
    assertThat(commands.out()).contains("to be told:", "  d1 and h2: ", " -> off");
    assertThat(out.resolve("plan-before.json")).content().contains("\"host\" : \"h2\"");
    assertThat(events("schedule.ics"))
        .filteredOn(event -> value(event, "SUMMARY").endsWith("Basque Maritime Cluster"))
        .hasSize(2)
        .allMatch(event -> value(event, "STATUS").equals("CANCELLED"));
  }

  @Test
  void undo_bringsBackThePlanBeforeTheRepair_andAgainTheRepair() throws IOException {
    plan();
    String first = Files.readString(out.resolve("plan.json"));
    String[] undo = {"delegation", "undo", in.toString(), "--out", out.toString()};
    assertThat(commands.run(undo)).isEqualTo(2);
    assertThat(commands.err())
        .isEqualToIgnoringNewLines(
            "brobygger: out is " + out + ", must hold a plan that was repaired");
    commands.run("delegation", "repair", in.toString(), "--out", out.toString(), "--cancel", "h2");
    String repaired = Files.readString(out.resolve("plan.json"));
    assertThat(commands.run(undo)).as(commands.err()).isZero();
    assertThat(commands.out()).contains("  d1 and h2: new -> ");
    assertThat(out.resolve("plan.json")).hasContent(first);
    assertThat(events("schedule.ics"))
        .filteredOn(event -> value(event, "SUMMARY").endsWith("Basque Maritime Cluster"))
        .allMatch(event -> value(event, "STATUS").equals("CONFIRMED"))
        .allMatch(event -> value(event, "SEQUENCE").equals("2"));
    assertThat(commands.run(undo)).isZero();
    assertThat(out.resolve("plan.json")).hasContent(repaired);
  }

  @Test
  void secondHostThatCallsOff_doesNotBringBackTheFirst() throws IOException {
    plan();
    String[] repair = {"delegation", "repair", in.toString(), "--out", out.toString()};
    assertThat(commands.run(with(repair, "--cancel", "h2"))).isZero();
    assertThat(commands.run(with(repair, "--cancel", "h2", "--cancel", "h4@s4"))).isZero();
    assertThat(out.resolve("plan.json")).content().contains("\"meetings\"");
    assertThat(Files.readString(out.resolve("plan.json")).split("\"value\"")[0])
        .doesNotContain("\"h2\"");
  }

  private static String[] with(String[] command, String... more) {
    return java.util.stream.Stream.of(command, more)
        .flatMap(java.util.stream.Stream::of)
        .toArray(String[]::new);
  }

  @Test
  void delegatesWhoseIdsLookTheSameAsFiles_haveEachTheirOwnPapers() throws IOException {
    change("\"id\": \"d1\"", "\"id\": \"d/2\"");
    change("\"delegate\": \"d1\"", "\"delegate\": \"d/2\"");
    change("\"id\": \"d2\"", "\"id\": \"d-2\"");
    change("\"delegate\": \"d2\"", "\"delegate\": \"d-2\"");
    plan();
    assertThat(Files.readString(out.resolve("briefing-d-2.html"))).contains("Energy Cluster");
    assertThat(Files.readString(out.resolve("briefing-d-2-2.html"))).contains("Green Hub");
  }

  @Test
  void workbook_hasSlotsMeetingsAndWhatIsNotMet() throws IOException {
    plan("--lang", "en");
    try (XSSFWorkbook book = new XSSFWorkbook(out.resolve("schedule.xlsx").toFile())) {
      assertThat(book.getSheet("Schedule").getLastRowNum()).isEqualTo(4);
      assertThat(book.getSheet("Meetings").getLastRowNum()).isEqualTo(6);
      assertThat(book.getSheet("Not met").getRow(1).getCell(2).getStringCellValue())
          .isEqualTo("They have no language in common.");
    } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
      throw new IOException(e);
    }
  }

  @Test
  void badInput_isRefusedInOneSentence_andNothingIsWritten() throws IOException {
    change("\"value\": 95", "\"value\": 195");
    int code = commands.run("delegation", "plan", in.toString(), "--out", out.toString());
    assertThat(code).isEqualTo(2);
    assertThat(commands.err().strip())
        .isEqualTo(
            "brobygger: "
                + in
                + ": wishes 1: value of the wish d1 with"
                + " cluster/basque-energy-cluster is 195.0, must be 0 to 100");
    assertThat(out).doesNotExist();
    assertThat(commands.run("delegation", "plan", "nowhere.json", "--out", "x")).isEqualTo(2);
    assertThat(commands.err()).contains("no such file: nowhere.json");
    assertThat(
            commands.run(
                "delegation", "plan", in.toString(), "--out", out.toString(), "--seconds", "0"))
        .isEqualTo(2);
    assertThat(commands.err()).contains("seconds is 0.0, must be 0.1 to 86400");
  }
}
