package dk.brobygger.web.delegation;

import dk.brobygger.search.Desk;
import dk.brobygger.search.delegation.Change;
import dk.brobygger.search.delegation.Check;
import dk.brobygger.search.delegation.Delegation;
import dk.brobygger.search.delegation.Fault;
import dk.brobygger.search.delegation.Plan;
import dk.brobygger.search.delegation.Plan.Meeting;
import dk.brobygger.search.delegation.Planner;
import dk.brobygger.web.Refusal;
import dk.brobygger.web.page.Press;
import dk.brobygger.web.paper.Knowledge;
import dk.brobygger.web.paper.Papers;
import dk.brobygger.web.staff.StaffDoor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages on which staff build and change a plan. */
public final class StaffPages {

  /** The names {@link Papers} gives its files. */
  private static final Pattern PAPER =
      Pattern.compile("(briefing|schedule)[\\p{L}\\p{N}._-]*\\.(html|pdf|ics|xlsx)");

  /** As the command has it. */
  private static final Duration PLANNING = Duration.ofSeconds(4);

  private final Desk desk;
  private final Dossiers dossiers;
  private final StaffDoor door;
  private final Press press;
  private final Clock clock;
  private final Planner planner = new Planner(System::nanoTime, PLANNING);

  StaffPages(Desk desk, Dossiers dossiers, StaffDoor door, Press press, Clock clock) {
    this.desk = desk;
    this.dossiers = dossiers;
    this.door = door;
    this.press = press;
    this.clock = clock;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/delegations", this::list);
    routes.get("/delegations/{key}", this::show);
    routes.post("/delegations/{key}", this::act);
    routes.get("/delegations/{key}/links", this::links);
    routes.post("/delegations/{key}/links", this::withdraw);
    routes.get("/delegations/{key}/papers/{file}", this::paper);
  }

  private void list(Context context) throws IOException {
    List<Listed> all = new ArrayList<>();
    for (Dossier dossier : dossiers.all()) {
      all.add(new Listed(dossier.key(), dossier.delegation(), dossier.told().isPresent()));
    }
    press.show(context, "delegation/list.jte", Map.of("all", all));
  }

  /**
   * A delegation in the list.
   *
   * @param key its key
   * @param delegation who and when
   * @param told whether its papers have been written
   */
  public record Listed(String key, Delegation delegation, boolean told) {}

  private Dossier dossier(Context context) {
    return dossiers.of(context.pathParam("key"));
  }

  private void show(Context context) throws IOException {
    Dossier dossier = dossier(context);
    Delegation delegation = dossier.delegation();
    Optional<Plan> plan = dossier.plan();
    List<Meeting> told = dossier.told().map(Plan::meetings).orElse(List.of());
    Map<String, Object> model = new HashMap<>();
    model.put("key", dossier.key());
    model.put("form", door.form(context));
    model.put("version", dossier.version());
    model.put("delegation", delegation);
    model.put("names", new Names(delegation, press.wording(context)));
    model.put("proposed", dossier.proposed(press.wording(context)));
    model.put("plan", plan);
    model.put("timetable", plan.map(one -> Timetable.of(delegation, one, picked(context))));
    model.put("faults", plan.map(one -> new Check(delegation).faults(one)).orElse(List.of()));
    model.put("changes", plan.map(one -> Change.between(told, one.meetings())).orElse(List.of()));
    model.put("told", dossier.told().isPresent());
    model.put("canUndo", dossier.canUndo());
    model.put("papers", papers(dossier));
    press.show(context, "delegation/plan.jte", model);
  }

  private static Optional<Timetable.Pick> picked(Context context) {
    String delegate = context.queryParam("delegate");
    String host = context.queryParam("host");
    return delegate == null || host == null
        ? Optional.empty()
        : Optional.of(new Timetable.Pick(delegate, host));
  }

