package dk.brobygger.web.delegation;

import dk.brobygger.web.Refusal;
import dk.brobygger.web.page.Press;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Lets staff in who know the key, and takes forms only from pages that it let them see. The cookie
 * says until when and is marked by the seal; what a form must carry is marked for that cookie, so
 * that no other site can make one (<a
 * href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html#signed-double-submit-cookie-recommended">signed
 * double-submit cookie</a>).
 */
final class StaffDoor {

  private static final String ROOT = "/delegations";
  private static final String DOOR = ROOT + "/door";
  private static final String COOKIE = "staff";

  /** A working day. */
  private static final Duration OPEN = Duration.ofHours(12);

  private final Seal seal;
  private final Press press;
  private final Clock clock;

  StaffDoor(Seal seal, Press press, Clock clock) {
    this.seal = seal;
    this.press = press;
    this.clock = clock;
  }

  /** What staff type to be let in. */
  public String key() {
    return seal.mark("staff key", "");
  }

  void addTo(RoutesConfig routes) {
    routes.before(ROOT, this::guard);
    routes.before(ROOT + "/*", this::guard);
    routes.get(DOOR, this::enter);
    routes.post(DOOR, this::open);
  }

  private void guard(Context context) {
    context.header("Cache-Control", "no-store");
    if (context.path().equals(DOOR)) {
      return;
    }
    Optional<String> session = session(context);
    if (session.isEmpty()) {
      context.status(HttpStatus.FORBIDDEN);
      show(context);
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

  /** What every form of a page must carry. */
  String form(Context context) {
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
      context.redirect(ROOT, HttpStatus.SEE_OTHER);
    } else {
      show(context);
    }
  }

  private void show(Context context) {
    press.show(context, "delegation/door.jte", Map.of("refused", false));
  }

  private void open(Context context) {
    String given = Optional.ofNullable(context.formParam("key")).orElse("").strip();
    if (!seal.holds("staff key", "", given)) {
      context.status(HttpStatus.FORBIDDEN);
      press.show(context, "delegation/door.jte", Map.of("refused", true));
      return;
    }
    String session = Seal.text(Seal.random(16)) + "." + clock.instant().plus(OPEN).getEpochSecond();
    Cookie cookie = new Cookie(COOKIE, session + "." + seal.mark("session", session));
    cookie.setPath(ROOT);
    cookie.setHttpOnly(true);
    cookie.setSecure(context.scheme().equals("https"));
    cookie.setSameSite(SameSite.STRICT);
    cookie.setMaxAge((int) OPEN.toSeconds());
    context.cookie(cookie);
    context.redirect(ROOT, HttpStatus.SEE_OTHER);
  }
}
