package dk.brobygger.corpus.entry;

import dk.brobygger.corpus.vocabulary.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A business or technology offer or request, of the kind the Enterprise Europe Network publishes.
 * Who stands behind it is not said.
 *
 * @param id its identity, of type {@link EntryType#OPPORTUNITY}
 * @param kind what is offered or wanted
 * @param name its title
 * @param country the country it comes from, two letters
 * @param summary what it is about
 * @param soughtPartner who is looked for
 * @param targetCountries countries it is meant for; none means all
 * @param deadline the last day interest can be shown, where there is one
 * @param openForInterest whether interest can be shown; being published does not mean that
 * @param provenance where all this was read
 */
public record Opportunity(
    EntryId id,
    OpportunityKind kind,
    String name,
    String country,
    Texts summary,
    Texts soughtPartner,
    List<String> targetCountries,
    Optional<LocalDate> deadline,
    boolean openForInterest,
    Provenance provenance)
    implements Entry {

  /** Checks type, name and country codes. */
  public Opportunity {
    EntryRules.check(id, EntryType.OPPORTUNITY);
    Identity.checkName(name);
    Seat.checkCountry("country", country);
    targetCountries = List.copyOf(targetCountries);
    targetCountries.forEach(code -> Seat.checkCountry("targetCountries", code));
  }

  @Override
  public List<TextField> texts() {
    List<TextField> texts = new ArrayList<>();
    texts.add(new TextField("name", Language.EN, name));
    texts.addAll(summary.fields("summary"));
    texts.addAll(soughtPartner.fields("soughtPartner"));
    return texts;
  }

  @Override
  public List<TextField> facts() {
    return List.of(TextField.fact("country", country));
  }

  @Override
  public Opportunity withProvenance(Provenance other) {
    return new Opportunity(
        id,
        kind,
        name,
        country,
        summary,
        soughtPartner,
        targetCountries,
        deadline,
        openForInterest,
        other);
  }
}
