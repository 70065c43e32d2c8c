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
import java.util.Locale;
import java.util.Optional;

/** The rules that keep a cluster from applying, however well a call fits. */
final class Eligibility {

  private static final Blocker COUNTRY =
      Blocker.of(
          "country",
          "The call is restricted to applicants of other countries.",
          "Opslaget er forbeholdt ansøgere fra andre lande.");

  /** Horizon Europe work programme 2026-2027, MSCA and ERC: the applicant is a researcher. */
  private static final Blocker RESEARCHER =
      Blocker.of(
          "single-researcher",
          "The grant goes to a single researcher together with a host institution.",
          "Bevillingen gives til en enkelt forsker sammen med en værtsinstitution.");

  private static final Blocker KIND =
      Blocker.of("kind", "It is no call.", "Den er ikke et opslag.");

  private static final Blocker CLOSED =
      Blocker.of(
          "closed",
          "It is closed: no deadline is left that somebody who begins now could meet.",
          "Det er lukket: der er ingen frist tilbage, som nogen, der begynder nu, kan nå.");

  /** Action types whose applicant is a person, in lower case. */
  private static final List<String> PERSONAL = List.of("postdoctoral fellowships", "erc grants");

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

  static List<Blocker> blockers(Cluster cluster, Call call) {
    List<Blocker> blockers = new ArrayList<>();
    country(cluster, call).ifPresent(blockers::add);
    researcher(call).ifPresent(blockers::add);
    return blockers;
  }

  private static Optional<Blocker> country(Cluster cluster, Call call) {
    List<String> countries = call.terms().countries();
    if (countries.isEmpty() || countries.contains(cluster.identity().seat().country())) {
      return Optional.empty();
    }
    return Optional.of(COUNTRY.by(Evidence.whole(call, "countries")));
  }

  private static Optional<Blocker> researcher(Call call) {
    return PERSONAL.stream()
        .flatMap(personal -> typed(call, personal).stream())
        .findFirst()
        .map(RESEARCHER::by);
  }

  /** Words of a call's type of action, given in lower case; empty where it has them not. */
  static Optional<Evidence> typed(Call call, String words) {
    int start = call.terms().actionType().orElse("").toLowerCase(Locale.ROOT).indexOf(words);
    return start < 0
        ? Optional.empty()
        : Optional.of(new Evidence(call, "actionType", start, start + words.length()));
  }
}
