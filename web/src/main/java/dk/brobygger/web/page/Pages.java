package dk.brobygger.web.page;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.search.Desk;
import dk.brobygger.search.engine.Answer;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.language.Mention;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.query.Reading;
import dk.brobygger.web.Parameters;
import dk.brobygger.web.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.text.Collator;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All pages and their addresses. The path of an entry's page is the entry's id. */
public final class Pages {

  /** Calls like another one that its page shows, of those that are open and of those that were. */
  private static final int ALIKE = 3;

  /** Danish winners of calls like another one that its page shows, and as many from abroad. */
  private static final int WINNERS = 5;

  private static final Query DANISH = new Query.Has(Facet.COUNTRY, "DK");

  /** The facets that a search can be narrowed by on its page. */
  public static final List<Facet> FACETS =
      List.of(Facet.TYPE, Facet.COUNTRY, Facet.ECOSYSTEM, Facet.PROGRAMME, Facet.LABEL);

  /**
   * By what is asked for something; what else an address has, a newsletter's mark, asks for
   * nothing.
   */
  private static final Set<String> ASKING =
      Stream.concat(
              Stream.of("q", "without", "exact", "open", "from"),
              Stream.of(Facet.values()).map(Facet::word))
          .collect(Collectors.toUnmodifiableSet());

  private static final int HITS = 20;

  /** Values of a facet that are offered to narrow the search by. */
  private static final int VALUES = 10;

  /** As many as can be taken in beside a text. */
  private static final int COMPETENCES = 24;

  private final Desk desk;
  private final MatchPages matches;
  private final Clock clock;
  private final CompetenceTagger tagger;
  private final Press press;

  /**
   * Pages over a data folder.
   *
   * @param desk the folder
   * @param staff whether somebody of the staff asks
   * @param press lays pages out
   * @param clock tells the moment
   */
  public Pages(Desk desk, Predicate<Context> staff, Press press, Clock clock) {
    this.desk = desk;
    this.matches = new MatchPages(desk, staff, press, clock);
    this.press = press;
    this.clock = clock;
    this.tagger = desk.tagger();
  }

  /** Adds the pages to a server. */
  public void addTo(RoutesConfig routes) {
    answer(routes, "/", this::start);
    answer(routes, "/clusters", this::clusters);
    answer(routes, "/cluster/{key}", context -> entry(context, "cluster"));
    matches.addTo(routes);
    answer(routes, "/call/<key>", context -> entry(context, "call"));
    answer(routes, "/organisation/{key}", context -> entry(context, "organisation"));
    answer(routes, "/opportunity/{key}", context -> entry(context, "opportunity"));
  }

  /** HEAD is answered as GET is, and the server leaves the body out (RFC 9110, section 9.3.2). */
  static void answer(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  /** The front page where nothing is asked for; else what is found. */
  private void start(Context context) {
    if (context.queryParamMap().keySet().stream().anyMatch(ASKING::contains)) {
      search(context);
    } else {
      home(context);
    }
  }

  private void home(Context context) {
    Map<String, Object> model = new HashMap<>();
    List<Cluster> danish = danishClusters();
    model.put("clusters", danish);
    model.put("foreign", count(new Query.Has(Facet.TYPE, "cluster")) - danish.size());
    model.put("open", count(new Query.Applicable(clock.instant(), true)));
    show(context, "home.jte", model);
  }

  private void search(Context context) {
    Parameters parameters = new Parameters(context);
    int from = parameters.number("from", 0, 0, 5_000);
    Reading reading = parameters.reading(desk, clock.instant());
    Answer answer =
        desk.engine()
            .ask(new Question(reading.query(), from, HITS, EnumSet.copyOf(FACETS), VALUES, true));
    Map<String, Object> model = new HashMap<>();
    model.put("reading", reading);
    model.put("answer", answer);
    model.put("from", from);
    show(context, "search.jte", model);
  }

  private void clusters(Context context) {
    Map<String, Object> model = new HashMap<>();
    model.put("clusters", danishClusters());
    show(context, "clusters.jte", model);
  }

  /** How many entries answer a question. */
  public long count(Query query) {
    return desk.engine().ask(Question.count(query, Set.of())).total();
  }

  /** Those who look for partners and money, by name. */
  public List<Cluster> danishClusters() {
    Query danish = new Query.Every(List.of(new Query.Has(Facet.TYPE, "cluster"), DANISH));
    Question question = Question.only(danish, Question.MOST);
    Collator byName = Collator.getInstance(Locale.of("da", "DK"));
    return desk.engine().ask(question).hits().stream()
        .map(Hit::entry)
        .filter(Cluster.class::isInstance)
        .map(Cluster.class::cast)
        .sorted(Comparator.comparing(Cluster::name, byName))
        .toList();
  }

  private void entry(Context context, String type) {
    EntryId id = id(type + "/" + context.pathParam("key"));
    Entry entry = desk.store().entry(id).orElseThrow(() -> Refusal.missing(id));
    Map<String, Object> model = new HashMap<>();
    model.put("entry", entry);
    model.put("competences", competences(entry));
    if (entry instanceof Call call) {
      model.put("open", desk.calls().like(call, clock.instant(), true, ALIKE));
      model.put("closed", desk.calls().like(call, clock.instant(), false, ALIKE));
      List<Call> topics = desk.calls().forerunners(call, clock.instant());
      model.put("danish", desk.winners().of(topics, DANISH, WINNERS));
      model.put("foreign", desk.winners().of(topics, new Query.Not(DANISH), WINNERS));
      show(context, "call.jte", model);
    } else {
      show(context, "profile.jte", model);
    }
  }

  /** An address that can be no entry's is simply not there. */
  static EntryId id(String written) {
    try {
      return EntryId.of(written);
    } catch (IllegalArgumentException e) {
      throw Refusal.missing(written);
    }
  }

  /** What the texts of an entry speak of, each once, in the order it is spoken of. */
  private List<Competence> competences(Entry entry) {
    return tagger.mentions(entry).stream()
        .map(Mention::competence)
        .distinct()
        .flatMap(id -> desk.vocabulary().competence(id).stream())
        .limit(COMPETENCES)
        .toList();
  }

  private void show(Context context, String template, Map<String, Object> model) {
    press.show(context, template, model);
  }
}
