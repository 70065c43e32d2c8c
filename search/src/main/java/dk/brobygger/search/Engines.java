package dk.brobygger.search;

import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.engine.Index;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.lucene.LuceneIndex;
import java.nio.file.Path;

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
}
