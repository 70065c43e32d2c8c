package dk.brobygger.web.mail;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.store.Statement;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.Desk;
import dk.brobygger.search.digest.Bulletin;
import dk.brobygger.search.digest.Digest;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.standing.Subscription;
import dk.brobygger.web.Refusal;
import dk.brobygger.web.account.Wishes;
import dk.brobygger.web.page.Page;
import dk.brobygger.web.page.Press;
import dk.brobygger.web.page.Wording;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * What a cluster's digests say, for feed readers (Atom, RFC 4287), and the deadlines of the calls
 * that fit it, for calendars (RFC 5545). Safe for many threads.
 */
public final class Feeds {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  /** As many days as a feed tells of; readers ask every few hours. */
  private static final int DAYS = 14;

  /** As many deadlines as a calendar shows without drowning in them. */
  private static final int DEADLINES = 40;

  private final Desk desk;
  private final Post post;
  private final Press press;
  private final Clock clock;

  /** Feeds over a data folder. */
  public Feeds(Desk desk, Post post, Press press, Clock clock) {
    this.desk = desk;
    this.post = post;
    this.press = press;
    this.clock = clock;
  }

  /** Adds the feeds to a server. */
  public void addTo(RoutesConfig routes) {
    answer(routes, "/cluster/{key}/calls.atom", this::atom);
    answer(routes, "/cluster/{key}/calls.ics", this::calendar);
  }

  private static void answer(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  private Cluster cluster(Context context) {
    String id = "cluster/" + context.pathParam("key");
    return desk.cluster(id).orElseThrow(() -> Refusal.missing(id));
  }

  private void atom(Context context) throws XMLStreamException {
    Cluster cluster = cluster(context);
    Wording wording = press.wording(context);
    LocalDate today = Wishes.day(clock.instant());
    List<Statement> statements = desk.store().statements(EntryType.CALL, today);
    List<Digest> digests =
        today
            .minusDays(DAYS - 1L)
            .datesUntil(today.plusDays(1))
            .sorted(Comparator.reverseOrder())
            .map(day -> digest(cluster, Bulletin.of(statements, day)))
            .filter(digest -> !digest.isEmpty())
            .toList();
    StringWriter text = new StringWriter();
    XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    xml.writeAttribute("xml:lang", wording.language().code());
    element(xml, "title", "Brobygger: " + cluster.name());
    element(xml, "id", address(cluster.id()) + "/calls.atom");
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", "self");
    xml.writeAttribute("href", address(cluster.id()) + "/calls.atom");
    element(xml, "updated", moment(updated(digests, statements)).toString());
    xml.writeStartElement("author");
    element(xml, "name", "Brobygger");
    xml.writeEndElement();
    for (Digest digest : digests) {
      entries(xml, cluster, digest, wording.language());
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    context.contentType("application/atom+xml;charset=utf-8").result(text.toString());
  }

  private Digest digest(Cluster cluster, Bulletin bulletin) {
    return Digest.of(
        Subscription.of(cluster), bulletin, bulletin.sieve(desk.standing()), call -> true);
  }

  /** The day of the newest entry; where there is none, the last on which a source was read. */
  private static LocalDate updated(List<Digest> digests, List<Statement> statements) {
    return digests.stream()
        .findFirst()
        .map(Digest::on)
        .or(() -> statements.stream().map(Statement::day).max(Comparator.naturalOrder()))
        .orElse(LocalDate.EPOCH);
  }

  private void entries(XMLStreamWriter xml, Cluster cluster, Digest digest, Language language)
      throws XMLStreamException {
    Reader reader = Reader.onlooker(Optional.of(cluster.id()), post.settings().site());
    for (Letter.Section section : post.letter(digest, language, reader).sections()) {
      for (Letter.Piece piece : section.pieces()) {
        entry(xml, piece, digest.on());
      }
    }
  }

  private static void entry(XMLStreamWriter xml, Letter.Piece piece, LocalDate day)
      throws XMLStreamException {
    xml.writeStartElement("entry");
    element(xml, "title", piece.kind() + ": " + piece.title().text());
    element(xml, "id", piece.title().address() + "#" + day);
    element(xml, "updated", moment(day).toString());
    xml.writeEmptyElement("link");
    xml.writeAttribute("href", piece.title().address());
    StringBuilder summary = new StringBuilder();
    piece
        .facts()
        .forEach(fact -> summary.append(fact.name()).append(": ").append(fact.text()).append(". "));
    piece
        .reasons()
        .forEach(reason ->
            summary.append(reason.what()).append(": “").append(reason.quote()).append("”. "));
    element(xml, "summary", summary.toString().strip());
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static Instant moment(LocalDate day) {
    return day.atStartOfDay(Wishes.COPENHAGEN).toInstant();
  }

  private String address(EntryId id) {
    return post.settings().site() + Page.address(id);
  }

  private void calendar(Context context) {
    Cluster cluster = cluster(context);
    Instant now = clock.instant();
    Wording wording = press.wording(context);
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Brobygger//Calls//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    for (Match match : desk.calls().match(cluster, now, DEADLINES).ranked()) {
      event((Call) match.entry(), wording, now).ifPresent(calendar::add);
    }
    StringWriter text = new StringWriter();
    try {
      new CalendarOutputter(false).output(calendar, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    context.contentType("text/calendar;charset=utf-8").result(text.toString());
  }

  private Optional<VEvent> event(Call call, Wording wording, Instant now) {
    return call.timetable()
        .reachable(now)
        .map(deadline -> {
          VEvent event = new VEvent(false);
          event.add(new Uid(call.id() + "@brobygger"));
          event.add(new DtStamp(read(call).orElse(moment(Wishes.day(now)))));
          event.add(new DtStart<>(deadline.instant()));
          event.add(new Summary(wording.say("digest.field.deadline") + ": " + call.name()));
          event.add(new Url(java.net.URI.create(address(call.id()))));
          return event;
        });
  }

  /** When the deadline was read last: the event is the same until it is read anew. */
  private static Optional<Instant> read(Call call) {
    return call.provenance().of("deadlines").map(claim -> moment(claim.date()));
  }
}
