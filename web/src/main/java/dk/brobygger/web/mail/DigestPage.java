package dk.brobygger.web.mail;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.store.Statement;
import dk.brobygger.search.Desk;
import dk.brobygger.search.digest.Bulletin;
import dk.brobygger.search.digest.Digest;
import dk.brobygger.search.digest.News;
import dk.brobygger.search.standing.Answering;
import dk.brobygger.web.Parameters;
import dk.brobygger.web.Refusal;
import dk.brobygger.web.account.Subscriber;
import dk.brobygger.web.page.Press;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page with all calls that a subscriber was told of on a day, those included that the mail only
 * counted: as many, and in the same order, whatever has been wished or found out since. Safe for
 * many threads.
 */
public final class DigestPage {

  private static final String BELOW = "/told/";

  /** Links of a page need not say where it is. */
  private static final URI HERE = URI.create("");

  private final Desk desk;
  private final Post post;
  private final Press press;

  /** The page over a data folder. */
  public DigestPage(Desk desk, Post post, Press press) {
    this.desk = desk;
    this.post = post;
    this.press = press;
  }

  /** Where it stands below the page of a subscription. */
  static String below(LocalDate day) {
    return BELOW + day;
  }

  /** Adds the page to a server. */
  public void addTo(RoutesConfig routes) {
    String path = "/subscription/{token}" + BELOW + "{day}";
    routes.get(path, this::show);
    routes.head(path, this::show);
  }

  private void show(Context context) {
    String token = context.pathParam("token");
    Subscriber subscriber =
        post.subscribers().holder(token).orElseThrow(() -> Refusal.missing("subscription"));
    LocalDate day = Parameters.day("day", context.pathParam("day"));
    Digest digest = told(subscriber, day);
    if (digest.isEmpty()) {
      throw Refusal.missing("digest/" + day);
    }
    Reader reader =
        new Reader(Integer.MAX_VALUE, subscriber.wishes().cluster(), HERE, Optional.of(token));
    Map<String, Object> model = new HashMap<>();
    model.put("day", day);
    model.put("letter", post.letter(digest, press.wording(context).language(), reader));
    press.show(context, "mail/whole.jte", model);
  }

  private Digest told(Subscriber subscriber, LocalDate day) {
    List<Statement> statements = desk.store().statements(EntryType.CALL, day);
    List<Digest.Item> items =
        post.outbox().contents(subscriber.id(), day).stream()
            .flatMap(contents -> items(subscriber, contents, statements, day))
            .toList();
    return new Digest(subscriber.id(), day, items);
  }

  private Stream<Digest.Item> items(
      Subscriber subscriber, Contents contents, List<Statement> statements, LocalDate day) {
    Bulletin bulletin = contents.bulletin(statements, day);
    Known known = Known.of(desk, post.subscribers(), List.of(subscriber));
    Map<EntryId, Digest.Item> found =
        Digest.of(
                known.subscription(subscriber),
                bulletin,
                bulletin.sieve(desk.standing()),
                call -> false)
            .items()
            .stream()
            .collect(Collectors.toMap(item -> item.news().call().id(), Function.identity()));
    return contents.calls().stream()
        .flatMap(call ->
            Optional.ofNullable(found.get(call)).or(() -> unfound(call, bulletin)).stream());
  }

  /** What was told once and does not fit any more, since wishes, profile or texts are others. */
  private Optional<Digest.Item> unfound(EntryId call, Bulletin bulletin) {
    Optional<News> news = Optional.ofNullable(bulletin.news().get(call));
    return news.flatMap(one ->
        desk.store()
            .entry(call)
            .map(entry -> new Digest.Item(one, Answering.unexplained((Call) entry))));
  }
}
