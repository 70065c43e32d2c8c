package dk.brobygger.search;

import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.engine.Index;
import dk.brobygger.search.engine.TextScores;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.lucene.LuceneIndex;
import dk.brobygger.search.lucene.LuceneTextScores;
import java.nio.file.Path;
import java.util.List;

/** Opens indexes; the only place that names an engine. */
public final class Engines {

  private Engines() {}

  /** The embedded index in a folder, which need not be there yet. */
  public static Index in(Path folder, Vocabulary vocabulary, CompetenceTagger tagger) {
    return LuceneIndex.in(folder, vocabulary, tagger);
  }

  /** An index in memory, gone when it is let go. */
  public static Index inMemory(Vocabulary vocabulary, CompetenceTagger tagger) {
    return LuceneIndex.inMemory(vocabulary, tagger);
  }

  /** Scores over texts that are terms already, kept in memory. */
  public static TextScores textScores(List<List<String>> texts) {
    return LuceneTextScores.of(texts);
  }
}
