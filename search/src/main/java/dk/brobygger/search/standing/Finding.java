package dk.brobygger.search.standing;

import dk.brobygger.corpus.entry.Call;
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
import java.util.LinkedHashSet;
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
   * where its words answer, those asked for or narrower ones, and English words that all stand
   * there. Looked up anew each time.
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
        .flatMap(one ->
            switch (one.kind()) {
              case COMPETENCE, BROADER -> spoken(one, marks);
              case COUNTRY -> Stream.<Expansion>empty(); // a call is at home nowhere
              case PROGRAMME -> Stream.of(one).filter(this::isOf);
              case ENGLISH, SPELLING ->
                  Stream.of(one).filter(words -> says(said, words.added(), Language.EN));
            })
        .distinct()
        .toList();
  }

  private static boolean says(Set<String> said, String text, Language language) {
    return said.containsAll(words(text, language).toList());
  }

  private boolean isOf(Expansion programme) {
    return hit.entry() instanceof Call call && call.family().programme().equals(programme.added());
  }

  /** The competence asked for where it is spoken of, and else what is narrower. */
  private Stream<Expansion> spoken(Expansion asked, List<Highlight> marks) {
    Set<String> narrower = Vocabulary.shipped().narrowerClosure(asked.added());
    Set<String> spoken =
        hit.mentions().stream()
            .filter(one -> narrower.contains(one.competence()))
            .filter(one -> marks.stream().anyMatch(mark -> overlap(one, mark)))
            .map(Mention::competence)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Stream<String> told =
        spoken.contains(asked.added()) ? Stream.of(asked.added()) : spoken.stream();
    return told.map(id -> new Expansion(asked.typed(), id, asked.kind(), true));
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
