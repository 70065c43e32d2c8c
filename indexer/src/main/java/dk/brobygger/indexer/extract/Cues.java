package dk.brobygger.indexer.extract;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.indexer.extract.Phrases.Kind;
import java.util.List;
import java.util.Optional;

/**
 * By which sentences and headings a page says that somebody offers or seeks something. An offer or
 * wish that is denied, or that is about jobs, is none.
 *
 * @param language that of the page, whose phrases count beside the English and Danish ones
 */
record Cues(Optional<Language> language) {

  /** What a sentence says its side is; seeking is said more clearly than offering. */
  Optional<Side> of(String sentence) {
    if (isBeside(sentence)) {
      return Optional.empty();
    }
    if (says(Kind.SEEKS, sentence)) {
      return Optional.of(Side.SEEKS);
    }
    return says(Kind.OFFERS, sentence) ? Optional.of(Side.OFFERS) : Optional.empty();
  }

  /** Whether a sentence takes a side back, or speaks of jobs. */
  boolean isBeside(String sentence) {
    return says(Kind.DENIED, sentence) || isOfJobs(sentence) || says(Kind.BESIDE, sentence);
  }

  /** A sentence, or its parts where one of them is denied and another may not be. */
  List<Found<String>> parts(Found<String> sentence) {
    List<Found<String>> parts = Found.parts(sentence, Phrases.pattern(Kind.BUT, language));
    return parts.stream().anyMatch(part -> says(Kind.DENIED, part.value()))
        ? parts
        : List.of(sentence);
  }

  /** Whether a paragraph advertises a job: what it says of skills is sought of one person. */
  boolean isOfJobs(String paragraph) {
    return says(Kind.JOBS, paragraph);
  }

  /** Whether a sentence is about countries a cluster wants to work with. */
  boolean isOfTargets(String sentence) {
    return says(Kind.TARGETS, sentence);
  }

  /** What a heading says what follows is. */
  Optional<Side> ofHeading(String heading) {
    String words = heading.strip();
    if (isBeside(words)) {
      return Optional.empty();
    }
    if (says(Kind.SEEK_HEADINGS, words)) {
      return Optional.of(Side.SEEKS);
    }
    return says(Kind.OFFER_HEADINGS, words) ? Optional.of(Side.OFFERS) : Optional.empty();
  }

  private boolean says(Kind kind, String text) {
    return Phrases.pattern(kind, language).matcher(text).find();
  }
}
