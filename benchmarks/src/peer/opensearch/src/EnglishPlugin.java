import java.util.List;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.opensearch.index.analysis.PreBuiltAnalyzerProviderFactory;
import org.opensearch.indices.analysis.PreBuiltCacheFactory.CachingStrategy;
import org.opensearch.plugins.AnalysisPlugin;
import org.opensearch.plugins.Plugin;

/** The analyzer {@code english} as a server has it from a module that is not to be had alone. */
public final class EnglishPlugin extends Plugin implements AnalysisPlugin {

  @Override
  public List<PreBuiltAnalyzerProviderFactory> getPreBuiltAnalyzerProviderFactories() {
    return List.of(
        new PreBuiltAnalyzerProviderFactory(
            "english", CachingStrategy.LUCENE, EnglishAnalyzer::new));
  }
}