  private static List<String> papers(Dossier dossier) throws IOException {
    if (!Files.isDirectory(dossier.papers())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(dossier.papers())) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> PAPER.matcher(name).matches() && !name.endsWith(".html"))
          .sorted()
          .toList();
    }
  }

  private void paper(Context context) throws IOException {
    String name = context.pathParam("file");
    Path file = dossier(context).papers().resolve(name);
    if (!PAPER.matcher(name).matches() || !Files.isRegularFile(file)) {
      throw Refusal.missing(context.path());
    }
    String type = URLConnection.guessContentTypeFromName(name);
    context.contentType(
        name.endsWith(".ics") ? "text/calendar" : type == null ? "application/octet-stream" : type);
    context.result(Files.readAllBytes(file));
  }

  private void act(Context context) throws IOException {
    Dossier dossier = dossier(context);
    String version = asked(context, "version");
    switch (asked(context, "act")) {
      case "plan" -> dossier.change(version, this::planned);
      case "mend" -> dossier.change(version, this::mended);
      case "move" -> {
        Optional<String> slot = Optional.of(asked(context, "slot")).filter(id -> !id.isEmpty());
        move(dossier, version, pair(context), slot);
      }
      case "lock" -> confirm(dossier, version, pair(context), Optional.of(asked(context, "slot")));
      case "release" -> confirm(dossier, version, pair(context), Optional.empty());
      case "cancel" -> cancel(context, dossier, version);
      case "undo" -> dossier.undo(version);
      case "discard" -> dossier.change(version, (wishes, plan) -> dossier.told());
      case "tell" -> tell(context, dossier, version);
      default ->
          throw Refusal.choice(
              "act",
              asked(context, "act"),
              List.of(
                  "plan", "mend", "move", "lock", "release", "cancel", "undo", "discard", "tell"));
    }
    context.redirect("/delegations/" + dossier.key() + "#plan", HttpStatus.SEE_OTHER);
  }

  private static String asked(Context context, String name) {
    return Optional.ofNullable(context.formParam(name)).orElse("").strip();
  }

  private static Timetable.Pick pair(Context context) {
    return new Timetable.Pick(asked(context, "delegate"), asked(context, "host"));
  }

  private Optional<Plan> planned(WishFile wishes, Optional<Plan> plan) {
    Delegation delegation = wishes.delegation();
    return plan.map(one -> planner.again(delegation, one.meetings()))
        .or(() -> Optional.of(planner.plan(delegation)));
  }

  private Optional<Plan> mended(WishFile wishes, Optional<Plan> plan) {
    return plan.map(one -> planner.repair(wishes.delegation(), one.meetings()))
        .or(() -> planned(wishes, plan));
  }

  private void move(Dossier dossier, String version, Timetable.Pick pair, Optional<String> slot)
      throws IOException {
    dossier.change(
        version,
        (wishes, plan) -> {
          Delegation delegation = wishes.delegation();
          return plan.map(one -> planner.move(delegation, one, pair.delegate(), pair.host(), slot));
        });
  }

  private void confirm(Dossier dossier, String version, Timetable.Pick pair, Optional<String> slot)
      throws IOException {
    dossier.change(
        version,
        (wishes, plan) -> {
          wishes.confirm(pair.delegate(), pair.host(), slot);
          return plan.map(
              one -> planner.judge(wishes.delegation(), one.meetings(), one.conflict()));
        });
  }

  private void cancel(Context context, Dossier dossier, String version) throws IOException {
    Optional<String> from = Optional.of(asked(context, "slot")).filter(id -> !id.isEmpty());
    dossier.change(
        version,
        (wishes, plan) -> {
          wishes.callOff(asked(context, "host"), from);
          return plan.isPresent() ? mended(wishes, plan) : plan;
        });
  }

  /** Writes the papers of a plan that breaks nothing; from then on it is what they all know. */
  private void tell(Context context, Dossier dossier, String version) throws IOException {
    Papers papers = new Papers(press.wording(context), Knowledge.of(desk, clock.instant()));
    dossier.change(
        version,
        (wishes, plan) -> {
          Delegation delegation = wishes.delegation();
          Plan told = plan.orElseThrow(() -> Refusal.missing(context.path()));
          List<Fault> faults = new Check(delegation).faults(told);
          if (!faults.isEmpty()) {
            throw Refusal.faulty(faults.size());
          }
          papers.write(dossier.papers(), delegation, told);
          return plan;
        });
  }

  private void links(Context context) throws IOException {
    Dossier dossier = dossier(context);
    Delegation delegation = dossier.delegation();
    List<Answer> answers = dossier.answers();
    List<Link> links = new ArrayList<>();
    for (Delegation.Delegate one : delegation.delegates()) {
      links.add(
          link(context, dossier.invitee(Answer.Side.DELEGATE, one.id()), one.name(), answers));
    }
    for (Delegation.Host one : delegation.hosts()) {
      links.add(link(context, dossier.invitee(Answer.Side.HOST, one.id()), one.name(), answers));
    }
    press.show(
        context,
        "delegation/links.jte",
        Map.of(
            "key",
            dossier.key(),
            "form",
            door.form(context),
            "delegation",
            delegation,
            "links",
            links));
  }

  /** Whoever has the link that somebody was sent is let in no more; the page shows the next one. */
  private void withdraw(Context context) throws IOException {
    Dossier dossier = dossier(context);
    Answer.Side side =
        Refusal.chosen(
            "side", asked(context, "side"), List.of(Answer.Side.values()), Answer.Side::word);
    String id =
        Refusal.chosen(
            "id", asked(context, "id"), side.ids(dossier.delegation()), Function.identity());
    dossier.withdraw(side, id, clock.instant());
    context.redirect(context.path(), HttpStatus.SEE_OTHER);
  }

  /**
   * The link of one of those who meet.
   *
   * @param side on which side they are, as forms have it
   * @param id their id in the delegation
   * @param name whose
   * @param address the whole address
   * @param answered whether they have said anything yet
   */
  public record Link(String side, String id, String name, String address, boolean answered) {}

  private Link link(Context context, Invitee who, String name, List<Answer> answers) {
    boolean answered =
        answers.stream().anyMatch(one -> one.side() == who.side() && one.from().equals(who.id()));
    String address =
        context.scheme() + "://" + context.host() + "/wishes/" + who.token(door.seal());
    return new Link(who.side().word(), who.id(), name, address, answered);
  }
}
