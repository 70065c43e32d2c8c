package dk.brobygger.web.account;

import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.web.Parameters;
import dk.brobygger.web.Refusal;
import io.javalin.http.Context;
import java.time.DayOfWeek;
import java.time.LocalDate;
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
        text("language")
            .map(word -> Refusal.chosen("language", word, Language.OF_USERS, Language::code))
            .orElse(Wishes.USUAL.language()),
        text("cluster").map(Form::cluster),
        text("frequency")
            .map(word ->
                Refusal.chosen("frequency", word, List.of(Frequency.values()), Frequency::word))
            .orElse(Wishes.USUAL.frequency()),
        daysOff(),
        away(),
        text("most").map(Form::most).orElse(Wishes.USUAL.most()),
        text("closing").isPresent(),
        text("quiet").isPresent());
  }

  /** Whether it stands here is asked by who knows. */
  private static EntryId cluster(String written) {
    if (!written.startsWith(EntryType.CLUSTER.word() + "/")) {
      throw Refusal.missing(written);
    }
    return EntryId.of(written);
  }

  private Optional<Absence> away() {
    Optional<LocalDate> from = text("away-from").map(day -> Parameters.day("away-from", day));
    Optional<LocalDate> to = text("away-to").map(day -> Parameters.day("away-to", day));
    if (to.filter(last -> from.filter(first -> !first.isAfter(last)).isEmpty()).isPresent()) {
      throw Refusal.away(from.map(LocalDate::toString).orElse(""), to.orElseThrow().toString());
    }
    return from.map(first -> new Absence(first, to.orElse(first)));
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
    if (off.size() == DayOfWeek.values().length) {
      throw Refusal.noDay();
    }
    return off;
  }

  private static int most(String written) {
    int most;
    try {
      most = Integer.parseInt(written);
    } catch (NumberFormatException e) {
      most = 0;
    }
    if (most < 1 || most > Wishes.MOST) {
      throw Refusal.number("most", written, 1, Wishes.MOST);
    }
    return most;
  }
}
