package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rules that keep a cluster from applying, however well a call fits. */
final class Eligibility {

  private static final Map<Language, String> COUNTRY =
      Map.of(
          Language.EN, "The call is restricted to applicants of other countries.",
          Language.DA, "Opslaget er forbeholdt ansøgere fra andre lande.");

  /** Horizon Europe work programme 2026-2027, MSCA and ERC: the applicant is a researcher. */
  private static final Map<Language, String> RESEARCHER =
      Map.of(
          Language.EN, "The grant goes to a single researcher together with a host institution.",
          Language.DA, "Bevillingen gives til en enkelt forsker sammen med en værtsinstitution.");

  /** Action types whose applicant is a person, in lower case. */
  private static final List<String> PERSONAL = List.of("postdoctoral fellowships", "erc grants");

  private Eligibility() {}

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
    return Optional.of(
        new Blocker("country", COUNTRY, Optional.of(Evidence.whole(call, "countries"))));
  }

  private static Optional<Blocker> researcher(Call call) {
    String type = call.terms().actionType().orElse("");
    for (String personal : PERSONAL) {
      int start = type.toLowerCase(Locale.ROOT).indexOf(personal);
      if (start >= 0) {
        Evidence words = Evidence.quote(call, "actionType", start, start + personal.length());
        return Optional.of(new Blocker("single-researcher", RESEARCHER, Optional.of(words)));
      }
    }
    return Optional.empty();
  }
}
