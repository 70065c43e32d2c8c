package dk.brobygger.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.store.Reading;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.Desk;
import dk.brobygger.search.standing.StandingSearch;
import dk.brobygger.web.account.Absence;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a call that a source states to the mail that arrives. */
class PostTest {

  private static final LocalDate DAY = LocalDate.parse("2027-01-04");
  private static final Instant NOW = Instant.parse("2027-01-04T06:00:00Z");

  @TempDir Path folder;

  private Desk desk;
  private Post post;
  private FakeSmtp server;

  @BeforeEach
  void open() throws IOException {
    desk = Desk.open(folder, NOW);
    post = new Post(desk, MailSettings.NONE);
    server = new FakeSmtp(() -> FakeSmtp.Fault.NONE);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    desk.close();
  }

  private Subscriber subscribe(Frequency frequency) {
    return subscribe("reader@example.org", frequency);
  }

  private Subscriber subscribe(String address, Frequency frequency) {
    Subscriber asked =
        post.subscribers()
            .ask(
                address,
                new Wishes(
                    Language.DA,
                    Optional.of(EntryId.of("cluster/energy-cluster-denmark")),
                    frequency,
                    Set.of(),
                    Optional.empty(),
                    12,
                    false,
                    false),
                NOW)
            .orElseThrow();
    post.subscribers().confirm(asked.id(), DAY);
    post.subscribers().save(asked.id(), new StandingSearch("Vind", "havvind"));
    return post.subscribers().find(asked.id()).orElseThrow();
  }

  private void state(LocalDate day, String key, String deadline) {
    state(
        day,
        """
        {"type":"call","id":"call/%1$s","kind":"topic","identifier":"%1$s",
         "name":"Floating offshore wind farms and hydrogen","programme":"HORIZON",
         "text":{"en":"Offshore wind, power-to-X, hydrogen and floating wind."},
         "status":"open","deadlines":[{"stage":1,"at":"%2$sT17:00"}],
         "actionType":"HORIZON Innovation Actions",
         "claims":[{"fields":["name","text","deadlines","actionType","programme"],
         "source":"https://ec.europa.eu/%1$s","date":"%3$s"}]}
        """
            .formatted(key, deadline, day));
  }

  private void state(LocalDate day, String call) {
    desk.store().record(new Reading("test", day, List.of(EntryJson.read(call))), NOW);
    desk.follow();
  }

