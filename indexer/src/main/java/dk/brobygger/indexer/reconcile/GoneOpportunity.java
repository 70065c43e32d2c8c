package dk.brobygger.indexer.reconcile;

import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Opportunity;
import dk.brobygger.corpus.entry.Provenance;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What it says of an opportunity that its list shows it no more: no interest can be shown in it, by
 * a claim of the day that was found out. Everything else of it stays, and if it is listed again,
 * what its page says then counts.
 */
public final class GoneOpportunity {

  private static final String FIELD = "openForInterest";

  private GoneOpportunity() {}

  /**
   * The opportunity as closed, to be put in place of the known one.
   *
   * @param list the address where it was looked for
   */
  public static Opportunity of(Opportunity known, URI list, LocalDate day) {
    Claim claim = new Claim(List.of(FIELD), Optional.empty(), list, day);
    return new Opportunity(
        known.id(),
        known.kind(),
        known.name(),
        known.country(),
        known.summary(),
        known.soughtPartner(),
        known.targetCountries(),
        known.deadline(),
        false,
        Provenance.of(
            Stream.concat(
                    known.provenance().claims().stream().flatMap(GoneOpportunity::without),
                    Stream.of(claim))
                .toArray(Claim[]::new)));
  }

  /** What a claim says of everything else. */
  private static Stream<Claim> without(Claim claim) {
    List<String> fields = claim.fields().stream().filter(field -> !field.equals(FIELD)).toList();
    return fields.isEmpty() ? Stream.empty() : Stream.of(Supports.on(claim, fields));
  }
}
