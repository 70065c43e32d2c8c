package dk.brobygger.web.page;

import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.ValueChainStage;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.language.Mention;
import dk.brobygger.search.score.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Quotes what speaks of a competence in the reader's language, where the entry says so in it: a
 * reason quotes the first words that do, in whatever language they are.
 *
 * @param language the reader's
 * @param vocabulary the competences
 * @param tagger finds these in texts
 */
record Quoter(Language language, Vocabulary vocabulary, CompetenceTagger tagger) {

  /**
   * The first words of the same fact of the same entry that speak of the same competence in the
   * reader's language, or else of what is part of it; those given where there are none, or where
   * they speak of no competence.
   */
  Evidence quote(Evidence given) {
    Set<String> readable = readable(given);
    if (readable.isEmpty() || readable.contains(given.field())) {
      return given;
    }
    List<Mention> mentions = tagger.mentions(given.of());
    return competence(given, mentions).stream()
        .flatMap(this::kin)
        .flatMap(spoken -> mentions.stream().filter(one -> one.competence().equals(spoken)))
        .filter(one -> readable.contains(one.field()))
        .findFirst()
        .map(one -> new Evidence(given.of(), one.field(), one.start(), one.end()))
        .orElse(given);
  }

  /** The fields that tell the same fact in the reader's language. */
  private Set<String> readable(Evidence given) {
    String fact = TextField.factTold(given.field());
    return given.of().texts().stream()
        .filter(text -> text.language() == language && text.factTold().equals(fact))
        .map(TextField::name)
        .collect(Collectors.toSet());
  }

  /**
   * Itself and its parts, nearest first; no part at another stage, since that may be the reason.
   */
  private Stream<String> kin(String competence) {
    Optional<ValueChainStage> stage = stage(competence);
    return vocabulary.narrowerClosure(competence).stream()
        .filter(part -> stage.isEmpty() || stage(part).equals(stage));
  }

  private Optional<ValueChainStage> stage(String competence) {
    return vocabulary.competence(competence).flatMap(Competence::stage);
  }

  private static Optional<String> competence(Evidence given, List<Mention> mentions) {
    return mentions.stream()
        .filter(one ->
            one.field().equals(given.field())
                && one.start() == given.start()
                && one.end() == given.end())
        .map(Mention::competence)
        .findFirst();
  }
}
