package dk.brobygger.indexer.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.brobygger.indexer.demo.FakeHost;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.FetchOutcome.Moved;
import dk.brobygger.indexer.fetch.FetchOutcome.Refused;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A canary listens on every address of this machine; nobody may ever talk to it. */
class AddressGuardTest {

  private static final Limits LIMITS = new Limits(1 << 20, Duration.ofSeconds(20));

  /** Ways of writing this machine or its neighbours; PORT is the canary's. */
  private static final List<String> WRITTEN =
      List.of(
          "http://127.0.0.1:PORT/",
          "http://localhost:PORT/",
          "http://LOCALHOST:PORT/",
          "http://localhost.:PORT/",
          "http://localhost.localdomain:PORT/",
          "http://ip6-localhost:PORT/",
          "http://ip6-loopback:PORT/",
          "http://127.0.0.1.:PORT/",
          "http://127.1:PORT/",
          "http://127.0.1:PORT/",
          "http://127.255.255.254:PORT/",
          "http://2130706433:PORT/",
          "http://017700000001:PORT/",
          "http://0x7f000001:PORT/",
          "http://0X7F000001:PORT/",
          "http://0x7f.0.0.1:PORT/",
          "http://0x7f.1:PORT/",
          "http://0177.0.0.1:PORT/",
          "http://0177.0.0.01:PORT/",
          "http://00000177.0.0.1:PORT/",
          "http://127.0.0.01:PORT/",
          "http://127.0.0.0x1:PORT/",
          "http://383.0.0.1:PORT/",
          "http://6425673729:PORT/",
          "http://0:PORT/",
          "http://0.0.0.0:PORT/",
          "http://0.0:PORT/",
          "http://00:PORT/",
          "http://0x0:PORT/",
          "http://[::]:PORT/",
          "http://[::1]:PORT/",
          "http://[0:0:0:0:0:0:0:1]:PORT/",
          "http://[0000:0000:0000:0000:0000:0000:0000:0001]:PORT/",
          "http://[::127.0.0.1]:PORT/",
          "http://[::7f00:1]:PORT/",
          "http://[::ffff:127.0.0.1]:PORT/",
          "http://[::ffff:7f00:1]:PORT/",
          "http://[::FFFF:7F00:0001]:PORT/",
          "http://[0:0:0:0:0:ffff:127.0.0.1]:PORT/",
          "http://[::ffff:0:127.0.0.1]:PORT/",
          "http://[::ffff:0:7f00:1]:PORT/",
          "http://[64:ff9b::127.0.0.1]:PORT/",
          "http://[64:ff9b::7f00:1]:PORT/",
          "http://[64:ff9b:1::7f00:1]:PORT/",
          "http://[2002:7f00:1::]:PORT/",
          "http://[2002:7f00:0001::1]:PORT/",
          "http://[2001:0:7f00:1::80ff:fffe]:PORT/",
          "http://[fe80::1]:PORT/",
          "http://[fe80::1%25lo]:PORT/",
          "http://[fe80::1%lo]:PORT/",
          "http://[::1%25lo]:PORT/",
          "http://[::1%251]:PORT/",
          "http://[fc00::1]:PORT/",
          "http://[fd00:ec2::254]:PORT/",
          "http://[fec0::1]:PORT/",
          "http://[ff02::1]:PORT/",
          "http://[2001:db8::1]:PORT/",
          "http://[3fff::1]:PORT/",
          "http://[100::1]:PORT/",
          "http://[::%31]:PORT/",
          "http://%31%32%37.0.0.1:PORT/",
          "http://127.0.0.%31:PORT/",
          "http://127%2e0%2e0%2e1:PORT/",
          "http://%6c%6f%63%61%6c%68%6f%73%74:PORT/",
          "http://localhost%00.example.org:PORT/",
          "http://127。0。0。1:PORT/",
          "http://127．0．0．1:PORT/",
          "http://127｡0｡0｡1:PORT/",
          "http://１２７.0.0.1:PORT/",
          "http://①②⑦.⓪.⓪.①:PORT/",
          "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:PORT/",
          "http://ｌｏｃａｌｈｏｓｔ:PORT/",
          "http://loc\u00ADalhost:PORT/",
          "http://loc\u200Balhost:PORT/",
          "http://lo\tcal\nhost:PORT/",
          "http:localhost:PORT/",
          "http:/127.0.0.1:PORT/",
          "http:\\\\127.0.0.1:PORT\\",
          "http:////127.0.0.1:PORT/",
          "http://example.org@127.0.0.1:PORT/",
          "http://example.org:80@127.0.0.1:PORT/",
          "http://example.org%40@127.0.0.1:PORT/",
          "http://@127.0.0.1:PORT/",
          "http://127.0.0.1:PORT\\@example.org/",
          "http://127.0.0.1:PORT#@example.org/",
          "http://127.0.0.1:PORT?@example.org/",
          "http://127.0.0.1:0PORT/",
          "http://10.0.0.1:PORT/",
          "http://172.16.0.1:PORT/",
          "http://172.31.255.255:PORT/",
          "http://192.168.0.1:PORT/",
          "http://100.64.0.1:PORT/",
          "http://100.100.100.200:PORT/",
          "http://169.254.169.254:PORT/latest/meta-data/",
          "http://168.63.129.16:PORT/",
          "http://192.0.0.192:PORT/",
          "http://198.18.0.1:PORT/",
          "http://192.0.2.1:PORT/",
          "http://192.88.99.1:PORT/",
          "http://224.0.0.1:PORT/",
          "http://240.0.0.1:PORT/",
          "http://255.255.255.255:PORT/");

  private FakeHost canary;
  private Fetcher fetcher;

