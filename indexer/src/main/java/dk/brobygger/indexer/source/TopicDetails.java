package dk.brobygger.indexer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.brobygger.corpus.entry.Budget;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Terms;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.indexer.extract.CallText;
import dk.brobygger.indexer.fetch.PageAddress;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the EU portal keeps of one topic in a file of its own: its text and conditions in full,
 * which its search gives in part or not at all, its dates and stages, and the budget overview of
 * the whole call.
 *
 * <p>The file is one object, {@code TopicDetails}, in which every field may be missing.
 */
public final class TopicDetails {

  private static final JsonMapper MAPPER = new JsonMapper();

  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._ -]*");

  private final JsonRecord details;

  private TopicDetails(JsonRecord details) {
    this.details = details;
  }

  /**
   * Where they are. The portal knows identifiers there in small letters only.
   *
   * @param all the address of the folder of all topics, ending in a slash
   * @throws IllegalArgumentException if the topic's identifier is not the name of a file there
   */
  public static PageAddress address(PageAddress all, Call topic) {
    String identifier = topic.identifier();
    if (!FILE.matcher(identifier).matches()) {
      throw new IllegalArgumentException(
          "identifier is \""
              + identifier
              + "\", must be letters, digits and . _ - for its details");
    }
    return all.resolve(identifier.toLowerCase(Locale.ROOT) + ".json");
  }

  /**
   * Reads them.
   *
   * @param identifier of the topic they must be about
   * @throws IllegalArgumentException if they are not JSON, no details, or those of another topic
   */
  public static TopicDetails read(byte[] answer, String identifier) {
    JsonNode details;
    try {
      details = MAPPER.readTree(answer).path("TopicDetails");
    } catch (IOException e) {
      throw new IllegalArgumentException("the details of " + identifier + " are not JSON", e);
    }
    if (!details.isObject()) {
      throw new IllegalArgumentException(
          "the details of " + identifier + " hold no TopicDetails, must be one object");
    }
    JsonRecord record = new JsonRecord(details);
    String about = record.raw("identifier").orElse("");
    if (!about.equalsIgnoreCase(identifier)) {
      throw new IllegalArgumentException(
          "the details of " + identifier + " are about \"" + about + "\", must be about it");
    }
    return new TopicDetails(record);
  }

  /**
   * A call of the search with its text and conditions in full, and the terms these state.
   *
   * <p>Money is filled in only where the call is new: what subscribers are told of as a change must
   * have changed at the portal, not have been read for the first time by us. A deadline or a stage
   * that the search leaves out is filled in whenever it is read: who was not told of it must be.
   *
   * @param call as the search shows it
   * @param isNew whether the call was new to us when its details were first asked for
   * @param source the address of the details
   * @param day the day the details were read
   */
  public Call fill(Call call, boolean isNew, URI source, LocalDate day) {
    Terms terms = call.terms();
    Call full =
        with(
            call,
            longer(call.text(), details.text("description")),
            longer(terms.conditions(), details.text("conditions")),
            isNew ? or(terms.budget(), budget(call.identifier())) : terms.budget());
    LocalDate stated = call.provenance().claims().getFirst().date();
    Claim claim =
        new Claim(StatedFields.of(full), Optional.empty(), full.site().orElseThrow(), stated);
    Call filled = CallText.fill(full.withProvenance(Provenance.of(claim)), day);
    return TopicDates.of(details.node(), call.identifier())
        .fill(isNew ? filled : withoutMoneyOfWords(filled, full), source, day);
  }

  private static Call withoutMoneyOfWords(Call filled, Call full) {
    Call kept = with(filled, filled.text(), filled.terms().conditions(), full.terms().budget());
    Claim[] claims =
        filled.provenance().claims().stream()
            .filter(claim -> !claim.fields().equals(List.of("budget")))
            .toArray(Claim[]::new);
    return kept.withProvenance(Provenance.of(claims));
  }

  private static Texts longer(Texts shown, Optional<String> details) {
    int length = Optional.ofNullable(shown.byLanguage().get(Language.EN)).orElse("").length();
    return details.filter(text -> text.length() >= length).map(Texts::english).orElse(shown);
  }

  private Budget budget(String identifier) {
    return PortalBudget.of(
        details.node().path("budgetOverviewJSONItem"),
        details.node().path("ccm2Id").asText(),
        identifier);
  }

  private static Budget or(Budget shown, Budget details) {
    return shown.equals(Budget.UNKNOWN) ? details : shown;
  }

  private static Call with(Call call, Texts text, Texts conditions, Budget budget) {
    Terms terms = call.terms();
    return call.with(
        text,
        call.timetable(),
        new Terms(
            terms.actionType(),
            conditions,
            budget,
            terms.readiness(),
            terms.countries(),
            terms.consortium(),
            terms.roles()),
        call.provenance());
  }
}
