package dk.brobygger.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostileDocumentTest {

  /** Room for a JVM to start on a busy machine, and a small heap to fill. */
  private static final PageReader READER = PageReader.open(96, Duration.ofSeconds(20));

  private static final String TYPES =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
      </Types>
      """;

  private static final String RELATIONS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
      </Relationships>
      """;

  private static final String WORD =
      "<w:document"
          + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
  private static final String PARAGRAPH = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>";
  private static final String WORD_END = "</w:body></w:document>";

  @AfterAll
  static void close() {
    READER.close();
  }

  /** Whatever a document did, the next one is read. */
  @AfterEach
  void nextDocument_isRead() {
    PageOutcome next = READER.read(document("note.txt", "Energiklyngen søger partnere i Spanien."));
    assertThat(next).isInstanceOf(PageOutcome.Read.class);
    assertThat(((PageOutcome.Read) next).page().text()).contains("søger partnere i Spanien");
  }

  @Test
  void hangingDocument_isGivenUp() {
    try (PageReader hasty = PageReader.open(96, Duration.ofSeconds(3))) {
      assertFails(hasty, "a.mid", "MThd hang", PageOutcome.Cause.TIMED_OUT);
    }
  }

  @Test
  void spinningDocument_isGivenUp() {
    try (PageReader hasty = PageReader.open(96, Duration.ofSeconds(3))) {
      assertFails(hasty, "a.mid", "MThd spin", PageOutcome.Cause.TIMED_OUT);
    }
  }

  @Test
  void documentThatEndsTheProcess_isAFailure() {
    PageOutcome.Unreadable failed =
        assertFails(READER, "a.mid", "MThd halt", PageOutcome.Cause.CRASHED);
    assertThat(failed.reason()).contains("77");
  }

  @Test
  void documentThatEatsMemory_isAFailure() {
    assertFails(READER, "a.mid", "MThd eat", PageOutcome.Cause.OUT_OF_MEMORY);
  }

  @Test
  void documentThatOverflowsTheStack_isAFailure() {
    assertFails(READER, "a.mid", "MThd recurse", PageOutcome.Cause.BROKEN);
  }

  @Test
  void parserThatPrints_isNoAnswer() {
    assertThat(text(READER.read(document("a.mid", "MThd chatter")))).isEqualTo("done");
  }

  @Test
  void documentThatGrowsWithoutEnd_isAFailure() {
    assertFails(READER, "a.mid", "MThd endless", PageOutcome.Cause.TOO_LARGE);
  }

  @Test
  void documentWithVeryMuchText_isCut() {
    Page page = page(READER.read(document("long.txt", "Havvind og brint. ".repeat(300_000))));
    assertThat(page.cut()).isTrue();
    assertThat(page.text().length()).isBetween(3_000_000, DocumentWorker.MOST_CHARACTERS);
  }

  @Test
  void documentThatCallsHome_reachesNobody() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    HttpServer home =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    home.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    home.start();
    try {
      String address = "http://127.0.0.1:" + home.getAddress().getPort() + "/";
      String named = "http://localhost:" + home.getAddress().getPort() + "/";
      assertThat(text(READER.read(document("a.mid", "MThd call " + address))))
          .startsWith("no address, no socket");
      assertThat(text(READER.read(document("a.mid", "MThd call " + named))))
          .startsWith("no address, no socket");
      READER.read(word("<!DOCTYPE x [<!ENTITY e SYSTEM \"" + address + "\">]>", "&e;"));
      assertThat(calls).hasValue(0);
    } finally {
      home.stop(0);
    }
  }

  @Test
  void wordDocument_isRead() throws IOException {
    assertThat(text(READER.read(word("", "Havvind og brint")))).isEqualTo("Havvind og brint");
  }

  @Test
  void zipBomb_isAFailure() throws IOException {
    PageOutcome outcome = READER.read(bomb(900));
    assertThat(outcome).isInstanceOf(PageOutcome.Unreadable.class);
    assertThat(((PageOutcome.Unreadable) outcome).cause())
        .isIn(
            PageOutcome.Cause.TOO_LARGE, PageOutcome.Cause.BROKEN, PageOutcome.Cause.OUT_OF_MEMORY);
  }

  @Test
  void entitiesThatMultiply_areAFailure() throws IOException {
    StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"more and more\">");
    for (int level = 1; level < 12; level++) {
      entities.append("<!ENTITY e").append(level).append(" \"");
      entities.append(("&e" + (level - 1) + ";").repeat(10)).append("\">");
    }
    PageOutcome outcome = READER.read(word(entities + "]>", "&e11;"));
    assertThat(outcome).isInstanceOf(PageOutcome.Unreadable.class);
  }

  @Test
  void deeplyNestedWord_endsInTextOrAFailure() throws IOException {
    String deep = "<w:p>".repeat(200_000) + "deep" + "</w:p>".repeat(200_000);
    PageOutcome outcome = READER.read(word("", "</w:t></w:r></w:p>" + deep + "<w:p><w:r><w:t>"));
    assertThat(outcome).isNotNull();
  }

  @Test
  void deeplyNestedHtml_isRead() {
    String deep = "<div>".repeat(200_000) + "<p>All the way down here.</p>";
    assertThat(READER.read(document("deep.html", "<!doctype html><body>" + deep))).isNotNull();
  }

  @Test
  void bracketsWithoutEnd_areReadAsHtml() {
    assertThat(READER.read(document("a.html", "<html><p>Hello" + "<".repeat(300_000)))).isNotNull();
  }

  @Test
  void documentOverTheLimit_isRefusedUnread() {
    byte[] bytes = new byte[PageReader.MOST_BYTES + 1];
    PageOutcome outcome =
        READER.read(new Document(URI.create("https://a.example/a.pdf"), Optional.empty(), bytes));
    assertThat(((PageOutcome.Unreadable) outcome).cause()).isEqualTo(PageOutcome.Cause.TOO_LARGE);
  }

  @Test
  void nothing_isEmpty() {
    assertFails(READER, "a.html", "", PageOutcome.Cause.EMPTY);
    assertFails(
        READER, "a.html", "<html><body> &nbsp; <img src=a.png></body>", PageOutcome.Cause.EMPTY);
  }

  private static PageOutcome.Unreadable assertFails(
      PageReader reader, String name, String content, PageOutcome.Cause cause) {
    PageOutcome outcome = reader.read(document(name, content));
    assertThat(outcome).isInstanceOf(PageOutcome.Unreadable.class);
    PageOutcome.Unreadable failed = (PageOutcome.Unreadable) outcome;
    assertThat(failed.cause()).as(failed.reason()).isEqualTo(cause);
    return failed;
  }

  private static Page page(PageOutcome outcome) {
    assertThat(outcome).isInstanceOf(PageOutcome.Read.class);
    return ((PageOutcome.Read) outcome).page();
  }

  private static String text(PageOutcome outcome) {
    return page(outcome).text();
  }

  private static Document document(String name, String content) {
    return document(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static Document document(String name, byte[] content) {
    return new Document(URI.create("https://documents.example/" + name), Optional.empty(), content);
  }

  private static Document word(String doctype, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      part(zip, "[Content_Types].xml", TYPES);
      part(zip, "_rels/.rels", RELATIONS);
      part(zip, "word/document.xml", doctype + WORD + PARAGRAPH.formatted(text) + WORD_END);
    }
    return document("word.docx", bytes.toByteArray());
  }

  /** A megabyte of file that unpacks to so many mebibytes. */
  private static Document bomb(int mebibytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] block = "a".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      part(zip, "[Content_Types].xml", TYPES);
      part(zip, "_rels/.rels", RELATIONS);
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      write(zip, WORD + "<w:p><w:r><w:t>");
      for (int each = 0; each < mebibytes; each++) {
        zip.write(block);
      }
      write(zip, "</w:t></w:r></w:p>" + WORD_END);
    }
    return document("bomb.docx", bytes.toByteArray());
  }

  private static void part(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    write(zip, content);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
