package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rules that keep a cluster from applying, however well a call fits. */
final class Eligibility {

  private static final Blocker KIND =
      Blocker.of("kind", "It is no call.", "Den er ikke et opslag.");

  private static final Blocker CLOSED =
      Blocker.of(
          "closed",
          "It is closed: no deadline is left that somebody who begins now could meet.",
          "Det er lukket: der er ingen frist tilbage, som nogen, der begynder nu, kan nå.");

  private Eligibility() {}

  /** The rules against an entry that was asked for; none where it can be ranked. */
  static List<Blocker> against(Cluster cluster, Entry asked, Instant now) {
    if (!(asked instanceof Call call)) {
      return List.of(KIND);
    }
    List<Blocker> rules = new ArrayList<>();
    if (call.timetable().status(now) == CallStatus.CLOSED) {
      rules.add(
          call.field("deadlines").isPresent()
              ? CLOSED.by(Evidence.whole(call, "deadlines"))
              : CLOSED);
    }
    rules.addAll(blockers(cluster, call));
    return rules;
  }

  /** The rules that keep a cluster from applying for a call, closed or not. */
  static List<Blocker> blockers(Cluster cluster, Call call) {
    return ReadyCall.of(call).blockers(cluster);
  }
}
