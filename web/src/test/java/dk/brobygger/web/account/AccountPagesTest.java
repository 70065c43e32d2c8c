package dk.brobygger.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.brobygger.web.Site;
import dk.brobygger.web.mail.FileMailer;
import dk.brobygger.web.mail.MailSettings;
import dk.brobygger.web.mail.Post;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subscribing, changing one's mind and leaving, as a browser and a mail program do it. */
class AccountPagesTest {

  private static final String WISHES =
      "cluster=cluster/vestklyngen&language=en&frequency=weekly&day=monday&day=friday&most=5";

  @TempDir Path folder;

  private Site site;
  private Post post;

  @BeforeEach
  void open() throws IOException {
    site = Site.open(folder);
    post = new Post(site.desk(), MailSettings.NONE);
  }

  @AfterEach
  void close() {
    site.close();
  }

  /** The mails written so far, as files. */
  private List<String> mails() throws IOException {
    post.send(new FileMailer(folder.resolve("mail")), Site.NOW);
    if (!Files.exists(folder.resolve("mail"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
      return files.map(AccountPagesTest::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8)
          .replace("=\r\n", "")
          .replace("=3D", "=");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Asks, and gives the path of the link in the mail. */
  private String asked() throws IOException {
    HttpResponse<String> answer = site.post("/subscribe", "address=reader%40example.org&" + WISHES);
    assertThat(answer.statusCode()).isEqualTo(200);
    Matcher link =
        Pattern.compile("http://127.0.0.1:8080(/subscription/\\S+)").matcher(mails().getFirst());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private String confirmed() throws IOException {
    String path = asked();
    assertThat(site.post(path + "/confirm", "").statusCode()).isEqualTo(303);
    return path;
  }

  private Subscriber only() {
    List<Subscriber> active = post.subscribers().active();
    assertThat(active).hasSize(1);
    return active.getFirst();
  }

  @Test
  void subscriber_isToldNothingBeforeConfirmingAndLookingConfirmsNothing() throws IOException {
    String path = asked();
    assertThat(post.subscribers().active()).isEmpty();
    assertThat(site.get(path).statusCode()).isEqualTo(200);
    site.get(path + "/confirm");
    assertThat(post.subscribers().active()).isEmpty();
    site.post(path + "/confirm", "");
    Subscriber subscriber = only();
    assertThat(subscriber.wishes().frequency()).isEqualTo(Frequency.WEEKLY);
    assertThat(subscriber.wishes().most()).isEqualTo(5);
    assertThat(subscriber.wishes().daysOff()).hasSize(5);
  }

  @Test
  void wishes_areKeptAndShownInTheFormAgain() throws IOException {
    String path = confirmed();
    site.post(
        path, WISHES + "&away-from=2026-12-23&away-to=2027-01-02&closing=at-once&quiet=weekly");
    Wishes wishes = only().wishes();
    assertThat(wishes.away())
        .contains(new Absence(LocalDate.of(2026, 12, 23), LocalDate.of(2027, 1, 2)));
    assertThat(wishes.closingAtOnce()).isTrue();
    assertThat(wishes.quietLine()).isTrue();
    Document page = site.page(path);
    assertThat(page.select("input[name=away-from]").val()).isEqualTo("2026-12-23");
    assertThat(page.select("input[name=away-to]").val()).isEqualTo("2027-01-02");
    assertThat(page.select("input[name=closing][checked], input[name=quiet][checked]")).hasSize(2);
    site.post(path, WISHES);
    assertThat(only().wishes().away()).isEmpty();
    assertThat(only().wishes().closingAtOnce()).isFalse();
  }

  @Test
  void askingAgain_sendsNoSecondMailAndTellsNobodyWhoSubscribed() throws IOException {
    asked();
    String first = site.post("/subscribe", "address=reader%40example.org&" + WISHES).body();
    assertThat(mails()).hasSize(1);
    String other = site.post("/subscribe", "address=other%40example.org&" + WISHES).body();
    assertThat(first).isEqualTo(other);
  }

  @Test
  void oneClick_endsAllMailByOnePostAndNotByGet() throws IOException {
    String path = confirmed();
    assertThat(site.get(path + "/unsubscribe").statusCode()).isEqualTo(200);
    assertThat(post.subscribers().active()).hasSize(1);
    HttpResponse<String> answer = site.post(path + "/unsubscribe", "List-Unsubscribe=One-Click");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(post.subscribers().active()).isEmpty();
  }

  @Test
  void whoHasLeftAndAsksAgainOnTheSameDay_isAskedToConfirmAgain() throws IOException {
    String path = confirmed();
    site.post(path + "/unsubscribe", "");
    assertThat(mails()).hasSize(1);
    Files.delete(folder.resolve("mail").toFile().listFiles()[0].toPath());
    assertThat(asked()).isEqualTo(path);
    site.post(path + "/confirm", "");
    assertThat(post.subscribers().active()).hasSize(1);
  }

  @Test
  void tokenOfSomebodyElse_opensNothing() throws IOException {
    String path = confirmed();
    String other = path.substring(0, path.length() - 1) + (path.endsWith("A") ? "B" : "A");
    assertThat(site.get(other).statusCode()).isEqualTo(404);
    assertThat(site.post(other + "/unsubscribe", "").statusCode()).isEqualTo(404);
    assertThat(site.get("/subscription/x.y").statusCode()).isEqualTo(404);
    assertThat(post.subscribers().active()).hasSize(1);
  }

  @Test
  void search_isPreviewedBeforeItIsSavedAndCanBeRemoved() throws IOException {
    String path = confirmed();
    assertThat(site.page(path + "?words=energy", "Accept-Language", "en").select("#found").text())
        .matches(
            "It would have brought you \\d+ calls in the last 30 days\\."
                + " Of the calls that can be applied for now it finds \\d+\\.");
    assertThat(site.page(path + "?words=type:cluster", "Accept-Language", "da").select("#found"))
        .extracting(org.jsoup.nodes.Element::text)
        .containsExactly(
            "Den ville have givet jer ingen opslag de seneste 30 dage. Af de opslag, der kan søges"
                + " nu, finder den ingen: se på ordene igen.");
    assertThat(site.page(path, "Accept-Language", "en").text())
        .contains("When you save a search, mails will follow");
    assertThat(site.page("/subscribe", "Accept-Language", "da").text())
        .as("what is kept, and why")
        .contains("Vi gemmer mailadressen og ønskerne for at kunne sende mails");
    assertThat(only().searches()).isEmpty();
    for (String nothing : List.of("*", "og", "-energy")) {
      HttpResponse<String> refused = site.post(path + "/searches?lang=da", "words=" + nothing);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("søgningen er “" + nothing + "”, skal rumme et ord");
      assertThat(site.get(path + "?words=" + nothing).statusCode()).isEqualTo(400);
    }
    assertThat(only().searches()).isEmpty();
    site.post(path + "/searches", "name=Energy&words=energy");
    assertThat(only().searches()).hasSize(1);
    site.post(path + "/searches/forget", "name=Energy");
    assertThat(only().searches()).isEmpty();
  }

  @Test
  void erasedSubscriber_leavesNothingBehindAndIsNotTakenUpAgain() throws IOException {
    String path = confirmed();
    site.post(path + "/unwanted", "call=call/TEST-2027-WIND-01");
    JsonNode export = site.json(path + "/export");
    assertThat(export.path("address").asText()).isEqualTo("reader@example.org");
    assertThat(export.path("unwanted")).hasSize(1);
    assertThat(export.path("asked").asText()).isEqualTo(Site.NOW.toString());
    assertThat(export.path("mails").findValuesAsText("kind")).containsExactly("confirm");
    assertThat(export.path("mails").get(0).path("mail").asText())
        .contains("To: reader@example.org");
    assertThat(site.post(path + "/unwanted", "call=call/NO-SUCH").statusCode()).isEqualTo(404);
    assertThat(site.get(path + "/erase").statusCode()).isEqualTo(200);
    assertThat(post.subscribers().active()).hasSize(1);
    String kept = "digest-2026-11-25.somebody-else@127.0.0.1.eml";
    Files.writeString(folder.resolve("mail").resolve(kept), "to somebody else");
    site.post(path + "/erase", "");
    assertThat(folder.resolve("mail").toFile().list())
        .as("mails that became files")
        .containsExactly(kept);
    assertThat(post.subscribers().isSuppressed("READER@example.org ")).isTrue();
    for (String file : List.of("entries.sqlite", "entries.sqlite-wal")) {
      assertThat(new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.ISO_8859_1))
          .as("bytes of " + file)
          .doesNotContain("reader@example.org");
    }
    assertNothingIsKept();
    site.post("/subscribe", "address=reader%40example.org&" + WISHES);
    assertNothingIsKept();
  }

  private void assertNothingIsKept() {
    site.desk()
        .store()
        .database()
        .jdbi()
        .useHandle(handle -> {
          for (String table : List.of("subscriber", "saved_search", "told", "outbox")) {
            assertThat(
                    handle.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one())
                .as(table)
                .isZero();
          }
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "day=monday&language=fr | language er “fr”, skal være en af",
        "day=monday&frequency=hourly | frequency er “hourly”, skal være en af daily, weekly",
        "day=monday&most=51 | most er “51”, skal være et helt tal fra 1 til 50",
        "day=monday&cluster=vestklyngen | vestklyngen findes ikke",
        "day=monday&cluster=cluster/nobody | cluster/nobody findes ikke",
        "day=monday&cluster=call/TEST-2027-WIND-01 | call/TEST-2027-WIND-01 findes ikke",
        "day=monday&away-from=24.12.2026 | away-from er “24.12.2026”, skal være en dag",
        "day=monday&away-to=2026-12-24 | dagene uden mail går fra “” til “2026-12-24”, skal",
        "day=friday&day=noday&away-from=2026-12-24&away-to=2026-12-23 | dagene uden mail går fra"
            + " “2026-12-24”",
        "frequency=daily | ingen dag er valgt, skal være mindst én dag",
      })
  void badWishes_areRefusedInTheLanguageOfThePage(String wishes, String sentence)
      throws IOException {
    String path = confirmed();
    HttpResponse<String> answer = site.post(path + "?lang=da", wishes);
    assertThat(answer.statusCode()).isBetween(400, 404);
    assertThat(answer.body()).contains(sentence);
    assertThat(only().wishes().frequency()).isEqualTo(Frequency.WEEKLY);
  }

  @Test
  void notForUs_asksOfTheCallByItsTitleAndOfNothingElse() throws IOException {
    String path = confirmed() + "/unwanted";
    assertThat(site.page(path + "?call=call/TEST-2027-WIND-01").select("form a, form h1").text())
        .contains("wind");
    for (String none : List.of("", "?call=", "?call=call/NO-SUCH", "?call=cluster/vestklyngen")) {
      assertThat(site.get(path + none).statusCode()).as(none).isEqualTo(404);
    }
    assertThat(site.post(path, "call=").statusCode()).isEqualTo(404);
  }

  @Test
  void badForm_isRefusedInOneSentence() {
    HttpResponse<String> answer = site.post("/subscribe", "address=nobody&" + WISHES);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(org.jsoup.Jsoup.parse(answer.body()).text())
        .contains("the mail address is \"nobody\", must be one such as name@example.org");
    assertThat(site.post("/subscribe", "address=a%40b.dk&most=x&day=monday").statusCode())
        .isEqualTo(400);
    assertThat(site.post("/subscribe", "address=a%40b.dk").statusCode())
        .as("no day is left for mail")
        .isEqualTo(400);
    assertThat(post.subscribers().any()).isFalse();
  }
}
