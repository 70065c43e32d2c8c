package dk.brobygger.web.delegation;

import dk.brobygger.corpus.entry.Seat;
import dk.brobygger.search.Desk;
import dk.brobygger.search.invitation.Journey;
import dk.brobygger.web.Parameters;
import dk.brobygger.web.Refusal;
import dk.brobygger.web.page.Press;
import dk.brobygger.web.staff.StaffDoor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The page on which staff begin a delegation: by a form, or with a file they have made. */
public final class NewPages {

  /** The largest made input, 100 x 200 with 2,000 wishes, has a tenth of that. */
  private static final int MOST_BYTES = 4_000_000;

  private static final int LONGEST_THEME = 200;
  private static final int MOST_DELEGATES = 50;
  private static final int MOST_HOSTS = 100;

  private final Desk desk;
  private final Dossiers dossiers;
  private final StaffDoor door;
  private final Press press;
  private final Clock clock;

  NewPages(Desk desk, Dossiers dossiers, StaffDoor door, Press press, Clock clock) {
    this.desk = desk;
    this.dossiers = dossiers;
    this.door = door;
    this.press = press;
    this.clock = clock;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/delegations/new", context -> show(context, Map.of(), Optional.empty()));
    routes.post("/delegations/new", this::compose);
    routes.post("/delegations/new/file", this::upload);
  }

  /**
   * What is wrong with a field.
   *
   * @param field its name
   * @param language the language of the sentence
   * @param sentence what is wrong, in one sentence
   */
  public record Wrong(String field, String language, String sentence) {}

  /** What a field holds cannot be. */
  private static final class FieldException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String field;
    private final IllegalArgumentException reason;

    FieldException(String field, IllegalArgumentException reason) {
      super(reason);
      this.field = field;
      this.reason = reason;
    }
  }

  /** Reads a value; says of which field it is if it cannot be. */
  private static <T> T read(String field, String value, Function<String, T> reader)
      throws FieldException {
    try {
      return reader.apply(value);
    } catch (IllegalArgumentException e) {
      throw new FieldException(field, Refusal.of(e, value));
    }
  }

  private static <T> T read(Map<String, String> form, String field, Function<String, T> reader)
      throws FieldException {
    return read(field, form.getOrDefault(field, ""), reader);
  }

  private void show(Context context, Map<String, String> values, Optional<Wrong> wrong) {
    Map<String, Object> model = new HashMap<>();
    model.put("form", door.form(context));
    model.put("values", values);
    model.put("wrong", wrong);
    model.put("zones", zones());
    wrong.ifPresent(one -> context.status(HttpStatus.BAD_REQUEST));
    press.show(context, "delegation/new.jte", model);
  }

  private static List<String> zones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> zone.startsWith("Europe/"))
        .sorted()
        .toList();
  }

  private void again(Context context, Map<String, String> values, FieldException failure) {
    boolean spoken = failure.reason instanceof Refusal;
    String sentence =
        failure.reason instanceof Refusal refusal
            ? refusal.sentence(press.wording(context).language())
            : String.valueOf(failure.reason.getMessage());
    String language = spoken ? press.wording(context).language().code() : "en";
    show(context, values, Optional.of(new Wrong(failure.field, language, sentence)));
  }

  private void compose(Context context) throws IOException {
    Map<String, String> form = new HashMap<>();
    context
        .formParamMap()
        .forEach((name, values) -> form.put(name, String.join(" ", values).strip()));
    try {
      Composition composed = composed(context, form);
      created(context, composed.title(), composed.json().toPrettyString() + "\n");
    } catch (FieldException e) {
      again(context, form, e);
    }
  }

  private Composition composed(Context context, Map<String, String> form) throws FieldException {
    Seat destination = read(form, "to", Journey::destination);
    String theme = read(form, "theme", NewPages::theme);
    LocalDate first = read(form, "from", value -> Parameters.day("from", value));
    LocalDate last =
        read(form, "until", value -> value.isEmpty() ? first : Parameters.day("until", value));
    ZoneId zone = read(form, "zone", NewPages::zone);
    int delegates = read(form, "delegates", value -> number("delegates", value, MOST_DELEGATES));
    int hosts = read(form, "hosts", value -> number("hosts", value, MOST_HOSTS));
    Journey journey =
        read("until", "", days -> new Journey(destination, first, last, delegates, hosts));
    return read(
        "theme",
        theme,
        words ->
            Composition.of(desk, journey, words, zone, press.wording(context), clock.instant()));
  }

  private static String theme(String value) {
    if (value.isEmpty()) {
      throw Refusal.theme();
    }
    if (value.length() > LONGEST_THEME) {
      throw Refusal.tooLong("theme", value.length(), LONGEST_THEME);
    }
    return value;
  }

  private static ZoneId zone(String value) {
    try {
      return ZoneId.of(value);
    } catch (DateTimeException e) {
      throw Refusal.zone(value);
    }
  }

  private static int number(String name, String value, int most) {
    try {
      int number = Integer.parseInt(value);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw Refusal.number(name, value, 1, most);
    }
    throw Refusal.number(name, value, 1, most);
  }

  private void upload(Context context) throws IOException {
    UploadedFile file = context.uploadedFile("file");
    try {
      byte[] bytes = file == null ? new byte[0] : bytes(file);
      String title = read("file", "", unused -> WishFile.read(checked(bytes)).delegation().title());
      created(context, title, new String(bytes, StandardCharsets.UTF_8));
    } catch (FieldException e) {
      again(context, Map.of(), e);
    }
  }

  /** A byte more than is taken says that it is too long. */
  private static byte[] bytes(UploadedFile file) throws IOException {
    try (InputStream in = file.content()) {
      return in.readNBytes(MOST_BYTES + 1);
    }
  }

  private static byte[] checked(byte[] bytes) {
    if (bytes.length == 0) {
      throw Refusal.file();
    }
    if (bytes.length > MOST_BYTES) {
      throw Refusal.tooLarge("file", MOST_BYTES);
    }
    return bytes;
  }

  private void created(Context context, String title, String json) throws IOException {
    Dossier dossier = dossiers.create(title, json);
    context.redirect("/delegations/" + dossier.key() + "#plan", HttpStatus.SEE_OTHER);
  }
}
