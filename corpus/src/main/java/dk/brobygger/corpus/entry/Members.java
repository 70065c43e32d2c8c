package dk.brobygger.corpus.entry;

import java.util.Optional;

/**
 * Who a cluster is made of, as counts of organisations.
 *
 * @param total all members
 * @param sme small and medium-sized companies
 * @param startup start-ups
 * @param large large companies
 * @param research universities, institutes and other knowledge institutions
 * @param other public bodies and everybody else
 */
public record Members(
    Optional<Integer> total,
    Optional<Integer> sme,
    Optional<Integer> startup,
    Optional<Integer> large,
    Optional<Integer> research,
    Optional<Integer> other) {

  /** Nothing is known. */
  public static final Members UNKNOWN =
      new Members(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Refuses negative counts. */
  public Members {
    total.ifPresent(count -> checkCount("members.total", count));
    sme.ifPresent(count -> checkCount("members.sme", count));
    startup.ifPresent(count -> checkCount("members.startup", count));
    large.ifPresent(count -> checkCount("members.large", count));
    research.ifPresent(count -> checkCount("members.research", count));
    other.ifPresent(count -> checkCount("members.other", count));
  }

  static void checkCount(String name, int count) {
    if (count < 0) {
      throw new IllegalArgumentException(name + " is " + count + ", must not be negative");
    }
  }
}
