package dk.brobygger.search.score;

import dk.brobygger.search.delegation.Encounter;
import dk.brobygger.search.engine.Hit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Points for a criterion: earned by quoted words or in a meeting, or made of the points of its
 * parts. The points of a node are always computed from its parts.
 */
public sealed interface Score {

  /** What was judged: a short English word or words with hyphens, such as {@code competence}. */
  String criterion();

  /** How good it is, finite; less than 0 only where a meeting speaks against it. */
  double points();

  /** What the points are made of; none for a leaf. */
  List<Score> parts();

  /** The words that earned the points; leaves only. */
  List<Evidence> evidence();

  /** The meeting in which the points were earned or lost; for such leaves only. */
  default Optional<Encounter> meeting() {
    return Optional.empty();
  }

  /**
   * How the points are made of the parts: {@code leaf}, {@code sum}, {@code harmonic}, {@code min}.
   */
  String how();

  /**
   * Points earned by words.
   *
   * @param criterion what was judged
   * @param points 0 or more, finite
   * @param evidence the words that earned them
   */
  record Leaf(String criterion, double points, List<Evidence> evidence) implements Score {
    /** Refuses points that are negative or not a number. */
    public Leaf {
      evidence = List.copyOf(evidence);
      if (!(points >= 0) || Double.isInfinite(points)) {
        throw new IllegalArgumentException(
            "points of " + criterion + " is " + points + ", must be 0 or more");
      }
    }

    @Override
    public List<Score> parts() {
      return List.of();
    }

    @Override
    public String how() {
      return "leaf";
    }
  }

  /**
   * Points earned by words in common with an entry that was found by them.
   *
   * @param points 0 or more, finite
   * @param hit the entry, which is asked for the words when they are to be shown
   */
  record Words(double points, Hit hit) implements Score {

    /** Quotations beyond the third say little of words in common. */
    private static final int QUOTATIONS = 3;

    @Override
    public String criterion() {
      return "words";
    }

    @Override
    public List<Score> parts() {
      return List.of();
    }

    @Override
    public List<Evidence> evidence() {
      return Passages.best(hit.entry(), hit.highlights(), QUOTATIONS);
    }

    @Override
    public String how() {
      return "leaf";
    }

    /** Hits of two answers are never equal, but what they say is. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Words words
          && words.points == points
          && words.evidence().equals(evidence());
    }

    @Override
    public int hashCode() {
      return Double.hashCode(points);
    }

    @Override
    public String toString() {
      return "Words[points=" + points + ", evidence=" + evidence() + "]";
    }
  }

  /**
   * Points earned or lost in one meeting.
   *
   * @param criterion what was judged
   * @param points finite
   * @param encounter the meeting, what came of it, and who says so
   */
  record Met(String criterion, double points, Encounter encounter) implements Score {
    /** Refuses points that are not a number. */
    public Met {
      if (!Double.isFinite(points)) {
        throw new IllegalArgumentException(
            "points of " + criterion + " is " + points + ", must be finite");
      }
    }

    @Override
    public List<Score> parts() {
      return List.of();
    }

    @Override
    public List<Evidence> evidence() {
      return List.of();
    }

    @Override
    public Optional<Encounter> meeting() {
      return Optional.of(encounter);
    }

    @Override
    public String how() {
      return "leaf";
    }
  }

  /**
   * All parts added.
   *
   * @param criterion what was judged
   * @param parts what is added
   */
  record Sum(String criterion, List<Score> parts) implements Score {
    /** Keeps a copy. */
    public Sum {
      parts = List.copyOf(parts);
    }

    @Override
    public double points() {
      double sum = 0;
      for (Score part : parts) {
        sum += part.points();
      }
      return sum;
    }

    @Override
    public List<Evidence> evidence() {
      return List.of();
    }

    @Override
    public String how() {
      return "sum";
    }
  }

  /**
   * The harmonic mean of the parts, so that a fit of one side only is worth nothing.
   *
   * @param criterion what was judged
   * @param parts what is joined; at least one
   */
  record Harmonic(String criterion, List<Score> parts) implements Score {
    /** Keeps a copy and refuses to join nothing. */
    public Harmonic {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException(criterion + " joins no parts, must join one or more");
      }
    }

    @Override
    public double points() {
      double inverses = 0;
      for (Score part : parts) {
        if (part.points() == 0) {
          return 0;
        }
        inverses += 1 / part.points();
      }
      return parts.size() / inverses;
    }

    @Override
    public List<Evidence> evidence() {
      return List.of();
    }

    @Override
    public String how() {
      return "harmonic";
    }
  }

  /**
   * The least of the parts.
   *
   * @param criterion what was judged
   * @param parts what is compared; at least one
   */
  record Least(String criterion, List<Score> parts) implements Score {
    /** Keeps a copy and refuses to compare nothing. */
    public Least {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException(
            criterion + " compares no parts, must compare one or more");
      }
    }

    @Override
    public double points() {
      return parts.stream().mapToDouble(Score::points).min().orElseThrow();
    }

    @Override
    public List<Evidence> evidence() {
      return List.of();
    }

    @Override
    public String how() {
      return "min";
    }
  }
}
