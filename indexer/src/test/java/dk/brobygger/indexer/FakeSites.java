package dk.brobygger.indexer;

import dk.brobygger.indexer.demo.FakeHost;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/**
 * Many sites on loopback, each on an address of its own and with a fault of its own, of which most
 * have none.
 */
final class FakeSites implements AutoCloseable {

  /** Pages of a sound site besides its front page. */
  static final int PAGES = 3;

  private static final byte[] BOMB = bomb();

  private final List<FakeHost> hosts = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final int millis;

  /** What is wrong with a site. */
  enum Fault {
    NONE,
    SLOW,
    ENDLESS,
    REDIRECT_LOOP,
    WRONG_LENGTH,
    GZIP_BOMB,
    SERVER_ERROR,
    ROBOTS_ERROR,
    ROBOTS_FORBID,
    BUSY_ONCE,
    SILENT,
    GARBAGE
  }

  FakeSites(int sites) {
    this(sites, 0);
  }

  /** Sound sites take so long for each page. */
  FakeSites(int sites, int millis) {
    this.millis = millis;
    for (int site = 0; site < sites; site++) {
      Fault fault = fault(site);
      FakeHost[] self = new FakeHost[1];
      self[0] =
          new FakeHost(
              "127.2." + (site / 250) + "." + (site % 250 + 1),
              (asked, out) -> answer(fault, self[0], asked, out));
      hosts.add(self[0]);
    }
  }

  /** Every fourth site has a fault, each in turn. */
  static Fault fault(int site) {
    return site % 4 == 3 ? Fault.values()[1 + site / 4 % (Fault.values().length - 1)] : Fault.NONE;
  }

  List<FakeHost> hosts() {
    return hosts;
  }

  private boolean answer(Fault fault, FakeHost self, FakeHost.Asked asked, OutputStream out)
      throws IOException, InterruptedException {
    boolean robots = asked.path().equals("/robots.txt");
    return switch (fault) {
      case ROBOTS_ERROR -> FakeHost.send(out, 500, "", "");
      case ROBOTS_FORBID ->
          FakeHost.send(out, 200, "", robots ? "User-agent: *\nDisallow: /" : "secret");
      case SILENT -> {
        end.await();
        yield false;
      }
      case BUSY_ONCE ->
          self.log().size() == 2
              ? FakeHost.send(out, 503, "Retry-After: 0\r\n", "")
              : sound(asked, out);
      default -> robots ? FakeHost.send(out, 404, "", "") : faulty(fault, asked, out);
    };
  }

  private boolean faulty(Fault fault, FakeHost.Asked asked, OutputStream out)
      throws IOException, InterruptedException {
    return switch (fault) {
      case SLOW -> slowly(out, "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", new byte[1], 100);
      case ENDLESS -> slowly(out, "HTTP/1.1 200 OK\r\n\r\n", new byte[1 << 16], 0);
      case REDIRECT_LOOP -> FakeHost.send(out, 302, "Location: " + asked.path() + "x\r\n", "");
      case WRONG_LENGTH -> FakeHost.raw(out, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort");
      case GZIP_BOMB -> FakeHost.send(out, 200, "Content-Encoding: gzip\r\n", BOMB);
      case SERVER_ERROR -> FakeHost.send(out, 500, "", "");
      case GARBAGE -> FakeHost.raw(out, "\u0000\u0001 no HTTP at all\r\n\r\n");
      default -> sound(asked, out);
    };
  }

  private boolean slowly(OutputStream out, String head, byte[] piece, int millis)
      throws IOException, InterruptedException {
    FakeHost.raw(out, head);
    while (!end.await(millis, TimeUnit.MILLISECONDS)) {
      out.write(piece);
      out.flush();
    }
    return false;
  }

  /** Pages that lead to each other. */
  private boolean sound(FakeHost.Asked asked, OutputStream out)
      throws IOException, InterruptedException {
    if (millis > 0) {
      end.await(millis, TimeUnit.MILLISECONDS);
    }
    StringBuilder page = new StringBuilder("<html><title>" + asked.path() + "</title>");
    for (int other = 1; other <= PAGES; other++) {
      page.append("<a href='/page-").append(other).append("'>page</a>");
    }
    return FakeHost.send(out, 200, "Content-Type: text/html\r\n", page.toString());
  }

  private static byte[] bomb() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      byte[] zeros = new byte[1 << 20];
      for (int times = 0; times < 20; times++) {
        out.write(zeros);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** The settings with which these sites may be crawled. */
  String settings(int gapMillis) {
    StringBuilder settings = new StringBuilder("contact=mailto:crawler@example.org\n");
    settings.append("gap=PT").append(gapMillis / 1000.0).append("S\n");
    settings.append("time=PT6S\npatience=PT60S\nhosts=200\n");
    settings
        .append("sites=")
        .append(String.join(" ", hosts.stream().map(host -> host.url("/")).toList()));
    settings.append("\npermit=");
    settings.append(
        String.join(
            " ",
            hosts.stream()
                .map(host ->
                    host.address().getAddress().getHostAddress() + ":" + host.address().getPort())
                .toList()));
    return settings.append('\n').toString();
  }

  /** Requests that came sooner after another one of the same host than they might, in words. */
  static List<String> early(FakeHost host, int gapMillis) {
    List<String> early = new ArrayList<>();
    List<FakeHost.Asked> log = host.log();
    for (int next = 1; next < log.size(); next++) {
      long gap = TimeUnit.NANOSECONDS.toMillis(log.get(next).nanos() - log.get(next - 1).nanos());
      if (gap < gapMillis) {
        early.add(
            host.url(log.get(next).path())
                + " came "
                + gap
                + " ms after "
                + log.get(next - 1).path());
      }
    }
    return early;
  }

  @Override
  public void close() {
    end.countDown();
    hosts.forEach(FakeHost::close);
  }
}
