package dk.brobygger.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.json.EntryLines;
import dk.brobygger.corpus.store.Reading;
import dk.brobygger.search.Desk;
import dk.brobygger.web.mail.MailSettings;
import dk.brobygger.web.page.Press;
import dk.brobygger.web.staff.StaffDoor;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
          "/?q=havvidn&exact=1",
          "/?q=havvidn",
          "/?q=qqqqqq",
          "/clusters",
          "/staff/door",
          "/cluster/vestklyngen",
          "/cluster/vestklyngen/partners",
          "/cluster/vestklyngen/calls",
          "/cluster/vestklyngen/partners?as=gold&more=cluster/nordlicht&not=cluster/tweed&why=Basque",
          "/cluster/energy-cluster-denmark/tips",
          "/cluster/vestklyngen/calls?as=none&why=yesterday",
          "/cluster/vestklyngen/calls/TEST-2027-WIND-01",
          "/cluster/vestklyngen/calls/Test/9/ACT/ES",
          "/cluster/mar-y-viento",
          "/cluster/hafennetz",
          "/?q=Pr%C3%BCfstand",
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
  private final Path folder;
  private final StaffDoor door;
  private final Javalin server;

  private Site(Desk desk, Path folder, Clock clock) throws IOException {
    this.desk = desk;
    this.folder = folder;
    Press press = new Press(desk.vocabulary(), desk.tagger(), clock);
    this.door = StaffDoor.of(folder, press, clock);
    this.server = Web.server(folder, desk, door, press, MailSettings.NONE, clock);
  }

  /** Starts one over an empty folder. */
  public static Site open(Path folder) throws IOException {
    return open(folder, NOW);
  }

  /** Starts one whose clock stands at another moment. */
  public static Site open(Path folder, Instant now) throws IOException {
    Desk desk = Desk.open(folder, NOW);
    desk.store().record(new Reading("test", LocalDate.of(2026, 11, 25), entries()), NOW);
    desk.follow();
    Site site = new Site(desk, folder, Clock.fixed(now, ZoneOffset.UTC));
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

  /** What staff type to be let in. */
  public String key() {
    return door.key();
  }

  /** Puts a file of the tests into the folder of a delegation. */
  public Path delegation(String key, String file) throws IOException {
    Path dossier = folder.resolve("delegations").resolve(key);
    Files.createDirectories(dossier);
    try (InputStream shipped = Objects.requireNonNull(Site.class.getResourceAsStream(file))) {
      Files.copy(shipped, dossier.resolve("in.json"), StandardCopyOption.REPLACE_EXISTING);
    }
    return dossier;
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
    return send(method, path, HttpRequest.BodyPublishers.noBody(), headers);
  }

  /** Sends a form as browsers do. */
  public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
    String body =
        form.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    String[] typed =
        Stream.concat(
                Stream.of(headers), Stream.of("Content-Type", "application/x-www-form-urlencoded"))
            .toArray(String[]::new);
    return send("POST", path, HttpRequest.BodyPublishers.ofString(body), typed);
  }

  /** Sends a form with a file as browsers do (RFC 7578). */
  public HttpResponse<String> upload(
      String path, Map<String, String> form, String content, String... headers) {
    StringBuilder body = new StringBuilder();
    form.forEach((name, value) ->
        body.append("--edge\r\nContent-Disposition: form-data; name=\"")
            .append(name)
            .append("\"\r\n\r\n")
            .append(value)
            .append("\r\n"));
    body.append("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"in.json\"")
        .append("\r\nContent-Type: application/json\r\n\r\n")
        .append(content)
        .append("\r\n--edge--\r\n");
    String[] typed =
        Stream.concat(
                Stream.of(headers), Stream.of("Content-Type", "multipart/form-data; boundary=edge"))
            .toArray(String[]::new);
    return send("POST", path, HttpRequest.BodyPublishers.ofString(body.toString()), typed);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(
      String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).method(method, body);
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
