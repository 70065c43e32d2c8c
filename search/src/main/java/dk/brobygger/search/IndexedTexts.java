package dk.brobygger.search;

import dk.brobygger.search.engine.Question;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.language.SimilarWord;
import dk.brobygger.search.language.Spelling;
import dk.brobygger.search.query.Query;
import java.util.List;
import java.util.Set;

/** The words of what an engine has indexed. */
record IndexedTexts(SearchEngine engine) implements Spelling.Texts {

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
    return engine.ask(new Question(query, 0, 0, Set.of(), false)).total();
  }
}
