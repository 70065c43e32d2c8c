package dk.brobygger.web.staff;

import dk.brobygger.web.Refusal;
import dk.brobygger.web.page.Press;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lets staff in who know the key, and takes forms only from pages that it let them see. The cookie
 * says until when and is marked by the seal; what a form must carry is marked for that cookie, so
 * that no other site can make one (<a
 * href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html#signed-double-submit-cookie-recommended">signed
 * double-submit cookie</a>).
 */
public final class StaffDoor {

  private static final String DOOR = "/staff/door";

  /** Under these addresses are the pages for staff, and where one comes in first. */
  private static final List<String> ROOMS = List.of("/delegations", "/crawls");

  private static final String COOKIE = "staff";

  /** No other host and no line break, whatever a browser makes of it. */
  private static final Pattern PATH = Pattern.compile("/[\\w%.~-]+(/[\\w%.~-]+)*");

  /** A working day. */
  private static final Duration OPEN = Duration.ofHours(12);

  private final Seal seal;
  private final Press press;
  private final Clock clock;

  private StaffDoor(Seal seal, Press press, Clock clock) {
    this.seal = seal;
    this.press = press;
    this.clock = clock;
  }

  /**
   * The door of a data folder.
   *
   * @param data the folder; its secret is made where there is none
   * @param press makes the pages
   * @param clock tells when
   * @throws IOException if the secret can be neither read nor written
   */
  public static StaffDoor of(Path data, Press press, Clock clock) throws IOException {
    return new StaffDoor(Seal.of(data), press, clock);
  }

  /** What staff type to be let in. */
  public String key() {
    return seal.mark("staff key", "");
  }

  /** What marks links that others than staff get. */
  public Seal seal() {
    return seal;
  }

  /** Adds the door to a server, before the pages behind it. */
  public void addTo(RoutesConfig routes) {
    routes.before(DOOR, context -> context.header("Cache-Control", "no-store"));
    for (String room : ROOMS) {
      routes.before(room, this::guard);
      routes.before(room + "/*", this::guard);
    }
    routes.get(DOOR, this::enter);
    routes.post(DOOR, this::open);
  }

  private void guard(Context context) {
    context.header("Cache-Control", "no-store");
    Optional<String> session = session(context);
    if (session.isEmpty()) {
      context.status(HttpStatus.FORBIDDEN);
      show(context, context.path(), false);
      context.skipRemainingHandlers();
    } else if (context.method().name().equals("POST") && !isOurs(context, session.get())) {
      throw Refusal.foreignForm();
    }
  }

  private boolean isOurs(Context context, String session) {
    return Optional.ofNullable(context.formParam("form"))
        .filter(form -> seal.holds("form", session, form))
        .isPresent();
  }

  /** Whether somebody of the staff asks. */
  public boolean hasLetIn(Context context) {
    return session(context).isPresent();
  }

  /** What every form of a page must carry. */
  public String form(Context context) {
    return seal.mark("form", session(context).orElseThrow(Refusal::foreignForm));
  }

  /** What stands in the cookie before its mark, while it holds. */
  private Optional<String> session(Context context) {
    String[] parts = Optional.ofNullable(context.cookie(COOKIE)).orElse("").split("\\.");
    if (parts.length != 3 || !seal.holds("session", parts[0] + "." + parts[1], parts[2])) {
      return Optional.empty();
    }
    boolean over = clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(parts[1])));
    return over ? Optional.empty() : Optional.of(parts[0] + "." + parts[1]);
  }

  private void enter(Context context) {
    if (session(context).isPresent()) {
      context.redirect(ROOMS.getFirst(), HttpStatus.SEE_OTHER);
    } else {
      show(context, "", false);
    }
  }

  private void show(Context context, String wanted, boolean refused) {
    press.show(context, "staff/door.jte", Map.of("wanted", room(wanted), "refused", refused));
  }

  /** The page behind the door that was asked for, or else the first. */
  private static String room(String wanted) {
    boolean behind =
        ROOMS.stream().anyMatch(room -> wanted.equals(room) || wanted.startsWith(room + "/"));
    return behind && PATH.matcher(wanted).matches() ? wanted : ROOMS.getFirst();
  }

  private void open(Context context) {
    String given = Optional.ofNullable(context.formParam("key")).orElse("").strip();
    String wanted = Optional.ofNullable(context.formParam("wanted")).orElse("");
    if (!seal.holds("staff key", "", given)) {
      context.status(HttpStatus.FORBIDDEN);
      show(context, wanted, true);
      return;
    }
    String session = Seal.text(Seal.random(16)) + "." + clock.instant().plus(OPEN).getEpochSecond();
    Cookie cookie = new Cookie(COOKIE, session + "." + seal.mark("session", session));
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(context.scheme().equals("https"));
    cookie.setSameSite(SameSite.STRICT);
    cookie.setMaxAge((int) OPEN.toSeconds());
    context.cookie(cookie);
    context.redirect(room(wanted), HttpStatus.SEE_OTHER);
  }
}
