package dk.brobygger.corpus.inventory;

import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import java.util.function.Predicate;

/** Competences that are tied to nothing. */
final class Competences {

  private Competences() {}

  static Finding alone(Vocabulary vocabulary) {
    return list(
        "competences with neither broader nor narrower ones",
        vocabulary,
        competence ->
            competence.broader().isEmpty()
                && vocabulary.narrowerClosure(competence.id()).size() == 1);
  }

  static Finding withoutNace(Vocabulary vocabulary) {
    return list(
        "competences without a NACE class, of their own or of a broader one",
        vocabulary,
        competence ->
            vocabulary.broaderClosure(competence.id()).stream()
                .flatMap(id -> vocabulary.competence(id).stream())
                .allMatch(each -> each.nace().isEmpty()));
  }

  private static Finding list(String what, Vocabulary vocabulary, Predicate<Competence> wanted) {
    return new Finding(
        what, vocabulary.competences().stream().filter(wanted).map(Competence::id).toList());
  }
}
