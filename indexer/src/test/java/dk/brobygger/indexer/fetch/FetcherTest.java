package dk.brobygger.indexer.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.indexer.demo.FakeHost;
import dk.brobygger.indexer.fetch.FetchOutcome.Deferred;
import dk.brobygger.indexer.fetch.FetchOutcome.Failed;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.FetchOutcome.Moved;
import dk.brobygger.indexer.fetch.FetchOutcome.Refused;
import dk.brobygger.indexer.fetch.FetchOutcome.Unchanged;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {

  private static final String AGENT = "Brobygger/0.1 (+mailto:crawler@example.org)";
  private static final Limits LIMITS = new Limits(1 << 20, Duration.ofSeconds(20));

  /** Ends endless answers. */
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void endAnswers() {
    end.countDown();
  }

  private static FetchOutcome fetch(FakeHost host, Limits limits, FetchRequest request) {
    AddressGuard guard = new AddressGuard(Set.of(host.address()));
    try (Fetcher fetcher = new Fetcher(AGENT, guard, limits)) {
      return fetcher.fetch(request);
    }
  }

  private static FetchOutcome fetch(Limits limits, FakeHost.Answer answer) {
    try (FakeHost host = new FakeHost("127.1.1.1", answer)) {
      FetchOutcome outcome =
          fetch(host, limits, FetchRequest.get(PageAddress.of(host.url("/page"))));
      assertThat(host.log()).as("asked once").hasSize(1);
      return outcome;
    }
  }

  private static FetchOutcome fetch(FakeHost.Answer answer) {
    return fetch(LIMITS, answer);
  }

  private static FetchOutcome raw(String answer) {
    return fetch((asked, out) -> FakeHost.raw(out, answer));
  }

  @Test
  void page_isFetchedWithItsTypeAndValidators() {
    String headers =
        "Content-Type: text/html; charset=utf-8\r\nETag: \"a\"\r\n"
            + "Last-Modified: Fri, 27 Nov 2026 01:00:00 GMT\r\nSet-Cookie: a=b\r\n";
    Fetched fetched = (Fetched) fetch((asked, out) -> FakeHost.send(out, 200, headers, "Blåbær"));
    assertThat(new String(fetched.body(), StandardCharsets.UTF_8)).isEqualTo("Blåbær");
    assertThat(fetched.type()).isEqualTo("text/html; charset=utf-8");
    assertThat(fetched.validators())
        .isEqualTo(
            new Validators(Optional.of("\"a\""), Optional.of("Fri, 27 Nov 2026 01:00:00 GMT")));
  }

  @Test
  void request_saysWhoAsksAndCarriesNoCookie() {
    try (FakeHost host =
        new FakeHost(
            "127.1.1.2", (asked, out) -> FakeHost.send(out, 200, "Set-Cookie: a=b\r\n", ""))) {
      PageAddress address = PageAddress.of(host.url("/?q=1"));
      try (Fetcher fetcher = new Fetcher(AGENT, new AddressGuard(Set.of(host.address())), LIMITS)) {
        fetcher.fetch(FetchRequest.get(address));
        fetcher.fetch(FetchRequest.get(address));
      }
      FakeHost.Asked second = host.log().get(1);
      assertThat(second.header("User-Agent")).isEqualTo(AGENT);
      assertThat(second.headers()).doesNotContainKeys("cookie", "authorization", "referer");
      assertThat(second.path()).isEqualTo("/?q=1");
    }
  }

  @Test
  void knownPage_isAskedForOnlyIfItHasChanged() {
    try (FakeHost host =
        new FakeHost("127.1.1.3", (asked, out) -> FakeHost.send(out, 304, "", ""))) {
      Validators known = new Validators(Optional.of("W/\"1\""), Optional.of("yesterday"));
      PageAddress address = PageAddress.of(host.url("/"));
      assertThat(fetch(host, LIMITS, FetchRequest.get(address, known))).isEqualTo(new Unchanged());
      assertThat(host.log().getFirst().header("If-None-Match")).isEqualTo("W/\"1\"");
      assertThat(host.log().getFirst().header("If-Modified-Since")).isEqualTo("yesterday");
    }
  }

  @Test
  void validatorThatCannotBeSentBack_isForgotten() {
    Fetched fetched =
        (Fetched) fetch((asked, out) -> FakeHost.send(out, 200, "ETag: \"\u00E6\"\r\n", ""));
    assertThat(fetched.validators()).isEqualTo(Validators.NONE);
  }

  @Test
  void form_isSentAsFilesWithTheirTypes() {
    try (FakeHost host =
        new FakeHost("127.1.1.4", (asked, out) -> FakeHost.send(out, 200, "", "{}"))) {
      List<FetchRequest.Part> parts =
          List.of(new FetchRequest.Part("query", "application/json", "{\"ø\":1}"));
      fetch(host, LIMITS, FetchRequest.post(PageAddress.of(host.url("/search")), parts));
      FakeHost.Asked asked = host.log().getFirst();
      assertThat(asked.method()).isEqualTo("POST");
      assertThat(asked.header("Content-Type")).startsWith("multipart/form-data; boundary=");
      assertThat(new String(asked.body(), StandardCharsets.UTF_8))
          .contains(
              "Content-Disposition: form-data; name=\"query\"; filename=\"query\"\r\n",
              "Content-Type: application/json\r\n",
              "\r\n\r\n{\"ø\":1}\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirect_isToldAndNotFollowed(int status) {
    FetchOutcome outcome =
        fetch((asked, out) -> FakeHost.send(out, status, "Location: ../b#c\r\n", ""));
    assertThat(outcome).isInstanceOf(Moved.class);
    assertThat(((Moved) outcome).to().path()).isEqualTo("/b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://example.org/", "javascript:alert(1)", "http://a@b/", "http://[::1"})
  void redirectToNoWebAddress_isRefused(String location) {
    assertThat(fetch((asked, out) -> FakeHost.send(out, 302, "Location: " + location + "\r\n", "")))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"429, 120", "503, 0", "503, 3600"})
  void busyHost_defersAndIsNotAskedAgain(int status, String retryAfter) {
    FetchOutcome outcome =
        fetch(
            (asked, out) -> FakeHost.send(out, status, "Retry-After: " + retryAfter + "\r\n", ""));
    assertThat(outcome)
        .isEqualTo(
            new Deferred(status, Optional.of(retryAfter).filter(value -> !value.equals("0"))));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {204, 206, 300, 302, 400, 401, 403, 404, 408, 410, 418, 421, 500, 502, 504, 599})
  void otherStatus_isAFailureThatNamesIt(int status) {
    FetchOutcome outcome = fetch((asked, out) -> FakeHost.send(out, status, "", ""));
    assertThat(outcome).isEqualTo(Failed.with(status));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello"
      })
  void brokenAnswer_isAFailure(String answer) {
    assertThat(raw(answer)).as(answer).isInstanceOf(Failed.class);
  }

  @Test
  void answerLongerThanItSays_isTakenAsLongAsItSays() {
    Fetched fetched = (Fetched) raw("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef");
    assertThat(fetched.body()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.0 200 OK\r\n\r\nhello",
        "HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.0 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello"
      })
  void answersOfAnOldHostThatClosesAfterEach_areAllRead(String answer) {
    try (FakeHost host = new FakeHost("127.1.1.6", (asked, out) -> FakeHost.raw(out, answer));
        Fetcher fetcher = new Fetcher(AGENT, new AddressGuard(Set.of(host.address())), LIMITS)) {
      FetchRequest request = FetchRequest.get(PageAddress.of(host.url("/page")));
      for (int time = 0; time < 3; time++) {
        assertThat(fetcher.fetch(request))
            .isInstanceOfSatisfying(
                Fetched.class, page -> assertThat(page.body()).asString().isEqualTo("hello"));
      }
      assertThat(host.paths()).hasSize(3);
    }
  }

  @ParameterizedTest
  @CsvSource({"304", "404"})
  void oldHostThatAnswersWithoutContent_isAskedAgainOnAConnectionOfItsOwn(int status) {
    String first = "HTTP/1.0 " + status + " X\r\nContent-Length: 0\r\n\r\n";
    try (FakeHost host =
            new FakeHost(
                "127.1.1.7",
                (asked, out) ->
                    FakeHost.raw(
                        out,
                        asked.path().equals("/first") ? first : "HTTP/1.0 200 OK\r\n\r\nhello"));
        Fetcher fetcher = new Fetcher(AGENT, new AddressGuard(Set.of(host.address())), LIMITS)) {
      fetcher.fetch(FetchRequest.get(PageAddress.of(host.url("/first"))));
      assertThat(fetcher.fetch(FetchRequest.get(PageAddress.of(host.url("/page")))))
          .isInstanceOf(Fetched.class);
      assertThat(host.connections()).isEqualTo(2);
    }
  }

  @Test
  void oldHostThatKeepsItsConnection_isAskedOnItAgain() {
    String answer = "HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 5\r\n\r\nhello";
    try (FakeHost host =
            new FakeHost(
                "127.1.1.8",
                (asked, out) -> {
                  FakeHost.raw(out, answer);
                  return true;
                });
        Fetcher fetcher = new Fetcher(AGENT, new AddressGuard(Set.of(host.address())), LIMITS)) {
      FetchRequest request = FetchRequest.get(PageAddress.of(host.url("/page")));
      assertThat(fetcher.fetch(request)).isInstanceOf(Fetched.class);
      assertThat(fetcher.fetch(request)).isInstanceOf(Fetched.class);
      assertThat(host.connections()).isEqualTo(1);
    }
  }

  private static void forever(CountDownLatch end, OutputStream out, byte[] piece, int millis)
      throws IOException, InterruptedException {
    while (!end.await(millis, TimeUnit.MILLISECONDS)) {
      out.write(piece);
      out.flush();
    }
  }

  @Test
  void endlessAnswer_endsAtTheLimit() {
    FetchOutcome outcome =
        fetch((asked, out) -> {
          FakeHost.raw(out, "HTTP/1.1 200 OK\r\n\r\n");
          forever(end, out, new byte[100_000], 0);
          return false;
        });
    assertThat(outcome)
        .isEqualTo(new Failed(java.util.OptionalInt.of(200), "content is over 1048576 bytes"));
  }

  @Test
  void endlessHead_isAFailure() {
    FetchOutcome outcome =
        fetch((asked, out) -> {
          FakeHost.raw(out, "HTTP/1.1 200 OK\r\n");
          forever(
              end, out, ("X: " + "y".repeat(10_000) + "\r\n").getBytes(StandardCharsets.UTF_8), 0);
          return false;
        });
    assertThat(outcome).isInstanceOf(Failed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n"})
  void answerOfOneByteNowAndThen_endsInTime(String beginning) {
    Limits limits = new Limits(1 << 20, Duration.ofMillis(400));
    FetchOutcome outcome =
        fetch(
            limits,
            (asked, out) -> {
              FakeHost.raw(out, beginning);
              forever(end, out, new byte[] {'a'}, 50);
              return false;
            });
    assertThat(outcome).isEqualTo(Failed.without("no whole answer within 400 ms"));
  }

  @Test
  void packedPage_isUnpacked() throws IOException {
    byte[] packed = packed("hello ".repeat(1_000).getBytes(StandardCharsets.UTF_8), 1);
    Fetched fetched =
        (Fetched)
            fetch((asked, out) -> FakeHost.send(out, 200, "Content-Encoding: gzip\r\n", packed));
    assertThat(fetched.body()).hasSize(6_000);
  }

  @Test
  void gzipBomb_endsAtTheLimit() throws IOException {
    byte[] bomb = packed(new byte[1 << 20], 200);
    assertThat(bomb.length).isLessThan(1 << 20);
    assertThat(fetch((asked, out) -> FakeHost.send(out, 200, "Content-Encoding: gzip\r\n", bomb)))
        .isEqualTo(new Failed(java.util.OptionalInt.of(200), "content is over 1048576 bytes"));
  }

  private static byte[] packed(byte[] content, int times) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      for (int time = 0; time < times; time++) {
        out.write(content);
      }
    }
    return packed.toByteArray();
  }

  @Test
  void hostThatDoesNotListen_isAFailure() {
    FakeHost host = new FakeHost("127.1.1.5", (asked, out) -> false);
    host.close();
    assertThat(fetch(host, LIMITS, FetchRequest.get(PageAddress.of(host.url("/")))))
        .isInstanceOf(Failed.class);
  }

  @Test
  void hostThatSpeaksHttp2_isSpokenToInIt() throws IOException {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    try (MockWebServer server = new MockWebServer()) {
      server.useHttps(
          new HandshakeCertificates.Builder()
              .heldCertificate(certificate)
              .build()
              .sslSocketFactory());
      server.enqueue(new MockResponse.Builder().body("hello").build());
      server.start(java.net.InetAddress.getByName("127.0.0.1"), 0);
      AddressGuard guard =
          new AddressGuard(Set.of(new java.net.InetSocketAddress("127.0.0.1", server.getPort())));
      HandshakeCertificates trusting =
          new HandshakeCertificates.Builder()
              .addTrustedCertificate(certificate.certificate())
              .build();
      var client =
          Fetcher.client(guard, LIMITS)
              .sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager())
              .build();
      try (Fetcher fetcher = new Fetcher(AGENT, LIMITS, client)) {
        String url = "https://127.0.0.1:" + server.getPort() + "/";
        assertThat(fetcher.fetch(FetchRequest.get(PageAddress.of(url))))
            .isInstanceOf(Fetched.class);
        assertThat(server.takeRequest().getVersion()).isEqualTo("HTTP/2");
        assertThat(client.protocols()).contains(Protocol.HTTP_2);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void certificateOfNobodyWeTrust_isAFailure() throws IOException {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    try (MockWebServer server = new MockWebServer()) {
      server.useHttps(
          new HandshakeCertificates.Builder()
              .heldCertificate(certificate)
              .build()
              .sslSocketFactory());
      server.start(java.net.InetAddress.getByName("127.0.0.1"), 0);
      AddressGuard guard =
          new AddressGuard(Set.of(new java.net.InetSocketAddress("127.0.0.1", server.getPort())));
      try (Fetcher fetcher = new Fetcher(AGENT, guard, LIMITS)) {
        String url = "https://127.0.0.1:" + server.getPort() + "/";
        assertThat(fetcher.fetch(FetchRequest.get(PageAddress.of(url)))).isInstanceOf(Failed.class);
      }
    }
  }
}
