package dk.brobygger.web.api;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.search.Desk;
import dk.brobygger.search.funding.WinnerJson;
import dk.brobygger.search.match.PartnerMatcher;
import dk.brobygger.search.match.Seeker;
import dk.brobygger.search.match.TipJson;
import dk.brobygger.search.preparation.PreparationJson;
import dk.brobygger.search.preparation.Preparer;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.score.MatchJson;
import dk.brobygger.web.Parameters;
import dk.brobygger.web.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What fits a cluster, as JSON; partners without the meetings there have been. */
final class MatchApi {

  private final Desk desk;
  private final Clock clock;

  MatchApi(Desk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  void addTo(RoutesConfig routes) {
    Api.answer(routes, "/matches/partners", this::partners);
    Api.answer(routes, "/matches/partners/why", this::whyPartner);
    Api.answer(routes, "/matches/partners/tips", this::tips);
    Api.answer(routes, "/matches/calls", this::calls);
    Api.answer(routes, "/matches/calls/why", this::whyCall);
    Api.answer(routes, "/matches/calls/preparation", this::prepare);
    Api.answer(routes, "/calls/winners", this::winners);
  }

  private PartnerMatcher discreet() {
    return desk.partners().discreet();
  }

  private void partners(Context context) {
    Api.json(context, MatchJson.of(discreet().match(seeker(context), top(context))));
  }

  private void whyPartner(Context context) {
    Seeker seeker = seeker(context);
    Entry asked = asked(context, EntryType.CLUSTER);
    Api.json(
        context, MatchJson.of(seeker.cluster().id(), discreet().why(seeker, asked, top(context))));
  }

  private void tips(Context context) {
    Seeker seeker = seeker(context);
    Api.json(context, TipJson.of(seeker.cluster().id(), discreet().tips(seeker)));
  }

  private void calls(Context context) {
    Cluster cluster = cluster(context);
    Api.json(context, MatchJson.of(desk.calls().match(cluster, clock.instant(), top(context))));
  }

  private void whyCall(Context context) {
    Cluster cluster = cluster(context);
    Entry asked = asked(context, EntryType.CALL);
    Api.json(
        context,
        MatchJson.of(
            cluster.id(), desk.calls().why(cluster, asked, clock.instant(), top(context))));
  }

  private void prepare(Context context) {
    Cluster cluster = cluster(context);
    Call call = call(context);
    Instant now = clock.instant();
    Seeker seeker = new Seeker(cluster, Deadline.day(now));
    Api.json(
        context,
        PreparationJson.of(
            new Preparer(discreet(), desk.vocabulary()).prepare(seeker, call),
            desk.calls().why(cluster, call, now, top(context))));
  }

  private void winners(Context context) {
    Query whom = new Parameters(context).chosen(Facet.COUNTRY).orElse(new Query.All());
    Call call = call(context);
    List<Call> topics = desk.calls().forerunners(call, clock.instant());
    Api.json(context, WinnerJson.of(call, desk.winners().of(topics, whom, top(context))));
  }

  private Call call(Context context) {
    Entry asked = asked(context, EntryType.CALL);
    if (!(asked instanceof Call call)) {
      throw new IllegalArgumentException("entry is " + asked.id() + ", must be a call");
    }
    return call;
  }

  private static int top(Context context) {
    return new Parameters(context).number("top", 20, 1, 200);
  }

  private Seeker seeker(Context context) {
    return new Seeker(cluster(context), new Parameters(context).preferences(desk), today());
  }

  private LocalDate today() {
    return Deadline.day(clock.instant());
  }

  private Cluster cluster(Context context) {
    Parameters parameters = new Parameters(context);
    String id =
        parameters
            .text("cluster")
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "cluster is missing, must be an id such as cluster/made"));
    return parameters.asIf(Parameters.cluster(desk, "cluster", id), today());
  }

  private Entry asked(Context context, EntryType wanted) {
    String written =
        new Parameters(context)
            .words("entry")
            .orElseThrow(
                () -> new IllegalArgumentException("entry is missing, must be an id or a name"));
    List<Entry> meant = desk.completer().meant(written, wanted);
    return switch (meant.size()) {
      case 0 -> throw Refusal.missing(written);
      case 1 -> meant.getFirst();
      default ->
          throw Refusal.choice(
              "entry", written, meant.stream().map(one -> one.id().toString()).toList());
    };
  }
}