  @BeforeEach
  void listen() {
    canary = new FakeHost("::", (asked, out) -> FakeHost.send(out, 200, "", "secret"));
    fetcher = new Fetcher("Test", new AddressGuard(Set.of()), LIMITS);
  }

  @AfterEach
  void nobodyTalkedToTheCanary() {
    fetcher.close();
    canary.close();
    assertThat(canary.log()).isEmpty();
    assertThat(canary.connections()).isZero();
  }

  private String toCanary(String written) {
    return written.replace("PORT", Integer.toString(canary.address().getPort()));
  }

  private static FetchOutcome fetch(Fetcher fetcher, String written) {
    try {
      return fetcher.fetch(FetchRequest.get(PageAddress.of(written)));
    } catch (IllegalArgumentException e) {
      return new Refused(String.valueOf(e.getMessage()), true);
    }
  }

  private static Fetcher resolving(Dns dns, InetSocketAddress... permitted) {
    AddressGuard guard = new AddressGuard(Set.of(permitted));
    return new Fetcher("Test", LIMITS, Fetcher.client(guard, LIMITS).dns(dns).build());
  }

  @Test
  void tricks_areOverEighty() {
    assertThat(WRITTEN).hasSizeGreaterThan(80).doesNotHaveDuplicates();
  }

  @Test
  void writtenTricks_leadNowhere() {
    for (String trick : WRITTEN) {
      FetchOutcome outcome = fetch(fetcher, toCanary(trick));
      assertThat(outcome).as(trick).isNotInstanceOf(Fetched.class);
      if (!isUnknownName(trick)) {
        assertThat(outcome).as(trick).isInstanceOf(Refused.class);
      }
    }
  }

  /** Names that this machine may know or not. */
  private static boolean isUnknownName(String trick) {
    return trick.contains("localdomain") || trick.contains("ip6-");
  }

  @Test
  void redirectedTricks_leadNowhere() {
    Deque<String> locations = new ArrayDeque<>(WRITTEN);
    try (FakeHost host =
            new FakeHost(
                "127.1.0.1",
                (asked, out) ->
                    FakeHost.raw(
                        out,
                        "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: "
                            + new String(
                                toCanary(locations.pop())
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                java.nio.charset.StandardCharsets.ISO_8859_1)
                            + "\r\n\r\n"));
        Fetcher permitted = new Fetcher("Test", new AddressGuard(Set.of(host.address())), LIMITS)) {
      while (!locations.isEmpty()) {
        String trick = locations.peek();
        FetchOutcome outcome = fetch(permitted, host.url("/"));
        if (outcome instanceof Moved moved) {
          outcome = permitted.fetch(FetchRequest.get(moved.to()));
        }
        assertThat(outcome).as(trick).isNotInstanceOf(Fetched.class);
      }
      assertThat(host.log()).hasSize(WRITTEN.size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "::1",
        "0.0.0.0",
        "::",
        "10.0.0.1",
        "169.254.169.254",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "fe80::1",
        "100.64.0.1",
        "fd00:ec2::254"
      })
  void nameThatResolvesToAPrivateAddress_isRefused(String ip) throws UnknownHostException {
    InetAddress address = InetAddress.getByName(ip);
    try (Fetcher resolving = resolving(name -> List.of(address))) {
      assertThat(fetch(resolving, toCanary("http://public.example:PORT/")))
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void nameThatResolvesOtherwiseTheSecondTime_isRefused() throws UnknownHostException {
    try (FakeHost good =
        new FakeHost(
            "127.1.0.2",
            (asked, out) -> FakeHost.send(out, 200, "Connection: close\r\n", "hello"))) {
      Deque<InetAddress> answers = new ArrayDeque<>();
      answers.add(good.address().getAddress());
      answers.add(InetAddress.getByName("127.0.0.1"));
      try (Fetcher resolving = resolving(name -> List.of(answers.pop()), good.address())) {
        String url = "http://rebinding.example:" + good.address().getPort() + "/";
        assertThat(fetch(resolving, url)).isInstanceOf(Fetched.class);
        assertThat(fetch(resolving, url)).isInstanceOf(Refused.class);
      }
    }
  }

  @Test
  void nameWithAPublicAndAPrivateAddress_neverReachesThePrivateOne() throws UnknownHostException {
    List<InetAddress> both = new ArrayList<>();
    both.add(InetAddress.getByName("127.0.0.1"));
    both.add(InetAddress.getByName("::1"));
    try (Fetcher resolving = resolving(name -> both)) {
      assertThat(fetch(resolving, toCanary("http://both.example:PORT/")))
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void permission_isForOneAddressAndPort() {
    try (FakeHost one =
            new FakeHost("127.1.0.3", (asked, out) -> FakeHost.send(out, 200, "", "hello"));
        Fetcher permitted = new Fetcher("Test", new AddressGuard(Set.of(one.address())), LIMITS)) {
      assertThat(fetch(permitted, one.url("/"))).isInstanceOf(Fetched.class);
      assertThat(fetch(permitted, toCanary("http://127.1.0.3:PORT/"))).isInstanceOf(Refused.class);
      assertThat(fetch(permitted, toCanary("http://127.0.0.1:PORT/"))).isInstanceOf(Refused.class);
    }
  }

  @Test
  void permissionForAName_isRefused() {
    Set<InetSocketAddress> name = Set.of(InetSocketAddress.createUnresolved("localhost", 80));
    assertThatThrownBy(() -> new AddressGuard(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be an IP address with a port");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "223.255.255.255",
        "2a00:1450:4001::1",
        "2001:4860:4860::8888"
      })
  void publicAddress_isLetThrough(String ip) throws UnknownHostException {
    assertThat(AddressGuard.isPublic(InetAddress.getByName(ip))).isTrue();
  }
}
