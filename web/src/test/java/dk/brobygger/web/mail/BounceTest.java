package dk.brobygger.web.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.web.account.Subscriber;
import dk.brobygger.web.account.Subscribers;
import dk.brobygger.web.account.Wishes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of mails that came back, and what they are worth. */
class BounceTest {

  private static final Instant NOW = Instant.parse("2027-01-04T06:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2027-01-04");
  private static final String READER = "Reader@example.org";

  @TempDir Path folder;

  private EntryStore store;
  private Subscribers subscribers;
  private Outbox outbox;
  private Subscriber reader;
  private String id;

  @BeforeEach
  void send() {
    store = EntryStore.open(folder);
    subscribers = new Subscribers(store.database());
    outbox = new Outbox(store.database());
    reader = subscribe(READER);
    id = put(reader, DAY);
    assertThat(outbox.send((mail, from, to, bytes) -> new Delivery.Accepted(), "f@x", NOW))
        .isEqualTo(new Outbox.Sent(1, 0, 0));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Subscriber subscribe(String address) {
    Subscriber asked = subscribers.ask(address, Wishes.USUAL, NOW).orElseThrow();
    subscribers.confirm(asked.id(), DAY);
    return asked;
  }

  private String put(Subscriber subscriber, LocalDate day) {
    Mime mime = new Mime(MailSettings.NONE);
    String mail = mime.id("digest", subscriber.id(), day.toString());
    byte[] bytes =
        mime.write(
            mail, subscriber.address(), "Nyt", "Nyt\n", Optional.empty(), Optional.empty(), NOW);
    store
        .database()
        .jdbi()
        .useTransaction(handle ->
            Outbox.put(
                handle,
                new Outbox.Written(
                    mail,
                    subscriber.id(),
                    "digest",
                    day,
                    subscriber.address(),
                    bytes,
                    Optional.empty()),
                NOW));
    return mail;
  }

  private static String report(String id, String address, String action, String status) {
    return """
    From: MAILER-DAEMON@mx.example.org
    To: digest@brobygger.example
    Subject: Undelivered Mail Returned to Sender
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

    --b1
    Content-Type: text/plain

    It could not be delivered.

    --b1
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example.org

    Final-Recipient: rfc822; %s
    Action: %s
    Status: %s
    Diagnostic-Code: smtp; 550 no such mailbox here

    --b1
    Content-Type: text/rfc822-headers

    From: digest@brobygger.example
    Message-ID: %s
    Subject: Nyt

    --b1--
    """
        .formatted(address, action, status, id)
        .replace("\n", "\r\n");
  }

  private static Bounce read(String report) throws IOException {
    return Bounce.read(new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8)));
  }

  private Outbox.Heard hear(String report) throws IOException {
    return outbox.bounced(read(report), subscribers, DAY);
  }

  private boolean isActive() {
    return subscribers.find(reader.id()).orElseThrow().active();
  }

  @Test
  void permanentFailure_suppressesTheAddressOnceAndStopsWhatWaits() throws IOException {
    put(reader, DAY.plusDays(1));
    String report = report(id, "reader@EXAMPLE.org", "failed", "5.1.1 (no such user)");
    assertThat(hear(report)).isEqualTo(Outbox.Heard.SUPPRESSED);
    assertThat(isActive()).isFalse();
    assertThat(subscribers.isSuppressed(READER)).isTrue();
    assertThat(subscribers.ask(READER, Wishes.USUAL, NOW)).isEmpty();
    assertThat(outbox.count("waiting")).isZero();
    assertThat(outbox.count("bounced")).isOne();
    assertThat(hear(report)).isEqualTo(Outbox.Heard.KNOWN);
  }

  @Test
  void temporaryFailure_isNotedAndSuppressesNobody() throws IOException {
    String delayed = report(id, READER, "delayed", "4.2.2");
    assertThat(hear(delayed)).isEqualTo(Outbox.Heard.NOTED);
    assertThat(hear(delayed)).isEqualTo(Outbox.Heard.KNOWN);
    assertThat(hear(report(id, READER, "failed", "4.4.7"))).isEqualTo(Outbox.Heard.NOTED);
    assertThat(hear(report(id, READER, "delivered", "2.1.5"))).isEqualTo(Outbox.Heard.NOTED);
    assertThat(isActive()).isTrue();
    assertThat(outbox.count("accepted")).isOne();
  }

  @Test
  void forgedReport_suppressesNobody() throws IOException {
    String other = put(subscribe("other@example.org"), DAY);
    for (String report :
        new String[] {
          report("<made-up@localhost>", READER, "failed", "5.1.1"),
          report(id, "other@example.org", "failed", "5.1.1"),
          report(other, "other@example.org", "failed", "5.1.1"), // waits, was never handed over
          report("%", READER, "failed", "5.1.1")
        }) {
      assertThat(hear(report)).isEqualTo(Outbox.Heard.STRANGER);
    }
    assertThat(subscribers.active()).hasSize(2);
    assertThat(subscribers.isSuppressed("other@example.org")).isFalse();
  }

  @Test
  void whoConfirmsByTheLinkOfAMail_isWrittenToAgain() throws IOException {
    hear(report(id, READER, "failed", "5.1.1"));
    subscribers.confirm(reader.id(), DAY.plusDays(9));
    assertThat(isActive()).isTrue();
    assertThat(subscribers.isSuppressed(READER)).isFalse();
  }

  @Test
  void garbledReport_isRefusedInOneSentence() {
    String good = report(id, READER, "failed", "5.1.1");
    refused("", "Content-Type is \"text/plain\", must be multipart/report");
    refused(good.replace("--b1", "--b2"), "mail is garbled: ");
    refused(good.replace("Status:", "State:"), "report names no recipient");
    refused(good.replace("5.1.1", "five"), "report names no recipient");
    refused(good.replace("Message-ID:", "X:"), "report returns no Message-ID");
    refused("x".repeat(5 << 20), "mail has more than 4 MiB");
  }

  private static void refused(String report, String sentence) {
    assertThatThrownBy(() -> read(report))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(sentence)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void reportWithAnyByteChanged_isReadOrRefused() throws IOException {
    byte[] good = report(id, READER, "failed", "5.1.1").getBytes(StandardCharsets.UTF_8);
    Random random = new Random(3464);
    int read = 0;
    for (int round = 0; round < 3_000; round++) {
      byte[] bad = good.clone();
      for (int changes = random.nextInt(6); changes >= 0; changes--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      try {
        Bounce.read(new ByteArrayInputStream(bad));
        read++;
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageMatching("(mail|report|Content-Type) .+");
      }
    }
    assertThat(read).isBetween(1, 2_999);
  }
}
