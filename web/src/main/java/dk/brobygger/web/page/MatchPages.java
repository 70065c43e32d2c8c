package dk.brobygger.web.page;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.search.Desk;
import dk.brobygger.search.LabelSwitch;
import dk.brobygger.search.match.PartnerMatcher;
import dk.brobygger.search.match.Preferences;
import dk.brobygger.search.match.Seeker;
import dk.brobygger.search.match.Tip;
import dk.brobygger.search.preparation.Preparer;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Matches;
import dk.brobygger.search.score.Placing;
import dk.brobygger.web.Parameters;
import dk.brobygger.web.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The partners and the calls that fit a cluster, how it gets ready for one of these, why one of
 * them is not among the first, and what changes with another label or with what the reader says of
 * a partner. All of this stands in the address and nothing is kept: who reads these pages has no
 * account, and an address can be bookmarked, passed on and gone back from.
 */
final class MatchPages {

  /** As many as a page shows. */
  static final int SHOWN = 20;

  private final Desk desk;
  private final Predicate<Context> staff;
  private final Press press;
  private final Clock clock;

  MatchPages(Desk desk, Predicate<Context> staff, Press press, Clock clock) {
    this.desk = desk;
    this.staff = staff;
    this.press = press;
    this.clock = clock;
  }

  void addTo(RoutesConfig routes) {
    Pages.answer(routes, "/cluster/{key}/partners", this::partners);
    Pages.answer(routes, "/cluster/{key}/calls", this::calls);
    Pages.answer(routes, "/cluster/{key}/calls/<call>", this::prepare);
    Pages.answer(routes, "/cluster/{key}/tips", this::tips);
  }

  private void partners(Context context) {
    Parameters parameters = new Parameters(context);
    Preferences preferences = parameters.preferences(desk);
    Seeker seeker = new Seeker(cluster(context), preferences, today());
    PartnerMatcher matcher = matcher(context);
    show(
        context,
        seeker.cluster(),
        one -> matcher.match(new Seeker(one, preferences, today()), SHOWN),
        preferences,
        asked(parameters, EntryType.CLUSTER, one -> matcher.why(seeker, one, SHOWN)));
  }

  /** Staff see what came of earlier meetings; nobody else does, on the way neither. */
  private PartnerMatcher matcher(Context context) {
    if (!staff.test(context)) {
      return desk.partners().discreet();
    }
    context.header("Cache-Control", "no-store");
    return desk.partners();
  }

  private void calls(Context context) {
    Parameters parameters = new Parameters(context);
    Cluster cluster = cluster(context);
    Instant now = clock.instant();
    show(
        context,
        cluster,
        one -> desk.calls().match(one, now, SHOWN),
        Preferences.NONE,
        asked(parameters, EntryType.CALL, one -> desk.calls().why(cluster, one, now, SHOWN)));
  }

  /** What a cluster wants to know before it applies; nobody's meetings are in it. */
  private void prepare(Context context) {
    Cluster cluster = cluster(context);
    EntryId id = Pages.id("call/" + context.pathParam("call"));
    Entry entry = desk.store().entry(id).orElseThrow(() -> Refusal.missing(id));
    if (!(entry instanceof Call call)) {
      throw Refusal.missing(id);
    }
    Preparer preparer = new Preparer(desk.partners().discreet(), desk.vocabulary());
    Map<String, Object> model = new HashMap<>();
    model.put("preparation", preparer.prepare(new Seeker(cluster, today()), call));
    model.put("placing", desk.calls().why(cluster, call, clock.instant(), SHOWN));
    press.show(context, "prepare.jte", model);
  }

  /** Tips rank again and again, so they have a page of their own; nobody's meetings are in them. */
  private void tips(Context context) {
    Cluster cluster = cluster(context);
    List<Tip> tips = desk.partners().discreet().tips(new Seeker(cluster, today()));
    Map<EntryId, String> names = new HashMap<>();
    Set<EntryId> quoted =
        tips.stream()
            .flatMap(tip -> tip.others().stream())
            .map(Evidence::entry)
            .collect(Collectors.toSet());
    desk.clusters(quoted).forEach((id, other) -> names.put(id, other.name()));
    Map<String, Object> model = new HashMap<>();
    model.put("cluster", cluster);
    model.put("tips", tips);
    model.put("names", names);
    press.show(context, "tips.jte", model);
  }

  private LocalDate today() {
    return Deadline.day(clock.instant());
  }

  private Optional<Asked> asked(
      Parameters parameters, EntryType wanted, Function<Entry, Placing> why) {
    return parameters
        .words("why")
        .map(written -> {
          List<Entry> meant = desk.completer().meant(written, wanted);
          return new Asked(
              written,
              meant,
              meant.size() == 1 ? Optional.of(why.apply(meant.getFirst())) : Optional.empty());
        });
  }

  private void show(
      Context context,
      Cluster cluster,
      Function<Cluster, Matches> matcher,
      Preferences preferences,
      Optional<Asked> asked) {
    Matches matches = matcher.apply(cluster);
    Optional<LabelSwitch> label = new Parameters(context).label();
    Map<String, Object> model = new HashMap<>();
    model.put("cluster", cluster);
    model.put("wanted", context.path().substring(context.path().lastIndexOf('/') + 1));
    model.put("matches", matches);
    model.put("preferences", preferences);
    model.put("shownAs", label);
    model.put("change", label.map(as -> matches.since(matcher.apply(own(context)))));
    model.put("asked", asked);
    press.show(context, "matches.jte", model);
  }

  /** The cluster of the address, as if it had the label that is asked for. */
  private Cluster cluster(Context context) {
    return new Parameters(context).asIf(own(context), today());
  }

  private Cluster own(Context context) {
    EntryId id = Pages.id("cluster/" + context.pathParam("key"));
    return desk.cluster(id.toString()).orElseThrow(() -> Refusal.missing(id));
  }
}
