package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * That a cluster organisation may not be the kind of applicant a call is for. Who may apply for
 * national money stands in prose that each scheme words in its own way, so it is quoted and not
 * judged; it costs no points, as what is closed to a cluster may be just right for its members.
 */
final class ApplicantKind {

  /** European Innovation Council work programme 2026, Accelerator: single small companies. */
  private static final String ACCELERATOR = "eic accelerator";

  private ApplicantKind() {}

  /** What is to be thought of; empty where the call says nothing that must be looked at. */
  static Optional<Caution> caution(Call call) {
    return Eligibility.typed(call, ACCELERATOR)
        .map(words ->
            caution(
                "A single start-up or small company applies: your members can, you cannot.",
                "En enkelt startup eller mindre virksomhed søger: det kan jeres medlemmer, men I"
                    + " kan ikke.",
                words))
        .or(() ->
            conditions(call)
                .map(words ->
                    caution(
                        "Its conditions say who may apply: see whether you can, or only your"
                            + " members.",
                        "Betingelserne siger, hvem der kan søge: se efter, om I kan, eller kun"
                            + " jeres medlemmer.",
                        words)));
  }

  /** Those of a national call; in Danish if they are there, as those of a Danish scheme were. */
  private static Optional<Evidence> conditions(Call call) {
    return call.texts().stream()
        .filter(field -> call.kind() == CallKind.NATIONAL)
        .filter(field -> TextField.factTold(field.name()).equals("conditions"))
        .filter(field -> !field.text().isBlank())
        .max(Comparator.comparing(field -> field.language() == Language.DA))
        .map(field -> Evidence.whole(call, field.name()));
  }

  private static Caution caution(String english, String danish, Evidence words) {
    return new Caution(
        "applicant",
        false,
        Map.of(Language.EN, english, Language.DA, danish),
        Optional.of(words),
        Optional.empty());
  }
}
