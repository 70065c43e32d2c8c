package dk.brobygger.search.signal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * What each signal counts.
 *
 * @param of the weight of each signal; 0 for one that is not there
 * @param <S> the signals
 */
public record Weights<S extends Enum<S>>(Map<S, Double> of) {

  /** Keeps a copy. */
  public Weights {
    of = Map.copyOf(of);
  }

  /**
   * The weights shipped in a properties file: signal in small letters with hyphens = number.
   *
   * @throws IllegalArgumentException if it names a signal that is not there, or no number
   */
  static <S extends Enum<S>> Weights<S> shipped(String file, Class<S> signals) {
    Properties written = new Properties();
    try (InputStream in = Objects.requireNonNull(Weights.class.getResourceAsStream(file), file)) {
      written.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the shipped " + file, e);
    }
    Map<S, Double> weights = new EnumMap<>(signals);
    for (S signal : signals.getEnumConstants()) {
      String weight = written.getProperty(word(signal));
      if (weight != null) {
        weights.put(signal, Double.valueOf(weight));
      }
    }
    if (weights.size() != written.size()) {
      throw new IllegalArgumentException(file + " names signals that are not there: " + written);
    }
    return new Weights<>(weights);
  }

  /** How a signal is written: {@code TITLE_WORDS} is {@code title-words}. */
  public static String word(Enum<?> signal) {
    return signal.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The weighted sum of the signals for each candidate. */
  public double[] scores(Map<S, double[]> signals, int candidates) {
    double[] scores = new double[candidates];
    signals.forEach((signal, values) -> {
      double weight = of.getOrDefault(signal, 0.0);
      for (int place = 0; weight != 0 && place < candidates; place++) {
        scores[place] += weight * values[place];
      }
    });
    return scores;
  }
}
