package dk.brobygger.search.standing;

import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.engine.Highlight;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.language.Mention;
import dk.brobygger.search.language.TextAnalysis;
import dk.brobygger.search.language.TextAnalysis.Word;
import dk.brobygger.search.query.Expansion;
import dk.brobygger.search.query.Reading;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * That a saved search finds a call.
 *
 * @param search the name of the search
 * @param reading how its words were read
 * @param hit the call
 */
public record Finding(String search, Reading reading, Hit hit) {

  /**
   * What the call was found by where it does not say what was typed: competences that it speaks of
   * where its words answer, and English words that all stand there. Looked up anew each time.
   */
  public List<Expansion> expansions() {
    List<Expansion> used = reading.expansions().stream().filter(Expansion::used).toList();
    if (used.isEmpty()) {
      return List.of();
    }
    List<Highlight> marks = hit.highlights();
    Set<String> said = marks.stream().flatMap(this::words).collect(Collectors.toSet());
    return used.stream()
        .filter(
            one -> Language.OF_USERS.stream().noneMatch(typed -> says(said, one.typed(), typed)))
        .filter(one ->
            switch (one.kind()) {
              case COMPETENCE, BROADER -> speaksOf(one.added(), marks);
              case ENGLISH, SPELLING -> says(said, one.added(), Language.EN);
            })
        .toList();
  }

  private static boolean says(Set<String> said, String text, Language language) {
    return said.containsAll(words(text, language).toList());
  }

  private boolean speaksOf(String competence, List<Highlight> marks) {
    Set<String> named = Vocabulary.shipped().narrowerClosure(competence);
    return hit.mentions().stream()
        .filter(one -> named.contains(one.competence()))
        .anyMatch(one -> marks.stream().anyMatch(mark -> overlap(one, mark)));
  }

  private static boolean overlap(Mention mention, Highlight mark) {
    return mention.field().equals(mark.field())
        && mention.start() < mark.end()
        && mark.start() < mention.end();
  }

  private Stream<String> words(Highlight mark) {
    TextField field = hit.entry().field(mark.field()).orElseThrow();
    return words(field.text().substring(mark.start(), mark.end()), field.language());
  }

  private static Stream<String> words(String text, Language language) {
    return TextAnalysis.words(text, language).stream().map(Word::term);
  }
}
