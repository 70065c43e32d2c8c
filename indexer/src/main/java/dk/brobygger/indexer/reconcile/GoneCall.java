package dk.brobygger.indexer.reconcile;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Timetable;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What it says of a call that its portal, which shows all open and forthcoming ones, shows it no
 * more: it is closed, by a claim of the day that was found out. Everything else of it stays, and if
 * it is shown again, the newer reading counts.
 */
public final class GoneCall {

  private GoneCall() {}

  /**
   * The call as closed, to be joined with the known one.
   *
   * @param portal the address where it was looked for
   */
  public static Call of(Call known, URI portal, LocalDate day) {
    Timetable before = known.timetable();
    Claim claim = new Claim(List.of("status"), Optional.empty(), portal, day);
    return known.with(
        known.text(),
        new Timetable(CallStatus.CLOSED, before.opens(), before.model(), before.deadlines()),
        known.terms(),
        Provenance.of(claim));
  }
}
