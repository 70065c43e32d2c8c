package dk.brobygger.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.json.EntryLines;
import dk.brobygger.corpus.store.Reading;
import dk.brobygger.search.Desk;
import dk.brobygger.web.mail.MailSettings;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A server on a free port, over a folder with the invented entries of {@code entries.jsonl} and the
 * shipped sample. Its clock stands still at {@link #NOW}.
 */
public final class Site implements AutoCloseable {

  /** Noon in Brussels on the day after the sample was gathered. */
  public static final Instant NOW = Instant.parse("2026-11-25T11:00:00Z");

  /** One address of each kind of page. */
  public static final List<String> PAGES =
      List.of(
          "/",
          "/?q=havvind",
          "/?q=havvind&type=call&open=1",
          "/?q=gr%C3%B8n+skibsfart&without=green",
          "/?q=qqqqqq",
          "/clusters",
          "/cluster/vestklyngen",
          "/cluster/vestklyngen/partners",
          "/cluster/vestklyngen/calls",
          "/cluster/mar-y-viento",
          "/call/TEST-2027-WIND-01",
          "/call/Test/9/ACT/ES",
          "/organisation/havvaerftet",
          "/opportunity/TRDE20260101001",
          "/subscribe",
          "/cluster/nobody",
          "/?from=x");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Desk desk;
  private final Javalin server;

  private Site(Desk desk) {
    this.desk = desk;
    this.server = Web.server(desk, MailSettings.NONE, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** Starts one over an empty folder. */
  public static Site open(Path folder) throws IOException {
    Desk desk = Desk.open(folder, NOW);
    desk.store().record(new Reading("test", LocalDate.of(2026, 11, 25), entries()), NOW);
    desk.follow();
    Site site = new Site(desk);
    site.server.start("127.0.0.1", 0);
    return site;
  }

  private static List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (InputStream in = Objects.requireNonNull(Site.class.getResourceAsStream("entries.jsonl"))) {
      EntryLines.read(
          in,
          line -> {
            switch (line) {
              case EntryLines.Read read -> entries.add(read.entry());
              case EntryLines.Refused refused -> throw new AssertionError(refused.toString());
            }
          });
    }
    return entries;
  }

  /** The server itself. */
  public Javalin server() {
    return server;
  }

  /** The whole address of a path. */
  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  /** Gets a path, with headers as name, value, name, value. */
  public HttpResponse<String> get(String path, String... headers) {
    return ask("GET", path, headers);
  }

  /** Asks with any method and no body. */
  public HttpResponse<String> ask(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path)).method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(method + " " + path, e);
    }
  }

  /** Posts a form, written as an address's query is; redirections are not followed. */
  public HttpResponse<String> post(String path, String form) {
    try {
      return client.send(
          HttpRequest.newBuilder(address(path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Accept-Language", "en")
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("POST " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("POST " + path, e);
    }
  }

  /** The data folder, opened. */
  public Desk desk() {
    return desk;
  }

  /** A page, read. */
  public Document page(String path, String... headers) {
    return Jsoup.parse(get(path, headers).body());
  }

  /** An answer of the API, read. */
  public JsonNode json(String path) {
    return read(get(path).body());
  }

  /** Reads JSON. */
  public static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }

  @Override
  public void close() {
    server.stop();
    desk.close();
    client.close();
  }
}
