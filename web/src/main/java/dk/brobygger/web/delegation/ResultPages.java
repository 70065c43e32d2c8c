package dk.brobygger.web.delegation;

import dk.brobygger.search.Desk;
import dk.brobygger.search.delegation.Encounter;
import dk.brobygger.search.delegation.Encounters;
import dk.brobygger.search.delegation.Outcome;
import dk.brobygger.search.delegation.Outcome.Result;
import dk.brobygger.web.Refusal;
import dk.brobygger.web.page.Press;
import dk.brobygger.web.page.Wording;
import dk.brobygger.web.paper.Knowledge;
import dk.brobygger.web.staff.StaffDoor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages on which staff tell what came of the meetings, and see it counted. */
final class ResultPages {

  private static final int LONGEST_NOTE = 500;
  private static final int LONGEST_NAME = 100;

  private static final Logger LOG = LoggerFactory.getLogger(ResultPages.class);

  private final Desk desk;
  private final Dossiers dossiers;
  private final StaffDoor door;
  private final Press press;
  private final Clock clock;

  ResultPages(Desk desk, Dossiers dossiers, StaffDoor door, Press press, Clock clock) {
    this.desk = desk;
    this.dossiers = dossiers;
    this.door = door;
    this.press = press;
    this.clock = clock;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/delegations/results", this::results);
    routes.get("/delegations/results.csv", this::export);
    routes.get("/delegations/{key}/outcomes", this::show);
    routes.post("/delegations/{key}/outcomes", this::tell);
  }

  private void show(Context context) throws IOException {
    Dossier dossier = dossiers.of(context.pathParam("key"));
    Map<String, Object> model = new HashMap<>();
    model.put("key", dossier.key());
    model.put("title", dossier.delegation().title());
    model.put("form", door.form(context));
    model.put("meetings", PastMeeting.of(dossier, clock.instant()));
    press.show(context, "delegation/outcomes.jte", model);
  }

  /** Only of meetings that are over; what was told before and is told again is left as it is. */
  private void tell(Context context) throws IOException {
    Dossier dossier = dossiers.of(context.pathParam("key"));
    String by = Optional.ofNullable(context.formParam("by")).orElse("").strip();
    if (by.length() > LONGEST_NAME) {
      throw Refusal.tooLong("by", by.length(), LONGEST_NAME);
    }
    List<Outcome> more = new ArrayList<>();
    for (PastMeeting one : PastMeeting.of(dossier, clock.instant())) {
      String note = Optional.ofNullable(context.formParam(one.field("note"))).orElse("").strip();
      if (note.length() > LONGEST_NOTE) {
        throw Refusal.tooLong("note", note.length(), LONGEST_NOTE);
      }
      Optional.ofNullable(context.formParam(one.field("result")))
          .or(() -> Optional.of("").filter(nothing -> !note.isEmpty()))
          .map(ResultPages::result)
          .map(result ->
              new Outcome(
                  one.meeting().delegate().id(),
                  one.meeting().host().id(),
                  result,
                  note,
                  by,
                  clock.instant()))
          .filter(told -> one.outcome().filter(before -> same(before, told)).isEmpty())
          .ifPresent(more::add);
    }
    if (by.isEmpty() && !more.isEmpty()) {
      throw Refusal.unsigned();
    }
    dossier.tell(more);
    remember();
    context.redirect(context.path(), HttpStatus.SEE_OTHER);
  }

  /** Has the ranking count what came of all meetings so far, as it is documented. */
  synchronized void remember() throws IOException {
    Knowledge knowledge = Knowledge.of(desk, clock.instant());
    List<Encounter> met = new ArrayList<>();
    for (Dossier dossier : dossiers.all()) {
      try {
        for (PastMeeting one : PastMeeting.of(dossier, clock.instant())) {
          one.encounter(knowledge).ifPresent(met::add);
        }
      } catch (IllegalArgumentException e) {
        // Its own page says so too; what came of the others counts.
        LOG.warn("what came of {} does not count: {}", dossier.key(), e.getMessage());
      }
    }
    desk.remember(new Encounters(met));
  }

  private static boolean same(Outcome before, Outcome told) {
    return before.result() == told.result() && before.note().equals(told.note());
  }

  private static Result result(String word) {
    return Refusal.chosen("result", word, List.of(Result.values()), Result::word);
  }

  private List<PastMeeting> all() throws IOException {
    List<PastMeeting> all = new ArrayList<>();
    for (Dossier dossier : dossiers.all()) {
      all.addAll(PastMeeting.of(dossier, clock.instant()));
    }
    return all;
  }

  private void results(Context context) throws IOException {
    List<PastMeeting> all = all();
    press.show(
        context,
        "delegation/results.jte",
        Map.of(
            "delegations", tallies(all, PastMeeting::title),
            "clusters", tallies(all, one -> one.meeting().delegate().name())));
  }

  private static List<Tally> tallies(List<PastMeeting> all, Function<PastMeeting, String> whose) {
    return all.stream()
        .collect(Collectors.groupingBy(whose, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(each -> Tally.of(each.getKey(), each.getValue()))
        .toList();
  }

  /** One row a meeting (RFC 4180), for staff to count as they wish. */
  private void export(Context context) throws IOException {
    Wording wording = press.wording(context);
    StringBuilder csv = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
      printer.printRecord(
          Stream.of(
                  "result.delegation",
                  "paper.time",
                  "paper.delegate",
                  "paper.host",
                  "result.result",
                  "result.note",
                  "result.by",
                  "result.told")
              .map(wording::say)
              .toList());
      for (PastMeeting one : all()) {
        printer.printRecord(
            harmless(one.title()),
            one.meeting().slot().start(),
            harmless(one.meeting().delegate().name()),
            harmless(one.meeting().host().name()),
            wording.say("result." + one.word()),
            harmless(one.outcome().map(Outcome::note).orElse("")),
            harmless(one.outcome().map(Outcome::by).orElse("")),
            one.outcome().map(outcome -> one.told().toString()).orElse(""));
      }
    }
    context.header("Content-Disposition", "attachment; filename=\"results.csv\"");
    context.contentType("text/csv;charset=utf-8").result(csv.toString());
  }

  /**
   * A spreadsheet takes what begins so for a formula, and would do what it says (<a
   * href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>).
   */
  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
