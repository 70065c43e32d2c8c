package dk.brobygger.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.store.Reading;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.standing.StandingSearch;
import dk.brobygger.web.Site;
import dk.brobygger.web.account.Frequency;
import dk.brobygger.web.account.Subscriber;
import dk.brobygger.web.account.Wishes;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the line of a mail that only counts calls to the page that shows them. */
class DigestPageTest {

  private static final LocalDate DAY = Sample.GATHERED;
  private static final String SITE = MailSettings.NONE.site().toString();

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

  private static Wishes wishes(Optional<EntryId> cluster, int most) {
    return new Wishes(
        Language.EN, cluster, Frequency.DAILY, Set.of(), Optional.empty(), most, false, false);
  }

  private Subscriber subscribe(Optional<EntryId> cluster, int most) {
    Subscriber asked =
        post.subscribers().ask("reader@example.org", wishes(cluster, most), Site.NOW).orElseThrow();
    post.subscribers().save(asked.id(), new StandingSearch("Energy", "energi"));
    post.subscribers().confirm(asked.id(), DAY);
    return asked;
  }

  /** The HTML of the only mail. */
  private Document mail() {
    assertThat(post.write(DAY, Site.NOW)).isOne();
    byte[][] sent = new byte[1][];
    post.send(
        (id, from, to, mail) -> {
          sent[0] = mail;
          return new Delivery.Accepted();
        },
        Site.NOW);
    try {
      MimeMessage read =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(sent[0]));
      MimeMultipart both = (MimeMultipart) read.getContent();
      return Jsoup.parse((String) both.getBodyPart(1).getContent());
    } catch (MessagingException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String rest(Document mail) {
    String address = mail.select("a:matches(^Show \\d+ more calls$)").attr("href");
    assertThat(address).startsWith(SITE + "/subscription/");
    return address.substring(SITE.length());
  }

  private static int count(Document mail, Pattern what) {
    Matcher number = what.matcher(mail.text());
    assertThat(number.find()).isTrue();
    return Integer.parseInt(number.group(1));
  }

  @Test
  void callsThatTheMailOnlyCounts_standOnThePageItsLineLeadsTo() {
    subscribe(Optional.of(EntryId.of("cluster/energy-cluster-denmark")), 3);
    Document mail = mail();
    assertThat(mail.select("h3")).hasSize(3);
    int more = count(mail, Pattern.compile("Show (\\d+) more calls"));
    Document page = site.page(rest(mail), "Accept-Language", "en");
    List<String> shown = page.select("article[data-entry]").eachAttr("data-entry");
    assertThat(shown).doesNotHaveDuplicates().hasSize(3 + more);
    assertThat(page.select(".lead").text()).contains((3 + more) + " calls fit you");
    assertThat(page.select("article h3").eachText()).containsAll(mail.select("h3").eachText());
    assertThat(post.subscribers().told(post.subscribers().active().getFirst().id()))
        .isEqualTo(new HashSet<>(shown));
    assertThat(page.select("article a[href]").eachAttr("href"))
        .anySatisfy(address -> assertThat(address).contains("/unwanted?call=call/"));
    assertThat(site.page(rest(mail), "Accept-Language", "da").select("h1").text())
        .isEqualTo("Nyt om opslag, " + DAY.getDayOfMonth() + ". november 2026");
  }

  @Test
  void whatWasTold_isShownWholeWhateverIsWishedSince() {
    Subscriber reader = subscribe(Optional.of(EntryId.of("cluster/energy-cluster-denmark")), 1);
    String rest = rest(mail());
    Set<String> before = articles(rest);
    post.subscribers().change(reader.id(), wishes(Optional.empty(), 12));
    post.subscribers().forget(reader.id(), "Energy");
    post.subscribers().unwanted(reader.id(), EntryId.of(before.iterator().next()));
    assertThat(articles(rest)).isEqualTo(before);
  }

  @Test
  void callThatClosesOnTheDayOfTheMail_isShownAsItWasTold() {
    subscribe(Optional.of(EntryId.of("cluster/energy-cluster-denmark")), 1);
    String rest = rest(mail());
    Set<String> before = articles(rest);
    List<Entry> closed = new ArrayList<>();
    for (String id : before) {
      ObjectNode call = EntryJson.tree(site.desk().store().entry(EntryId.of(id)).orElseThrow());
      closed.add(EntryJson.read(call.put("status", "closed")));
    }
    site.desk().store().record(new Reading("sample", DAY, closed), Site.NOW);
    site.desk().follow();
    assertThat(articles(rest)).isEqualTo(before);
  }

  private Set<String> articles(String path) {
    return new HashSet<>(site.page(path).select("article[data-entry]").eachAttr("data-entry"));
  }

  @Test
  void readerOfSearchesAlone_isToldWhichFoundEachCall() {
    subscribe(Optional.empty(), 1);
    Document mail = mail();
    assertThat(mail.text()).contains("Found by: Energy");
    assertThat(site.page(rest(mail), "Accept-Language", "en").select("article").size())
        .isEqualTo(1 + count(mail, Pattern.compile("Show (\\d+) more calls")));
    assertThat(mail.select("a:matches(^All calls that can be applied for$)")).hasSize(1);
  }

  @Test
  void dayWithoutMail_andTokensOfOthers_showNothing() {
    subscribe(Optional.empty(), 1);
    String rest = rest(mail());
    assertThat(site.get(rest.replace(DAY.toString(), DAY.minusDays(1).toString())).statusCode())
        .isEqualTo(404);
    assertThat(site.get(rest.replace(DAY.toString(), "yesterday")).statusCode()).isEqualTo(400);
    assertThat(site.get(rest.replace("/told", "x/told")).statusCode()).isEqualTo(404);
    assertThat(site.get("/subscription/x.y/told/" + DAY).statusCode()).isEqualTo(404);
  }
}
