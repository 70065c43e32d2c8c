package dk.brobygger.web.account;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.search.Desk;
import dk.brobygger.search.digest.Bulletin;
import dk.brobygger.search.digest.Digest;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Filters;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.standing.StandingSearch;
import dk.brobygger.search.standing.Subscription;
import dk.brobygger.web.Parameters;
import dk.brobygger.web.Refusal;
import dk.brobygger.web.page.Pages;
import dk.brobygger.web.page.Press;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The pages by which people subscribe, change their mind and leave. Looking at a page changes
 * nothing; every change is a POST to an address that only who got our mail knows, so that no other
 * site can make a browser change anything.
 */
public final class AccountPages {

  /** How far back a preview of a search looks. */
  private static final int PREVIEW_DAYS = 30;

  private final Desk desk;
  private final Subscribers subscribers;
  private final BiConsumer<Subscriber, Instant> asking;
  private final Consumer<String> erasing;
  private final Pages pages;
  private final Press press;
  private final Clock clock;

  /**
   * Pages over a data folder.
   *
   * @param desk the folder
   * @param asking sends somebody the mail that asks for confirmation
   * @param erasing erases the mails to a subscriber, by id, that became files
   * @param pages knows the Danish clusters
   * @param press lays pages out
   * @param clock tells the moment
   */
  public AccountPages(
      Desk desk,
      BiConsumer<Subscriber, Instant> asking,
      Consumer<String> erasing,
      Pages pages,
      Press press,
      Clock clock) {
    this.desk = desk;
    this.subscribers = new Subscribers(desk.store().database());
    this.asking = asking;
    this.erasing = erasing;
    this.pages = pages;
    this.press = press;
    this.clock = clock;
  }

  /** Adds the pages to a server. */
  public void addTo(RoutesConfig routes) {
    String one = "/subscription/{token}";
    look(routes, "/subscribe", this::subscribe);
    routes.post("/subscribe", this::ask);
    look(routes, one, this::subscription);
    routes.post(one, this::change);
    act(routes, one + "/confirm", this::confirm);
    look(routes, one + "/unsubscribe", context -> sure(context, "unsubscribe"));
    routes.post(one + "/unsubscribe", this::unsubscribe);
    look(routes, one + "/erase", context -> sure(context, "erase"));
    routes.post(one + "/erase", this::erase);
    look(routes, one + "/unwanted", this::sureUnwanted);
    routes.post(one + "/unwanted", this::unwanted);
    act(routes, one + "/searches", this::save);
    act(routes, one + "/searches/forget", this::forget);
    look(routes, one + "/export", this::export);
  }

