package dk.brobygger.web.account;

import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.standing.StandingSearch;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Reads subscribers, with what they saved, out of the rows they are kept in. */
final class SubscriberRows {

  private SubscriberRows() {}

  /** Those who have confirmed, by id. */
  static List<Subscriber> confirmed(Handle handle) {
    Map<String, List<StandingSearch>> searches = searches(handle);
    return handle
        .createQuery("SELECT * FROM subscriber WHERE confirmed IS NOT NULL ORDER BY id")
        .map((row, context) -> read(row, searches.getOrDefault(row.getString("id"), List.of())))
        .list();
  }

  /** All that were saved, by who saved them. */
  private static Map<String, List<StandingSearch>> searches(Handle handle) {
    return handle
        .createQuery("SELECT subscriber, name, words FROM saved_search ORDER BY name")
        .map((row, context) -> Map.entry(row.getString("subscriber"), search(row)))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** The one whose column has a value. */
  static Optional<Subscriber> find(Handle handle, String column, String value) {
    return handle
        .createQuery("SELECT * FROM subscriber WHERE " + column + " = :value")
        .bind("value", value)
        .map((row, context) -> read(row, searches(handle, row.getString("id"))))
        .findOne();
  }

  private static Subscriber read(ResultSet row, List<StandingSearch> searches) throws SQLException {
    return new Subscriber(
        row.getString("id"),
        Subscribers.written(row.getString("address")),
        new Wishes(
            Language.ofUsers(row.getString("language")),
            Optional.ofNullable(row.getString("cluster")).map(EntryId::of),
            Frequency.of(row.getString("frequency")),
            days(row.getString("days_off")),
            away(row),
            row.getInt("most"),
            row.getBoolean("closing_at_once"),
            row.getBoolean("quiet_line")),
        searches,
        Instant.parse(row.getString("asked_at")),
        day(row, "confirmed"),
        day(row, "told_until"),
        number(row, "told_statement"),
        day(row, "closing_until"),
        day(row, "mailed_on"),
        row.getInt("bounces"));
  }

  private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(LocalDate::parse);
  }

  private static Optional<Long> number(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column)).map(one -> ((Number) one).longValue());
  }

  private static Optional<Absence> away(ResultSet row) throws SQLException {
    Optional<LocalDate> to = day(row, "away_to");
    return day(row, "away_from").flatMap(from -> to.map(last -> new Absence(from, last)));
  }

  /** What somebody saved, by name. */
  static List<StandingSearch> searches(Handle handle, String id) {
    return handle
        .createQuery("SELECT name, words FROM saved_search WHERE subscriber = :id ORDER BY name")
        .bind("id", id)
        .map((row, context) -> search(row))
        .list();
  }

  /** What was written to somebody, oldest first. */
  static List<Mail> mails(Handle handle, String id) {
    return handle
        .createQuery(
            "SELECT message_id, day, kind, recipient, tries, outcome, answer, mail,"
                + " told_after, told_known, told_newest, told_calls FROM outbox"
                + " WHERE subscriber = :id ORDER BY day, kind")
        .bind("id", id)
        .map((row, context) ->
            new Mail(
                row.getString("message_id"),
                LocalDate.parse(row.getString("day")),
                row.getString("kind"),
                row.getString("recipient"),
                row.getInt("tries"),
                row.getString("outcome"),
                Optional.ofNullable(row.getString("answer")).filter(said -> !said.isEmpty()),
                new String(row.getBytes("mail"), StandardCharsets.UTF_8),
                day(row, "told_after"),
                number(row, "told_known"),
                number(row, "told_newest"),
                Optional.ofNullable(row.getString("told_calls")).filter(told -> !told.isEmpty())))
        .list();
  }

  private static StandingSearch search(ResultSet row) throws SQLException {
    return new StandingSearch(row.getString("name"), row.getString("words"));
  }

  private static Set<DayOfWeek> days(String written) {
    Stream<String> names = Arrays.stream(written.split(" ")).filter(name -> !name.isEmpty());
    return names.map(DayOfWeek::valueOf).collect(Collectors.toSet());
  }
}
