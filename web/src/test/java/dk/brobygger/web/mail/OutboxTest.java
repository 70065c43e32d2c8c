package dk.brobygger.web.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.brobygger.corpus.store.EntryStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxTest {

  private static final Instant NOW = Instant.parse("2026-04-02T04:30:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-04-02");
  private static final String FROM = "digest@brobygger.example";

  @TempDir Path folder;

  private static final Mime MIME = new Mime(MailSettings.NONE);

  private static void put(EntryStore store, String subscriber, String recipient) {
    String id = MIME.id("digest", subscriber, DAY.toString());
    byte[] mail =
        MIME.write(
            id,
            recipient,
            "Nyt opslag",
            "Æblegrød\n.\n..\n",
            Optional.empty(),
            Optional.empty(),
            NOW);
    store
        .database()
        .jdbi()
        .useTransaction(handle ->
            Outbox.put(
                handle,
                new Outbox.Written(
                    id, subscriber, "digest", DAY, recipient, mail, Optional.empty()),
                NOW));
  }

  private static SmtpMailer mailer(FakeSmtp server) {
    return new SmtpMailer(server.address(), Duration.ofSeconds(20));
  }

  /** The process dies between the server's yes and our note of it. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void crashesAndLostAnswers_loseNoMailAndRepeatOnlyWithTheSameMessageId() throws IOException {
    int mails = 800;
    Random random = new Random(20260402);
    int[] troubles = new int[1];
    try (EntryStore store = EntryStore.open(folder);
        FakeSmtp server =
            new FakeSmtp(() -> {
              FakeSmtp.Fault fault = FakeSmtp.Fault.values()[Math.max(0, random.nextInt(6) - 2)];
              troubles[0] += fault == FakeSmtp.Fault.NONE ? 0 : 1;
              return fault;
            })) {
      for (int n = 0; n < mails; n++) {
        put(store, "s" + n, "reader" + n + "@example.org");
      }
      Mailer smtp = mailer(server);
      Mailer mortal =
          (id, from, recipient, mail) -> {
            Delivery delivery = smtp.deliver(id, from, recipient, mail);
            if (random.nextInt(4) == 0) {
              troubles[0]++;
              throw new Killed();
            }
            return delivery;
          };
      Instant now = NOW;
      while (new Outbox(store.database()).count("waiting") > 0) {
        try {
          new Outbox(store.database()).send(mortal, FROM, now);
          now = now.plus(Duration.ofHours(6));
        } catch (Killed e) {
          now = now.plusSeconds(1);
        }
      }
      assertThat(troubles[0]).isGreaterThan(1_000);
      assertThat(new Outbox(store.database()).count("accepted")).isEqualTo(mails);
      Map<String, Set<String>> byRecipient = new HashMap<>();
      Set<String> ids = new HashSet<>();
      for (FakeSmtp.Taken taken : server.taken()) {
        byRecipient.computeIfAbsent(taken.recipient(), who -> new HashSet<>()).add(taken.mail());
        ids.add(
            taken
                .mail()
                .lines()
                .filter(one -> one.startsWith("Message-ID:"))
                .findFirst()
                .orElseThrow());
      }
      assertThat(byRecipient).hasSize(mails);
      assertThat(byRecipient.values())
          .as("repeats are the same to the letter")
          .allMatch(one -> one.size() == 1);
      assertThat(ids).hasSize(mails);
    }
  }

  @Test
  void mailOfTheSameDay_isPutInOnce() {
    try (EntryStore store = EntryStore.open(folder)) {
      put(store, "s", "reader@example.org");
      put(store, "s", "reader@example.org");
      assertThat(new Outbox(store.database()).count("waiting")).isOne();
    }
  }

  @Test
  void refusedRecipient_isBouncedAndNotTriedAgain() throws IOException {
    try (EntryStore store = EntryStore.open(folder);
        FakeSmtp server = new FakeSmtp(() -> FakeSmtp.Fault.NONE)) {
      put(store, "s", "gone@example.org");
      Outbox outbox = new Outbox(store.database());
      assertThat(outbox.send(mailer(server), FROM, NOW)).isEqualTo(new Outbox.Sent(0, 1, 0));
      assertThat(outbox.send(mailer(server), FROM, NOW.plus(Duration.ofDays(1))))
          .isEqualTo(new Outbox.Sent(0, 0, 0));
      assertThat(server.taken()).isEmpty();
    }
  }

  @Test
  void busyServer_isAskedAgainLaterAndLater() throws IOException {
    try (EntryStore store = EntryStore.open(folder);
        FakeSmtp server = new FakeSmtp(() -> FakeSmtp.Fault.BUSY)) {
      put(store, "s", "reader@example.org");
      Outbox outbox = new Outbox(store.database());
      assertThat(outbox.send(mailer(server), FROM, NOW).deferred()).isOne();
      assertThat(outbox.send(mailer(server), FROM, NOW.plusSeconds(59)).deferred()).isZero();
      assertThat(outbox.send(mailer(server), FROM, NOW.plusSeconds(60)).deferred()).isOne();
      assertThat(outbox.send(mailer(server), FROM, NOW.plusSeconds(300)).deferred()).isZero();
      for (int n = 2; n < 20; n++) {
        outbox.send(mailer(server), FROM, NOW.plus(Duration.ofDays(n)));
      }
      assertThat(outbox.count("given-up")).isOne();
    }
  }

  @Test
  void serverThatIsAway_keepsTheMailWaiting() throws IOException {
    MailSettings.Smtp away;
    try (FakeSmtp server = new FakeSmtp(() -> FakeSmtp.Fault.NONE)) {
      away = server.address();
    }
    try (EntryStore store = EntryStore.open(folder)) {
      put(store, "s", "reader@example.org");
      Mailer mailer = new SmtpMailer(away, Duration.ofSeconds(5));
      assertThat(new Outbox(store.database()).send(mailer, FROM, NOW).deferred()).isOne();
    }
  }

  @Test
  void withoutServer_mailsAreFilesNamedByTheirMessageId() throws IOException {
    try (EntryStore store = EntryStore.open(folder)) {
      put(store, "s", "reader@example.org");
      Outbox outbox = new Outbox(store.database());
      assertThat(outbox.send(new FileMailer(folder.resolve("mail")), FROM, NOW).accepted()).isOne();
      assertThat(folder.resolve("mail/digest.2026-04-02.s@localhost.eml"))
          .content()
          .contains("Message-ID: <digest.2026-04-02.s@localhost>", "Subject: Nyt opslag");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "smtp.host=h,smtp.tls=yes | smtp.tls is \"yes\", must be one of [tls, starttls, none]",
        "smtp.host=h,smtp.port=0 | smtp.port is \"0\", must be 1 to 65535",
        "smtp.user=u | smtp.host is missing, must be given",
        "dkim.selector=s | dkim.domain is missing, must be given",
        "from=Brobygger <d@example.org> | from is \"Brobygger <d@example.org>\", must be a mail"
            + " address alone, such as digest@example.org",
        "from=nobody | from is \"nobody\", must be a mail address alone, such as digest@example.org"
      })
  void settings_areRefusedWithNameValueAndRule(String lines, String sentence) throws IOException {
    Path file = folder.resolve("mail.properties");
    java.nio.file.Files.writeString(file, lines.replace(',', '\n'));
    assertThatThrownBy(() -> MailSettings.of(folder, MailSettings.NONE.site()))
        .hasMessage(file + ": " + sentence);
  }

  @Test
  void linksLeadToWhereThePagesAreServed_unlessTheFileSaysWhere() throws IOException {
    URI served = URI.create("http://127.0.0.1:9090");
    assertThat(MailSettings.of(folder, served).site()).isEqualTo(served);
    Path file = folder.resolve("mail.properties");
    java.nio.file.Files.writeString(file, "from=d@example.org");
    assertThat(MailSettings.of(folder, served).site()).isEqualTo(served);
    java.nio.file.Files.writeString(file, "site=https://brobygger.example");
    assertThat(MailSettings.of(folder, served).site())
        .isEqualTo(URI.create("https://brobygger.example"));
  }
}
