package dk.brobygger.corpus.entry;

import dk.brobygger.corpus.vocabulary.Language;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call for proposals: an EU topic, a cascade call or a national scheme.
 *
 * @param id its identity, of type {@link EntryType#CALL}
 * @param kind where it comes from
 * @param identifier the identifier as published; cascade calls share that of the project's topic
 * @param name its title
 * @param family what it belongs to
 * @param text what it funds
 * @param timetable when it can be applied for
 * @param terms on which terms it gives money
 * @param keywords keywords as published
 * @param site its public page
 * @param provenance where all this was read
 */
public record Call(
    EntryId id,
    CallKind kind,
    String identifier,
    String name,
    CallFamily family,
    Texts text,
    Timetable timetable,
    Terms terms,
    List<String> keywords,
    Optional<URI> site,
    Provenance provenance)
    implements Entry {

  /** Checks type, title and address. */
  public Call {
    EntryRules.check(id, EntryType.CALL);
    Identity.checkName(name);
    keywords = List.copyOf(keywords);
    site.ifPresent(address -> WebAddress.check("site", address));
  }

  @Override
  public List<TextField> texts() {
    List<TextField> texts = new ArrayList<>();
    texts.add(new TextField("name", Language.EN, name));
    texts.addAll(text.fields("text"));
    addEnglish(texts, "callTitle", family.callTitle());
    addEnglish(texts, "destination", family.destination());
    if (!keywords.isEmpty()) {
      texts.add(new TextField("keywords", Language.EN, String.join("; ", keywords)));
    }
    texts.addAll(terms.conditions().fields("conditions"));
    return texts;
  }

  private static void addEnglish(List<TextField> texts, String fact, Optional<String> text) {
    text.filter(words -> !words.isBlank())
        .ifPresent(words -> texts.add(new TextField(fact, Language.EN, words)));
  }

  @Override
  public List<TextField> facts() {
    List<TextField> facts = new ArrayList<>();
    facts.add(TextField.fact("programme", family.programme()));
    terms
        .actionType()
        .filter(type -> !type.isBlank())
        .ifPresent(type -> facts.add(TextField.fact("actionType", type)));
    if (!timetable.deadlines().isEmpty()) {
      facts.add(
          TextField.fact(
              "deadlines",
              String.join(
                  "; ", timetable.deadlines().stream().map(one -> one.at().toString()).toList())));
    }
    if (!terms.countries().isEmpty()) {
      facts.add(TextField.fact("countries", String.join("; ", terms.countries())));
    }
    return facts;
  }

  @Override
  public Call withProvenance(Provenance other) {
    return with(text, timetable, terms, other);
  }

  /** The same call, saying something else in these respects. */
  public Call with(
      Texts otherText, Timetable otherTimetable, Terms otherTerms, Provenance otherProvenance) {
    return new Call(
        id,
        kind,
        identifier,
        name,
        family,
        otherText,
        otherTimetable,
        otherTerms,
        keywords,
        site,
        otherProvenance);
  }
}
