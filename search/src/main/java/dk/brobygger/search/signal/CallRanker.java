package dk.brobygger.search.signal;

import dk.brobygger.search.Engines;
import dk.brobygger.search.engine.TextScores;
import dk.brobygger.search.sentence.SentenceModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ranks a closed list of calls for ideas. Safe for many threads. */
public final class CallRanker implements AutoCloseable {

  /** Past projects whose topics say which calls fit; more add nothing (measured on 2024). */
  private static final int NEIGHBOURS = 20;

  /** How often a word of the title counts: of 1, 2, 3 and 5 best for CACM and Cranfield. */
  private static final int TITLE = 3;

  /** What is known of a call for an idea. */
  public enum Signal {
    /**
     * Its words stand in the idea, as often as they do (BM25, standardized). Beside damped words it
     * is worth nothing for ideas and titles, but much for questions and long texts.
     */
    WORDS,
    /** The same, repeated words counted less. */
    DAMPED_WORDS,
    /** Words of the idea's title stand in the call. */
    TITLE_WORDS,
    /** Pairs of words stand in both. */
    PAIRS,
    /** Its words stand in the topics of past projects that are like the idea. */
    NEIGHBOURS,
    /** 1 where its grants were given before, and so it is past. */
    GRANTED,
    /** It means nearly the same, by a sentence model; only there where one is given. */
    SENTENCES
  }

  private final List<Candidate.OfCall> calls;
  private final TextScores words;
  private final TextScores pairs;
  private final History history;
  private final Weights<Signal> weights;
  private final double[] granted;
  private final Optional<Meanings> meanings;

  /**
   * Ranks these calls.
   *
   * @param calls what is ranked
   * @param history past projects; an empty history teaches nothing
   * @param weights what each signal counts
   */
  public CallRanker(List<Candidate.OfCall> calls, History history, Weights<Signal> weights) {
    this(calls, history, weights, Optional.empty());
  }

  /**
   * Ranks these calls by what they mean, too. Each call is encoded once, here.
   *
   * @param calls what is ranked
   * @param history past projects; an empty history teaches nothing
   * @param weights what each signal counts
   * @param model the sentence model, which stays the caller's to close
   */
  public CallRanker(
      List<Candidate.OfCall> calls,
      History history,
      Weights<Signal> weights,
      Optional<SentenceModel> model) {
    this.calls = List.copyOf(calls);
    this.history = history;
    this.weights = weights;
    List<List<String>> texts = new ArrayList<>();
    for (Candidate.OfCall call : calls) {
      texts.add(words(call));
    }
    this.words = Engines.textScores(texts);
    this.pairs = Engines.textScores(texts.stream().map(Bag::pairs).toList());
    this.granted = granted();
    this.meanings = model.map(one -> new Meanings(one, calls));
  }

  /** The weights shipped with the program. */
  public static Weights<Signal> shippedWeights() {
    return shippedWeights(Optional.empty());
  }

  /** The weights shipped with the program for ranking with this model, or without one. */
  public static Weights<Signal> shippedWeights(Optional<SentenceModel> model) {
    return Weights.shipped(weightsFile(model), Signal.class);
  }

  /** The file of weights for ranking with this model, or without one. */
  public static String weightsFile(Optional<SentenceModel> model) {
    return model.isPresent() ? "call-weights-sentences.properties" : "call-weights.properties";
  }

  private double[] granted() {
    Set<String> codes = new HashSet<>();
    history
        .projects()
        .forEach(project -> project.topic().ifPresent(topic -> codes.add(topic.code())));
    return calls.stream().mapToDouble(call -> codes.contains(call.id()) ? 1 : 0).toArray();
  }

  /**
   * The words of a call, its title counting more than its text: BM25F (Robertson, Zaragoza, Taylor
   * 2004), whose weighted frequencies and lengths are those of a text with the title repeated. A
   * title alone is all the text there is.
   */
  private static List<String> words(Candidate.OfCall call) {
    List<String> title = Bag.words(call.title());
    if (call.text().isBlank()) {
      return title;
    }
    List<String> words = new ArrayList<>();
    for (int time = 0; time < TITLE; time++) {
      words.addAll(title);
    }
    words.addAll(Bag.words(call.text()));
    return words;
  }

  /** The best calls for an idea, best first. */
  public List<Ranked> rank(Idea idea, int most) {
    return Ranked.best(calls, weights.scores(signals(idea), calls.size()), most, "");
  }

  /** Every signal for every call, in the order the calls were given. */
  public Map<Signal, double[]> signals(Idea idea) {
    Question question = Question.of(idea);
    Map<Signal, double[]> signals = new EnumMap<>(Signal.class);
    signals.put(Signal.WORDS, Numbers.standardized(words.of(question.counts())));
    signals.put(Signal.DAMPED_WORDS, Numbers.standardized(words.of(Bag.damped(question.counts()))));
    signals.put(Signal.TITLE_WORDS, Numbers.standardized(words.of(question.title())));
    signals.put(Signal.PAIRS, Numbers.standardized(pairs.of(question.pairs())));
    signals.put(Signal.NEIGHBOURS, Numbers.standardized(words.of(topicsAlike(question))));
    signals.put(Signal.GRANTED, granted);
    meanings.ifPresent(
        one -> signals.put(Signal.SENTENCES, Numbers.standardized(one.nearness(idea))));
    return signals;
  }

  /** The words of the topics that past projects like the idea were granted under. */
  private Map<String, Double> topicsAlike(Question question) {
    double[] alike = Numbers.shares(history.alike(history.likeness(question), 1, NEIGHBOURS));
    Map<String, Double> terms = new HashMap<>();
    for (int place = 0; place < alike.length; place++) {
      double weight = alike[place];
      if (weight > 0) {
        history
            .projects()
            .get(place)
            .topic()
            .ifPresent(topic ->
                Bag.words(topic.title()).forEach(word -> terms.merge(word, weight, Double::sum)));
      }
    }
    return terms;
  }

  @Override
  public void close() {
    words.close();
    pairs.close();
  }
}
