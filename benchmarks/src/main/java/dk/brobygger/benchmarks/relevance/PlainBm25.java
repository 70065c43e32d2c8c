package dk.brobygger.benchmarks.relevance;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.Engines;
import dk.brobygger.search.engine.TextScores;
import dk.brobygger.search.language.TextAnalysis;
import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.Idea;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The baseline: BM25 (k1 0.9, b 0.4) over all text of a candidate in one field, asked with all
 * words of the idea, a repeated word counting as often as it stands, as Lucene's query parser does.
 */
final class PlainBm25 implements Peer {

  private final String name;
  private final List<? extends Candidate> candidates;
  private final TextScores texts;

  PlainBm25(List<? extends Candidate> candidates) {
    this("plain BM25", candidates);
  }

  /**
   * Over texts that are not those of the others beside it.
   *
   * @param name what tables call it
   */
  PlainBm25(String name, List<? extends Candidate> candidates) {
    this.name = name;
    this.candidates = candidates;
    this.texts = Engines.textScores(candidates.stream().map(one -> words(text(one))).toList());
  }

  private static String text(Candidate candidate) {
    return switch (candidate) {
      case Candidate.OfCall call -> call.title() + "\n" + call.text();
      case Candidate.OfPartner partner ->
          partner.name()
              + partner.competences().stream()
                  .map(one -> "\n" + one.text())
                  .collect(Collectors.joining());
    };
  }

  private static List<String> words(String text) {
    return TextAnalysis.words(text, Language.EN).stream().map(TextAnalysis.Word::term).toList();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> rank(Idea idea, int most) {
    Map<String, Double> terms = new HashMap<>();
    words(idea.title() + "\n" + idea.text() + "\n" + String.join("; ", idea.keywords()))
        .forEach(word -> terms.merge(word, 1.0, Double::sum));
    double[] scores = texts.of(terms);
    return IntStream.range(0, scores.length)
        .boxed()
        .filter(place -> scores[place] > 0)
        .filter(place -> !candidates.get(place).id().equals(idea.organisation().orElse("")))
        .sorted(
            Comparator.comparingDouble((Integer place) -> -scores[place])
                .thenComparing(place -> place))
        .limit(most)
        .map(place -> candidates.get(place).id())
        .toList();
  }

  @Override
  public void close() {
    texts.close();
  }
}
