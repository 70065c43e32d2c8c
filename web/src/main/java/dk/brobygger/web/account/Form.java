package dk.brobygger.web.account;

import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.web.Refusal;
import io.javalin.http.Context;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a posted form says, checked; a bad value is refused with its name, value and rule. */
final class Form {

  private static final int LONGEST = 200;

  private final Context context;

  Form(Context context) {
    this.context = context;
  }

  /** A field that is there and not blank. */
  Optional<String> text(String name) {
    Optional<String> text =
        Optional.ofNullable(context.formParam(name))
            .map(String::strip)
            .filter(written -> !written.isEmpty());
    text.ifPresent(written -> {
      if (written.length() > LONGEST) {
        throw Refusal.tooLong(name, written.length(), LONGEST);
      }
    });
    return text;
  }

  /** How somebody wants to be told. */
  Wishes wishes() {
    return new Wishes(
        text("language").map(Language::ofUsers).orElse(Wishes.USUAL.language()),
        text("cluster").map(EntryId::of),
        text("frequency").map(Frequency::of).orElse(Wishes.USUAL.frequency()),
        daysOff(),
        away(),
        text("most").map(Form::most).orElse(Wishes.USUAL.most()),
        text("closing").isPresent(),
        text("quiet").isPresent());
  }

  private Optional<Absence> away() {
    Optional<LocalDate> from = text("away-from").map(written -> day("away-from", written));
    Optional<LocalDate> to = text("away-to").map(written -> day("away-to", written));
    if (from.isEmpty() && to.isPresent()) {
      throw new IllegalArgumentException("away-from is missing, must be given with away-to");
    }
    return from.map(first -> new Absence(first, to.orElse(first)));
  }

  private static LocalDate day(String name, String written) {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          name + " is \"" + written + "\", must be a day such as 2026-12-24", e);
    }
  }

  /** The boxes are the days on which mail is welcome. */
  private Set<DayOfWeek> daysOff() {
    List<String> welcome = context.formParams("day");
    Set<DayOfWeek> off = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (!welcome.contains(day.name().toLowerCase(Locale.ROOT))) {
        off.add(day);
      }
    }
    return off;
  }

  private static int most(String written) {
    try {
      return Integer.parseInt(written);
    } catch (NumberFormatException e) {
      throw Refusal.number("most", written, 1, 50);
    }
  }
}
