package dk.brobygger.benchmarks.crawl;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/**
 * Web sites on loopback, each on an address of its own, whose pages lead to 20 others of their
 * site. They know how often each page was asked for and when. Safe for many threads.
 */
final class LoopbackSites implements AutoCloseable {

  /** As many as the pages that {@code scrapy bench} measures with. */
  private static final int LINKS = 20;

  private final List<HttpServer> servers = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final int pages;
  private final AtomicIntegerArray asked;
  private final List<byte[]> bodies;
  private long first;
  private long last;

  /**
   * What the sites have seen.
   *
   * @param pages how many different pages were asked for
   * @param requests how often pages were asked for
   * @param seconds from the first request for a page to the last
   */
  record Seen(int pages, int requests, double seconds) {

    double perSecond() {
      return pages / seconds;
    }
  }

  /**
   * Starts them.
   *
   * @param sites 1 to 250
   * @param pages of each site; positive
   */
  LoopbackSites(int sites, int pages) throws IOException {
    // Answers of two parts would wait for each other otherwise, 40 ms each.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.pages = pages;
    this.asked = new AtomicIntegerArray(sites * pages);
    Random random = new Random(pages);
    this.bodies = IntStream.range(0, pages).mapToObj(page -> body(page, random)).toList();
    for (int site = 0; site < sites; site++) {
      HttpServer server = HttpServer.create(new InetSocketAddress("127.4.0." + (site + 1), 0), 200);
      int number = site;
      server.createContext("/", exchange -> answer(number, exchange));
      server.setExecutor(threads);
      server.start();
      servers.add(server);
    }
  }

  /** The first two links make a tree, so that every page is reached. */
  private byte[] body(int page, Random random) {
    StringBuilder html = new StringBuilder("<html><head><title>Page</title></head><body>");
    for (int link = 0; link < LINKS; link++) {
      int target = link < 2 ? Math.min(2 * page + 1 + link, pages - 1) : random.nextInt(pages);
      html.append("<a href='/").append(target).append("'>page ").append(target).append("</a><br>");
    }
    return html.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private void answer(int site, HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/robots.txt")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      int page = path.equals("/") ? 0 : Integer.parseInt(path.substring(1));
      note(site * pages + page);
      byte[] body = bodies.get(page);
      exchange.getResponseHeaders().set("Content-Type", "text/html");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private synchronized void note(int page) {
    asked.incrementAndGet(page);
    last = System.nanoTime();
    first = first == 0 ? last : first;
  }

  /** Where the sites begin. */
  List<String> starts() {
    return machines().stream().map(machine -> "http://" + machine + "/").toList();
  }

  /** Address and port of each. */
  List<String> machines() {
    return servers.stream()
        .map(HttpServer::getAddress)
        .map(at -> at.getAddress().getHostAddress() + ":" + at.getPort())
        .toList();
  }

  /** What was seen since the last time this was asked. */
  synchronized Seen seen() {
    int different = 0;
    int requests = 0;
    for (int page = 0; page < asked.length(); page++) {
      int times = asked.getAndSet(page, 0);
      different += times > 0 ? 1 : 0;
      requests += times;
    }
    Seen seen = new Seen(different, requests, (last - first) / 1e9);
    first = 0;
    last = 0;
    return seen;
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
    threads.close();
  }
}