  private List<MimeMessage> arrived() throws MessagingException {
    post.send(new SmtpMailer(server.address(), java.time.Duration.ofSeconds(20)), NOW);
    List<MimeMessage> arrived = new ArrayList<>();
    for (FakeSmtp.Taken taken : server.taken()) {
      arrived.add(
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(
                  taken.mail().getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }
    return arrived;
  }

  @Test
  void newCall_arrivesOnceWithBothTextsAndTheHeadersOfOneClickLeaving()
      throws MessagingException, IOException {
    Subscriber subscriber = subscribe(Frequency.DAILY);
    state(DAY, "WIND-1", "2027-06-01");
    assertThat(post.write(DAY, NOW)).isOne();
    assertThat(post.write(DAY, NOW)).isZero();
    List<MimeMessage> mails = arrived();
    assertThat(mails).hasSize(1);
    MimeMessage mail = mails.getFirst();
    assertThat(mail.getSubject()).startsWith("Nyt opslag: Floating offshore wind farms");
    assertThat(mail.getMessageID())
        .isEqualTo("<digest.2027-01-04." + subscriber.id() + "@localhost>");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(mail.getHeader("List-Unsubscribe", null)).contains("/unsubscribe>");
    MimeMultipart both = (MimeMultipart) mail.getContent();
    String text = (String) both.getBodyPart(0).getContent();
    assertThat(text)
        .contains("Frist: 1. juni 2027 kl. 17.00", "Fundet af: Vind (også søgt efter: ");
    assertThat(text.split("\n   - ")).as("several words are quoted").hasSizeGreaterThan(2);
    assertThat(text).as("their source is named once").containsOnlyOnce("(ec.europa.eu, ");
    assertThat((String) both.getBodyPart(1).getContent())
        .contains("<html lang=\"da\">", "/call/WIND-1", "Ikke noget for os");
    assertThat(text.lines()).allMatch(line -> line.length() <= 78 || line.contains("http"));
  }

  @Test
  void manySubscribers_getTheSameNewsInAMailEach() throws MessagingException, IOException {
    for (int reader = 0; reader < 103; reader++) {
      subscribe("reader-" + reader + "@example.org", Frequency.DAILY);
    }
    state(DAY, "WIND-1", "2027-06-01");
    assertThat(post.write(DAY, NOW)).isEqualTo(103);
    assertThat(post.write(DAY, NOW)).isZero();
    Set<String> recipients = new HashSet<>();
    Set<String> texts = new HashSet<>();
    for (MimeMessage mail : arrived()) {
      recipients.add(mail.getAllRecipients()[0].toString());
      String text = (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
      texts.add(text.substring(0, text.indexOf("/subscription/")));
    }
    assertThat(recipients).hasSize(103);
    assertThat(texts).hasSize(1);
  }

  @Test
  void outage_isCaughtUpByOneMail() throws MessagingException {
    subscribe(Frequency.DAILY);
    state(DAY.plusDays(1), "WIND-1", "2027-06-01");
    state(DAY.plusDays(3), "WIND-2", "2027-06-02");
    state(DAY.plusDays(5), "WIND-2", "2027-06-09");
    assertThat(post.write(DAY.plusDays(5), NOW)).isOne();
    assertThat(arrived()).hasSize(1);
    assertThat(post.write(DAY.plusDays(6), NOW)).as("and then nothing is new").isZero();
  }

  @Test
  void callThatComesInAfterTheMailOfItsDay_isToldTheNextTime() throws MessagingException {
    subscribe(Frequency.DAILY);
    state(DAY, "WIND-1", "2027-06-01");
    assertThat(post.write(DAY, NOW)).isOne();
    state(DAY, "WIND-2", "2027-06-01");
    assertThat(post.write(DAY.plusDays(1), NOW)).isOne();
    assertThat(post.write(DAY.plusDays(2), NOW)).as("and then it is known").isZero();
    assertThat(arrived()).hasSize(2);
  }

  @Test
  void callRestatedOnTheDayItWasToldOf_isToldOfAsChanged() throws MessagingException {
    subscribe(Frequency.DAILY);
    state(DAY, "WIND-1", "2027-06-01");
    assertThat(post.write(DAY, NOW)).isOne();
    state(DAY, "WIND-1", "2027-06-08");
    assertThat(post.write(DAY.plusDays(1), NOW)).isOne();
    assertThat(post.write(DAY.plusDays(2), NOW)).isZero();
    assertThat(arrived().getLast().getSubject()).startsWith("Ændret");
  }

  @Test
  void whoLeavesAndComesBackOnTheDayOfAMail_isToldTheRestWithTheNext() throws MessagingException {
    Subscriber reader = subscribe(Frequency.DAILY);
    state(DAY, "WIND-1", "2027-06-01");
    assertThat(post.write(DAY, NOW)).isOne();
    assertThat(arrived()).hasSize(1);
    post.subscribers().leave(reader.id());
    post.subscribers().confirm(reader.id(), DAY);
    state(DAY, "WIND-2", "2027-06-01");
    assertThat(post.write(DAY, NOW)).as("a second mail of a day").isZero();
    assertThat(post.write(DAY.plusDays(1), NOW)).isOne();
    assertThat(post.subscribers().told(reader.id())).contains("call/WIND-2");
    assertThat(arrived()).hasSize(2);
  }

  @Test
  void readingsOfLongAgo_areHistoryHoweverLateTheyComeIn() {
    subscribe(Frequency.DAILY);
    state(DAY, "WIND-1", "2027-06-01");
    assertThat(post.write(DAY, NOW)).isOne();
    state(DAY.minusDays(40), "WIND-2", "2027-06-01");
    assertThat(post.write(DAY.plusDays(1), NOW)).isZero();
  }

  @Test
  void deadlineThatMovesOnTheDayOfItsReminder_isToldAtOnceAllTheSame() {
    Subscriber reader = subscribe(Frequency.WEEKLY);
    wish(reader, Optional.empty(), true, false);
    state(DAY.minusDays(1), "WIND-1", "2027-01-06");
    assertThat(post.write(DAY.plusDays(1), NOW)).as("a day before").isOne();
    state(DAY.plusDays(2), "WIND-1", "2027-01-07");
    assertThat(post.write(DAY.plusDays(2), NOW)).as("and a day before it again").isOne();
  }

  @Test
  void weeklySubscriber_isToldOfAllDaysSinceTheLastMail() throws MessagingException {
    subscribe(Frequency.WEEKLY);
    state(DAY.plusDays(1), "WIND-1", "2027-06-01");
    int written = 0;
    for (int day = 0; day < 8; day++) {
      written += post.write(DAY.plusDays(day), NOW);
    }
    assertThat(written).isOne();
    assertThat(arrived().getFirst().getSubject()).contains("Floating offshore wind");
  }

  private void wish(Subscriber subscriber, Optional<Absence> away, boolean closing, boolean quiet) {
    Wishes wishes = subscriber.wishes();
    post.subscribers()
        .change(
            subscriber.id(),
            new Wishes(
                wishes.language(),
                wishes.cluster(),
                wishes.frequency(),
                wishes.daysOff(),
                away,
                wishes.most(),
                closing,
                quiet));
  }

  /** The days of some on which mails are written. */
  private List<Integer> daysWithMail(int first, int last) {
    List<Integer> days = new ArrayList<>();
    for (int day = first; day <= last; day++) {
      for (int mails = post.write(DAY.plusDays(day), NOW); mails > 0; mails--) {
        days.add(day);
      }
    }
    return days;
  }

  @Test
  void weeklySubscriberWhoWishesSo_isToldAtOnceOfWhatClosesAndNotAgainInTheWeek()
      throws MessagingException {
    Subscriber subscriber = subscribe(Frequency.WEEKLY);
    wish(subscriber, Optional.empty(), true, false);
    state(DAY.minusDays(20), "WIND-1", "2027-01-14");
    assertThat(daysWithMail(0, 9))
        .as("seven days and one day before 14 January; the week ends on the sixth day")
        .containsExactly(3, 9);
    assertThat(arrived()).allSatisfy(mail -> assertThat(mail.getSubject()).startsWith("Frist"));
  }

  @Test
  void weeklySubscriber_isToldOfWhatClosesWithTheRestOnly() {
    subscribe(Frequency.WEEKLY);
    state(DAY.minusDays(20), "WIND-1", "2027-01-14");
    assertThat(daysWithMail(0, 9)).containsExactly(6);
  }

  @Test
  void callToldOfAtOnce_isNotNewAgainInTheMailOfTheWeek() {
    Subscriber subscriber = subscribe(Frequency.WEEKLY);
    wish(subscriber, Optional.empty(), true, false);
    state(DAY.plusDays(1), "WIND-1", "2027-01-14");
    assertThat(daysWithMail(0, 6)).containsExactly(3);
  }

  @Test
  void weekWithoutNews_bringsALineToWhoWishesIt() throws MessagingException {
    wish(subscribe("a@example.org", Frequency.DAILY), Optional.empty(), false, true);
    wish(subscribe("b@example.org", Frequency.WEEKLY), Optional.empty(), false, true);
    subscribe("c@example.org", Frequency.DAILY);
    // The shipped calls are old news by then.
    LocalDate start = LocalDate.parse("2030-03-04");
    post.write(start, NOW);
    int before = arrived().size();
    int written = 0;
    for (int day = 1; day <= 7; day++) {
      written += post.write(start.plusDays(day), NOW);
    }
    assertThat(written).isEqualTo(2);
    List<MimeMessage> mails = arrived();
    assertThat(mails.subList(before, mails.size()))
        .allSatisfy(mail -> assertThat(mail.getSubject()).isEqualTo("Intet nyt om opslag"));
  }

  @Test
  void daysAway_bringNoMailAndTheirNewsAfterThem() {
    Subscriber subscriber = subscribe(Frequency.DAILY);
    wish(subscriber, Optional.of(new Absence(DAY.plusDays(1), DAY.plusDays(4))), false, false);
    state(DAY.plusDays(2), "WIND-1", "2027-06-01");
    assertThat(daysWithMail(0, 7)).containsExactly(5);
  }

  @Test
  void whoLeavesWhileMailsAreWritten_getsNone() {
    subscribe("a@example.org", Frequency.DAILY);
    subscribe("b@example.org", Frequency.DAILY);
    state(DAY, "WIND-1", "2027-06-01");
    desk.store()
        .database()
        .jdbi()
        .useHandle(handle ->
            handle.execute(
                "CREATE TRIGGER leaving AFTER UPDATE OF told_until ON subscriber BEGIN UPDATE"
                    + " subscriber SET confirmed = NULL WHERE id <> new.id; END"));
    assertThat(post.write(DAY, NOW)).as("mails to who has stayed").isOne();
    assertThat(post.outbox().count("waiting")).isOne();
  }

  @Test
  void nothingNew_bringsNoMail() {
    subscribe(Frequency.DAILY);
    assertThat(post.write(DAY.plusDays(20), NOW)).isLessThanOrEqualTo(1);
    assertThat(post.write(DAY.plusDays(20), NOW)).isZero();
  }

  @Test
  void callThatIsNotForUs_isNotToldOfAgain() {
    Subscriber subscriber = subscribe(Frequency.DAILY);
    state(DAY, "WIND-1", "2027-06-01");
    post.subscribers().unwanted(subscriber.id(), EntryId.of("call/WIND-1"));
    assertThat(post.write(DAY, NOW)).isZero();
  }

  @Test
  void callWhoseNewTextMakesItFit_isNewToWhoWasNotTold() throws MessagingException {
    subscribe(Frequency.DAILY);
    state(
        DAY.minusDays(9),
        """
        {"type":"call","id":"call/WIND-1","kind":"topic","identifier":"WIND-1",
         "name":"Floating offshore wind farms and hydrogen","programme":"HORIZON",
         "status":"open","deadlines":[{"stage":1,"at":"2027-06-01T17:00"}],
         "actionType":"HORIZON Innovation Actions",
         "claims":[{"fields":["name"],"source":"https://ec.europa.eu/x",
         "date":"2026-12-26"}]}
        """);
    state(DAY, "WIND-1", "2027-06-01");
    assertThat(post.write(DAY, NOW)).isOne();
    assertThat(arrived().getFirst().getSubject()).startsWith("Nyt opslag");
  }

  @Test
  void keywords_areQuotedOneByOne() throws MessagingException, IOException {
    subscribe(Frequency.DAILY);
    state(
        DAY,
        """
        {"type":"call","id":"call/WIND-1","kind":"topic","identifier":"WIND-1",
         "name":"A call","programme":"HORIZON","status":"open",
         "keywords":["offshore wind","hydrogen","district heating","power-to-X","energy storage"],
         "actionType":"HORIZON Innovation Actions",
         "deadlines":[{"stage":1,"at":"2027-06-01T17:00"}],
         "claims":[{"fields":["name","keywords","actionType"],"source":"https://ec.europa.eu/x",
         "date":"2027-01-04"}]}
        """);
    assertThat(post.write(DAY, NOW)).isOne();
    MimeMultipart both = (MimeMultipart) arrived().getFirst().getContent();
    assertThat((String) both.getBodyPart(0).getContent())
        .contains("“offshore wind”, “hydrogen”, “district heating”");
  }
}
