package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.ValueChainStage;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.funding.ReadinessWords.Said;
import dk.brobygger.search.match.Profile;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How near the market a call wants its projects, beside how near it a cluster works. Only what is
 * certain is said, and it takes and gives no points: no measurement tells what it is worth.
 *
 * <ul>
 *   <li>Readiness levels that the profile names, as in {@code TRL 5-7}, lie among those of the
 *       call, below or above them. One level alone may be meant as the first or the last of
 *       several.
 *   <li>All that is offered of a value chain is research, and the call is an innovation action; or
 *       all of it is operation and use, and the call is a research and innovation action.
 *   <li>A coordination and support action is for what cluster organisations do.
 * </ul>
 */
final class ActionFit {

  /** Regulation (EU) 2021/695, article 2: what each type of action consists of. */
  private static final URI TYPES = URI.create("https://eur-lex.europa.eu/eli/reg/2021/695/oj");

  /** One competence at a stage may be chance. */
  private static final int LEAST_STAGED = 2;

  /** As many competences as a sentence can name. */
  private static final int NAMED = 3;

  private static final Set<ValueChainStage> RESEARCH = EnumSet.of(ValueChainStage.RESEARCH);
  private static final Set<ValueChainStage> RUNNING =
      EnumSet.of(ValueChainStage.OPERATION, ValueChainStage.USE);

  private final List<Said> levels;
  private final List<Competence> staged;

  /** How near the market a cluster works. */
  ActionFit(Cluster cluster, Profile profile, Vocabulary vocabulary) {
    this.levels =
        cluster.texts().stream()
            .filter(field -> !TextField.factTold(field.name()).equals("seeks"))
            .flatMap(field -> ReadinessWords.in(cluster, field).stream())
            .toList();
    this.staged =
        profile.offered().keySet().stream()
            .flatMap(id -> vocabulary.competence(id).stream())
            .filter(competence -> competence.stage().isPresent())
            .toList();
  }

  /** What is to be thought of before this call is gone for. */
  List<Caution> cautions(Call call) {
    List<Caution> cautions = new ArrayList<>();
    readiness(call).ifPresent(cautions::add);
    type(call).ifPresent(cautions::add);
    return cautions;
  }

  private Optional<Caution> readiness(Call call) {
    Optional<Integer> start = call.terms().readiness().start();
    Optional<Integer> end = call.terms().readiness().end();
    if (levels.isEmpty() || levels.stream().anyMatch(Said::open)) {
      return Optional.empty();
    }
    int low = levels.stream().mapToInt(Said::low).min().orElseThrow();
    int high = levels.stream().mapToInt(Said::high).max().orElseThrow();
    if (start.isPresent() && high < start.get()) {
      return Optional.of(
          readiness(
              call,
              false,
              "The call begins at TRL " + start.get(),
              "Opslaget begynder ved TRL " + start.get()));
    }
    if (end.isPresent() && low > end.get()) {
      return Optional.of(
          readiness(
              call,
              false,
              "The call ends at TRL " + end.get(),
              "Opslaget slutter ved TRL " + end.get()));
    }
    if (start.isEmpty()
        || end.isEmpty()
        || levels.stream().noneMatch(one -> one.low() <= end.get() && one.high() >= start.get())) {
      return Optional.empty();
    }
    return Optional.of(
        readiness(
            call,
            true,
            "The call goes from TRL " + start.get() + " to " + end.get(),
            "Opslaget går fra TRL " + start.get() + " til " + end.get()));
  }

  private Caution readiness(Call call, boolean favourable, String english, String danish) {
    String said =
        levels.stream()
            .map(one -> "“" + one.words().text() + "”")
            .distinct()
            .limit(NAMED)
            .collect(Collectors.joining(", "));
    return new Caution(
        "readiness",
        favourable,
        Map.of(
            Language.EN,
            english + (favourable ? ", and" : ";") + " your profile says " + said + ".",
            Language.DA,
            danish + (favourable ? ", og" : ";") + " jeres profil siger " + said + "."),
        ReadinessWords.of(call),
        Optional.empty());
  }

  private Optional<Caution> type(Call call) {
    if (!call.family().programme().equals("HORIZON")) {
      return Optional.empty();
    }
    String type = call.terms().actionType().orElse("").toLowerCase(Locale.ROOT);
    if (type.contains("research and innovation actions")) {
      return offersOnly(RUNNING)
          ? Optional.of(
              type(
                  call,
                  false,
                  "A research and innovation action is for new knowledge and for trying whether"
                      + " something can be done; all you offer of a value chain is running and"
                      + " using it: "
                      + named(Language.EN)
                      + ".",
                  "En forsknings- og innovationsaktion er til ny viden og til at prøve, om noget"
                      + " kan lade sig gøre; alt, hvad I tilbyder af en værdikæde, er drift og"
                      + " brug: "
                      + named(Language.DA)
                      + "."))
          : Optional.empty();
    }
    if (type.contains("innovation actions")) {
      return offersOnly(RESEARCH)
          ? Optional.of(
              type(
                  call,
                  false,
                  "An innovation action is for new or better products, processes or services,"
                      + " tried in prototypes, tests, demonstrations or pilots; all you offer of"
                      + " a value chain is research: "
                      + named(Language.EN)
                      + ".",
                  "En innovationsaktion er til nye eller bedre produkter, processer eller"
                      + " tjenester, afprøvet i prototyper, test, demonstration eller"
                      + " pilotforsøg; alt, hvad I tilbyder af en værdikæde, er forskning: "
                      + named(Language.DA)
                      + "."))
          : Optional.empty();
    }
    return type.contains("coordination and support")
        ? Optional.of(
            type(
                call,
                true,
                "A coordination and support action pays for coordination and support, and usually"
                    + " not for research.",
                "En koordinerings- og støtteaktion betaler for koordinering og støtte og som regel"
                    + " ikke for forskning."))
        : Optional.empty();
  }

  private static Caution type(Call call, boolean favourable, String english, String danish) {
    return new Caution(
        "action-type",
        favourable,
        Map.of(Language.EN, english, Language.DA, danish),
        Optional.of(Evidence.whole(call, "actionType")),
        Optional.of(TYPES));
  }

  private boolean offersOnly(Set<ValueChainStage> stages) {
    return staged.size() >= LEAST_STAGED
        && staged.stream().allMatch(one -> one.stage().filter(stages::contains).isPresent());
  }

  private String named(Language language) {
    return staged.stream()
        .limit(NAMED)
        .map(competence -> competence.label(language))
        .collect(Collectors.joining(", ", "", staged.size() > NAMED ? " …" : ""));
  }
}
