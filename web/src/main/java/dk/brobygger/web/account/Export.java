package dk.brobygger.web.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All that is kept of a subscriber, as JSON (GDPR, articles 15 and 20). */
final class Export {

  private Export() {}

  static ObjectNode of(
      Subscriber subscriber, Set<String> told, Set<String> unwanted, List<Mail> mails) {
    Wishes wishes = subscriber.wishes();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", subscriber.id())
            .put("address", subscriber.address())
            .put("language", wishes.language().code())
            .put("frequency", wishes.frequency().word())
            .put("most", wishes.most())
            .put("closingAtOnce", wishes.closingAtOnce())
            .put("quietLine", wishes.quietLine())
            .put("bounces", subscriber.bounces())
            .put("asked", subscriber.asked().toString());
    wishes.cluster().ifPresent(cluster -> json.put("cluster", cluster.toString()));
    subscriber.confirmed().ifPresent(day -> json.put("confirmed", day.toString()));
    subscriber.toldUntil().ifPresent(day -> json.put("toldUntil", day.toString()));
    subscriber.toldStatement().ifPresent(number -> json.put("toldStatement", number));
    subscriber.closingUntil().ifPresent(day -> json.put("closingUntil", day.toString()));
    subscriber.mailedOn().ifPresent(day -> json.put("mailedOn", day.toString()));
    wishes
        .away()
        .ifPresent(away ->
            json.putObject("away")
                .put("from", away.from().toString())
                .put("to", away.to().toString()));
    ArrayNode days = json.putArray("daysOff");
    wishes.daysOff().stream().sorted().forEach(day -> days.add(day.name()));
    ArrayNode searches = json.putArray("searches");
    subscriber
        .searches()
        .forEach(
            search -> searches.addObject().put("name", search.name()).put("words", search.words()));
    add(json.putArray("told"), told);
    add(json.putArray("unwanted"), unwanted);
    ArrayNode written = json.putArray("mails");
    mails.forEach(mail -> add(written.addObject(), mail));
    return json;
  }

  private static void add(ObjectNode json, Mail mail) {
    json.put("id", mail.id())
        .put("day", mail.day().toString())
        .put("kind", mail.kind())
        .put("to", mail.to())
        .put("tries", mail.tries())
        .put("outcome", mail.outcome());
    mail.answer().ifPresent(answer -> json.put("answer", answer));
    json.put("mail", mail.text());
    mail.after().ifPresent(day -> json.put("after", day.toString()));
    mail.known().ifPresent(number -> json.put("knownStatement", number));
    mail.newest().ifPresent(number -> json.put("newestStatement", number));
    mail.calls()
        .ifPresent(calls -> Stream.of(calls.split(" ")).forEach(json.putArray("calls")::add));
  }

  private static void add(ArrayNode list, Set<String> calls) {
    calls.stream().sorted().forEach(list::add);
  }
}