  private static void look(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  /** Who only looks at the address of an act is led to the page it is done from. */
  private static void act(RoutesConfig routes, String path, Handler handler) {
    routes.post(path, handler);
    look(routes, path, AccountPages::back);
  }

  private void subscribe(Context context) {
    Map<String, Object> model = new HashMap<>();
    model.put("clusters", pages.danishClusters());
    model.put("chosen", new Parameters(context).text("cluster").orElse(""));
    model.put("wishes", Wishes.USUAL);
    press.show(context, "account/subscribe.jte", model);
  }

  /** The same answer whoever asks, so that nobody learns who has subscribed. */
  private void ask(Context context) {
    Form form = new Form(context);
    Instant now = clock.instant();
    String address = form.text("address").orElse("");
    Wishes wishes = form.wishes();
    wishes.cluster().ifPresent(this::known);
    subscribers.ask(address, wishes, now).ifPresent(asked -> asking.accept(asked, now));
    done(context, "asked");
  }

  private void known(EntryId cluster) {
    if (desk.cluster(cluster.toString()).isEmpty()) {
      throw Refusal.missing(cluster);
    }
  }

  private Subscriber subscriber(Context context) {
    return subscribers
        .holder(context.pathParam("token"))
        .orElseThrow(() -> Refusal.missing("subscription"));
  }

  private void subscription(Context context) {
    Subscriber subscriber = subscriber(context);
    Map<String, Object> model = model(context, subscriber);
    model.put("clusters", pages.danishClusters());
    Optional<String> words = new Parameters(context).text("words");
    words.ifPresent(this::refuseNothing);
    model.put("words", words.orElse(""));
    model.put("preview", words.map(this::preview).orElse(List.of()));
    model.put("open", words.map(this::open).orElse(0L));
    press.show(context, "account/subscription.jte", model);
  }

  private Map<String, Object> model(Context context, Subscriber subscriber) {
    Map<String, Object> model = new HashMap<>();
    model.put("subscriber", subscriber);
    model.put("base", "/subscription/" + context.pathParam("token"));
    return model;
  }

  /** The calls that a search would have brought in the last days. */
  private List<Call> preview(String words) {
    LocalDate today = today();
    Bulletin bulletin =
        Bulletin.of(
            desk.store().statements(EntryType.CALL, today), today.minusDays(PREVIEW_DAYS), today);
    Subscription one =
        new Subscription(
            "preview", Optional.empty(), List.of(new StandingSearch("preview", words)));
    return Digest.of(one, bulletin, bulletin.sieve(desk.standing()), call -> true).items().stream()
        .map(item -> item.answering().call())
        .toList();
  }

  /** How many calls a saved search finds that can be applied for now: none if misspelt. */
  private long open(String words) {
    Instant now = clock.instant();
    return pages.count(
        new Query.Every(
            List.of(
                new Query.Has(Facet.TYPE, EntryType.CALL.word()),
                new Query.Applicable(now, false),
                desk.standing().read(words, now).query())));
  }

  private LocalDate today() {
    return Wishes.day(clock.instant());
  }

  private void change(Context context) {
    Subscriber subscriber = subscriber(context);
    Wishes wishes = new Form(context).wishes();
    wishes.cluster().ifPresent(this::known);
    subscribers.change(subscriber.id(), wishes);
    back(context);
  }

  private void confirm(Context context) {
    subscribers.confirm(subscriber(context).id(), today());
    back(context);
  }

  private void save(Context context) {
    Subscriber subscriber = subscriber(context);
    Form form = new Form(context);
    String words = form.text("words").orElse("");
    refuseNothing(words);
    subscribers.save(subscriber.id(), new StandingSearch(form.text("name").orElse(words), words));
    back(context);
  }

  private void refuseNothing(String words) {
    Filters.checkNames(words);
    if (!desk.standing().read(words, clock.instant()).checked().asks()) {
      throw Refusal.words(words);
    }
  }

  private void forget(Context context) {
    subscribers.forget(subscriber(context).id(), new Form(context).text("name").orElse(""));
    back(context);
  }

  /** Looked at again after a change, so that loading the page anew changes nothing. */
  private static void back(Context context) {
    context.redirect(
        "/subscription/" + context.pathParam("token"), io.javalin.http.HttpStatus.SEE_OTHER);
  }

  private void sure(Context context, String act) {
    sure(context, act, Optional.empty());
  }

  private void sure(Context context, String act, Optional<Entry> call) {
    Map<String, Object> model = model(context, subscriber(context));
    model.put("act", act);
    model.put("call", call);
    press.show(context, "account/sure.jte", model);
  }

  private void sureUnwanted(Context context) {
    sure(context, "unwanted", Optional.of(call(new Parameters(context).text("call"))));
  }

  /** Also what mail programs do for their user with one click (RFC 8058, section 3.2). */
  private void unsubscribe(Context context) {
    subscribers.leave(subscriber(context).id());
    done(context, "unsubscribed");
  }

  private void erase(Context context) {
    String id = subscriber(context).id();
    subscribers.erase(id, today());
    erasing.accept(id);
    done(context, "erased");
  }

  private void unwanted(Context context) {
    Subscriber subscriber = subscriber(context);
    subscribers.unwanted(subscriber.id(), call(new Form(context).text("call")).id());
    done(context, "unwanted");
  }

  private Entry call(Optional<String> id) {
    return id.filter(written -> written.startsWith(EntryType.CALL.word() + "/"))
        .map(EntryId::of)
        .flatMap(desk.store()::entry)
        .orElseThrow(() -> Refusal.missing(id.orElse("call")));
  }

  private void done(Context context, String what) {
    Map<String, Object> model = new HashMap<>();
    model.put("what", what);
    press.show(context, "account/done.jte", model);
  }

  private void export(Context context) {
    Subscriber subscriber = subscriber(context);
    context
        .contentType("application/json;charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"brobygger.json\"")
        .result(
            Export.of(
                    subscriber,
                    subscribers.told(subscriber.id()),
                    subscribers.unwanted(subscriber.id()),
                    subscribers.mails(subscriber.id()))
                .toPrettyString());
  }
}
