package dk.brobygger.search;

import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.language.KnownWords;
import dk.brobygger.search.language.SimilarWord;
import dk.brobygger.search.language.Spelling;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.query.QueryParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The words and competences of what an engine has indexed. */
record IndexedTexts(SearchEngine engine, Vocabulary vocabulary)
    implements Spelling.Texts, QueryParser.Texts {

  /** A first page is meant to be full. */
  private static final int FEW = 10;

  /**
   * Where few clusters speak of a competence, those it is part of, nearest first, until enough
   * clusters speak of one of them.
   */
  @Override
  public List<String> broader(String competence) {
    List<String> broader = new ArrayList<>();
    List<String> step = List.of(competence);
    while (!step.isEmpty() && speaking(competence, broader) < FEW) {
      step =
          step.stream()
              .flatMap(one -> vocabulary.competence(one).stream())
              .flatMap(one -> one.broader().stream())
              .distinct()
              .toList();
      broader.addAll(step);
    }
    return broader.stream().distinct().toList();
  }

  private long speaking(String competence, List<String> broader) {
    Query any =
        new Query.Either(
            Stream.concat(Stream.of(competence), broader.stream())
                .<Query>map(Query.Competence::new)
                .toList());
    return count(new Query.Every(List.of(any, new Query.Has(Facet.TYPE, "cluster"))));
  }

  @Override
  public Spelling.Meant meant(String word) {
    return new Spelling(KnownWords.shipped(), this).of(word);
  }

  @Override
  public boolean find(Query query) {
    return count(query) > 0;
  }

  @Override
  public boolean fillAPage(Query query) {
    return count(query) >= FEW;
  }

  @Override
  public List<String> near(String word) {
    return word.chars().anyMatch(Character::isLetter)
        ? KnownWords.shipped().near(word.toLowerCase(Locale.ROOT))
        : List.of();
  }

  @Override
  public long entries(String word) {
    return count(new Query.Exactly(word));
  }

  @Override
  public boolean find(String word) {
    return count(new Query.Words(word)) > 0;
  }

  @Override
  public List<SimilarWord> similar(String small) {
    return engine.similar(small);
  }

  private long count(Query query) {
    return engine.ask(Question.count(query, Set.of())).total();
  }
}
