package dk.brobygger.web.paper;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Label;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.web.page.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whom a delegate meets, and what is known of them.
 *
 * @param meeting when and where
 * @param told what is known, each with where it was read
 * @param languages what they speak, in words; empty if that is not known
 */
public record Counterpart(Appointment meeting, List<Told> told, String languages) {

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

  /** Its name. */
  public String name() {
    return meeting.host().name();
  }

  /** What is known of a host: its entry's label and texts, in the reader's language if told so. */
  static Counterpart of(Appointment meeting, Optional<Entry> entry, Wording wording) {
    List<Told> told = new ArrayList<>();
    entry.ifPresent(known -> {
      label(known, wording).ifPresent(told::add);
      texts(known, wording.language()).forEach(text -> told.add(told(known, text)));
    });
    return new Counterpart(meeting, told, languages(meeting, wording));
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

  /** Each fact in the reader's language, or in English where it is told in that only. */
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
