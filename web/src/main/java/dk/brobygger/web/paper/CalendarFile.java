package dk.brobygger.web.paper;

import dk.brobygger.search.delegation.Delegation;
import dk.brobygger.web.page.Wording;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * A calendar that follows its plan (RFC 5545): a meeting keeps its UID, its SEQUENCE grows when
 * time or place change, and one that is off stays as cancelled, so that calendars that took an
 * earlier file up to date themselves. Times are in UTC, which every program reads.
 */
final class CalendarFile {

  private CalendarFile() {}

  /**
   * Writes the file anew, after the one that is there.
   *
   * @param file where; what is there is read first
   * @param delegation whose meetings
   * @param meetings the meetings
   * @param wording the words
   * @param now the moment of writing
   * @throws IllegalArgumentException if what is there is no calendar
   */
  static void write(
      Path file, Delegation delegation, List<Appointment> meetings, Wording wording, Instant now)
      throws IOException {
    Map<String, VEvent> before = read(file);
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Brobygger//Delegation//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    Set<String> kept = new HashSet<>();
    for (Appointment meeting : meetings) {
      VEvent event = event(delegation, meeting, wording, now);
      String uid = text(event, "UID");
      kept.add(uid);
      event.add(new Sequence(sequence(before.get(uid), event)));
      calendar.add(event);
    }
    before.forEach((uid, event) -> {
      if (!kept.contains(uid)) {
        calendar.add(cancelled(event, now));
      }
    });
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      new CalendarOutputter(true).output(calendar, out);
    }
  }

  private static Map<String, VEvent> read(Path file) throws IOException {
    Map<String, VEvent> events = new HashMap<>();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        List<VEvent> all = new CalendarBuilder().build(in).getComponents(Component.VEVENT);
        all.forEach(event -> events.put(text(event, "UID"), event));
      } catch (ParserException e) {
        throw new IllegalArgumentException(
            file + " is no calendar, must be one or not be there", e);
      }
    }
    return events;
  }

  private static VEvent event(
      Delegation delegation, Appointment meeting, Wording wording, Instant now) {
    VEvent event = new VEvent(false);
    event.add(new Uid(uid(delegation, meeting)));
    event.add(new DtStamp(now));
    event.add(new DtStart<>(instant(delegation, meeting.slot().start())));
    event.add(new DtEnd<>(instant(delegation, meeting.slot().end())));
    event.add(new Summary(meeting.delegate().name() + " – " + meeting.host().name()));
    meeting.site().ifPresent(site -> event.add(new Location(place(site.name(), meeting, wording))));
    event.add(ImmutableStatus.VEVENT_CONFIRMED);
    return event;
  }

  private static String place(String site, Appointment meeting, Wording wording) {
    return meeting.table().isPresent()
        ? site + ", " + wording.say("paper.at.table", meeting.table().getAsInt())
        : site;
  }

  private static Instant instant(Delegation delegation, LocalDateTime time) {
    return time.atZone(delegation.zone()).toInstant();
  }

  /** The same for the same two of the same delegation, whenever it is planned. */
  private static String uid(Delegation delegation, Appointment meeting) {
    String name =
        String.join("\n", delegation.title(), meeting.delegate().id(), meeting.host().id());
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + "@brobygger";
  }

  private static int sequence(@org.jspecify.annotations.Nullable VEvent before, VEvent now) {
    if (before == null) {
      return 0;
    }
    boolean same =
        text(before, "DTSTART").equals(text(now, "DTSTART"))
            && text(before, "DTEND").equals(text(now, "DTEND"))
            && text(before, "LOCATION").equals(text(now, "LOCATION"))
            && text(before, "STATUS").equals(text(now, "STATUS"));
    return number(before) + (same ? 0 : 1);
  }

  private static VEvent cancelled(VEvent before, Instant now) {
    boolean already = text(before, "STATUS").equals(Status.VALUE_CANCELLED);
    VEvent event = new VEvent(false);
    event.add(new Uid(text(before, "UID")));
    event.add(new DtStamp(now));
    before.getProperty("DTSTART").ifPresent(event::add);
    before.getProperty("DTEND").ifPresent(event::add);
    event.add(new Summary(text(before, "SUMMARY")));
    event.add(ImmutableStatus.VEVENT_CANCELLED);
    event.add(new Sequence(number(before) + (already ? 0 : 1)));
    return event;
  }

  private static int number(VEvent event) {
    return Integer.parseInt("0" + text(event, "SEQUENCE"));
  }

  private static String text(VEvent event, String property) {
    return event.getProperty(property).map(one -> String.valueOf(one.getValue())).orElse("");
  }
}
