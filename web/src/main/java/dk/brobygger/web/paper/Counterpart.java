package dk.brobygger.web.paper;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Label;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.delegation.Encounter;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Score;
import dk.brobygger.web.page.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whom a delegate meets, and what is known of them.
 *
 * @param meeting when and where
 * @param told what is known, each with where it was read
 * @param topics what they have for each other, best first
 * @param calls what they could apply for together, best first
 * @param contact the meetings they have had, the latest first; empty if it is not known who they
 *     are
 * @param languages what they speak, in words; empty if that is not known
 */
public record Counterpart(
    Appointment meeting,
    List<Told> told,
    List<Topic> topics,
    List<Chance> calls,
    Optional<List<Contact>> contact,
    String languages) {

  private static final int MOST_TOPICS = 3;
  private static final int MOST_CALLS = 3;

  /** The facts worth a line, and what they are called in the papers. */
  private static final Map<String, String> HEADINGS =
      Map.of("seeks", "paper.seeks", "offers", "paper.offers", "description", "paper.about");

  /**
   * One fact.
   *
   * @param heading the message that names it
   * @param language the language it is told in
   * @param text the fact
   * @param source the public address it was read at; empty if that is not known
   */
  public record Told(String heading, String language, String text, String source) {}

  /**
   * Something to talk about.
   *
   * @param subject the competence, in the reader's language
   * @param theirs the words of the other, a host for a delegate
   * @param ours the words of the reader
   */
  public record Topic(String subject, Told theirs, Told ours) {}

  /**
   * A call both could answer.
   *
   * @param title its title
   * @param deadline the next deadline, in words; empty if there is none
   * @param source its public address
   */
  public record Chance(String title, String deadline, String source) {}

  /**
   * A meeting they have had.
   *
   * @param what when, on which delegation, and what came of it
   * @param source who documented it, and when
   */
  public record Contact(String what, String source) {}

  /** Its name. */
  public String name() {
    return meeting.host().name();
  }

  /**
   * What is known of a host and of what it has for the delegate: its label and texts, in the
   * reader's language if told so, topics, calls and earlier meetings.
   */
  static Counterpart of(Appointment meeting, Knowledge knowledge, Wording wording) {
    List<Told> told = new ArrayList<>();
    List<Topic> topics = new ArrayList<>();
    List<Chance> calls = new ArrayList<>();
    Optional<Entry> delegate = knowledge.entry(meeting.delegate().id(), meeting.delegate().name());
    Optional<Entry> known = knowledge.entry(meeting.host().id(), meeting.host().name());
    known.ifPresent(host -> {
      label(host, wording).ifPresent(told::add);
      texts(host, wording.language()).forEach(text -> told.add(told(host, text)));
      delegate.ifPresent(guest -> {
        topics.addAll(topics(guest, host, knowledge, wording));
        knowledge.calls(guest, host).stream()
            .limit(MOST_CALLS)
            .forEach(call -> calls.add(chance(call, knowledge.now(), wording)));
      });
    });
    Optional<List<Contact>> contact =
        known.flatMap(host -> delegate.map(guest -> contact(knowledge.met(guest, host), wording)));
    return new Counterpart(meeting, told, topics, calls, contact, languages(meeting, wording));
  }

  /**
   * What two have for each other.
   *
   * @param reader one of them, who is told
   * @param other the other
   * @param knowledge what is known
   * @param wording the reader's words
   */
  public static List<Topic> topics(
      Entry reader, Entry other, Knowledge knowledge, Wording wording) {
    return knowledge
        .between(reader, other)
        .map(score -> topics(score, reader, other, wording))
        .orElse(List.of());
  }

  /** The competences that count most, each once, with the words of both. */
  private static List<Topic> topics(Score score, Entry guest, Entry host, Wording wording) {
    Map<String, Topic> topics = new LinkedHashMap<>();
    leaves(score)
        .sorted(Comparator.comparingDouble(Score::points).reversed())
        .filter(leaf -> leaf.evidence().size() == 2)
        .forEach(leaf -> {
          // A competence quotes them first, then us.
          Told theirs = quoted(host, leaf.evidence().getFirst(), wording);
          Told ours = quoted(guest, leaf.evidence().getLast(), wording);
          topics.putIfAbsent(
              leaf.criterion(), new Topic(wording.criterion(leaf.criterion()), theirs, ours));
        });
    return topics.values().stream().limit(MOST_TOPICS).toList();
  }

  /** The leaves of what they have for each other or in common; not of ecosystems and the like. */
  private static Stream<Score> leaves(Score score) {
    return score.parts().stream()
        .flatMap(part -> Stream.concat(Stream.of(part), part.parts().stream()))
        .flatMap(part -> part.parts().stream())
        .filter(part -> part.parts().isEmpty());
  }

  private static Told quoted(Entry entry, Evidence given, Wording wording) {
    Evidence words = wording.quoted(given);
    String language = entry.field(words.field()).map(text -> text.language().code()).orElse("en");
    return new Told(
        wording.field(words.field()), language, words.text(), source(entry, words.field()));
  }

  private static Chance chance(Call call, Instant now, Wording wording) {
    return new Chance(
        call.name(),
        call.timetable().reachable(now).map(deadline -> wording.moment(deadline.at())).orElse(""),
        call.site().map(Object::toString).orElse(""));
  }

  private static List<Contact> contact(List<Encounter> met, Wording wording) {
    return met.stream()
        .map(one ->
            new Contact(
                wording.say(
                    "paper.contact.met",
                    wording.date(one.day()),
                    one.name(),
                    wording.say("result." + one.result().word())),
                wording.say("outcomes.told", wording.teller(one.by()), wording.date(one.told()))))
        .toList();
  }

  private static Optional<Told> label(Entry entry, Wording wording) {
    if (!(entry instanceof Cluster cluster)) {
      return Optional.empty();
    }
    return cluster
        .standing()
        .label()
        .map(label ->
            new Told(
                "paper.label",
                wording.language().code(),
                wording.say("label." + label.level().word()) + until(label, wording),
                source(entry, "label")));
  }

  private static String until(Label label, Wording wording) {
    return label
        .validUntil()
        .map(day -> ", " + wording.say("paper.until", wording.date(day)))
        .orElse("");
  }

  /**
   * Each fact in the reader's language, or in the first one it is told in where it is not told in
   * that.
   */
  private static List<TextField> texts(Entry entry, Language language) {
    List<TextField> texts = new ArrayList<>();
    for (String fact : List.of("seeks", "offers", "description")) {
      List<TextField> tellings =
          entry.texts().stream()
              .filter(text -> TextField.factTold(text.name()).equals(fact))
              .toList();
      tellings.stream()
          .filter(text -> text.language() == language)
          .findFirst()
          .or(() -> tellings.stream().findFirst())
          .ifPresent(texts::add);
    }
    return texts;
  }

  private static Told told(Entry entry, TextField text) {
    String heading = HEADINGS.getOrDefault(TextField.factTold(text.name()), "paper.about");
    return new Told(heading, text.language().code(), text.text(), source(entry, text.name()));
  }

  private static String source(Entry entry, String field) {
    return entry
        .provenance()
        .of(field)
        .map(claim -> claim.source() + ", " + claim.date())
        .orElse("");
  }

  private static String languages(Appointment meeting, Wording wording) {
    Locale reader = Locale.of(wording.language().code());
    return String.join(
        ", ",
        new TreeSet<>(
            meeting.host().languages().stream()
                .map(code -> Locale.of(code).getDisplayLanguage(reader))
                .toList()));
  }
}
