package dk.brobygger.benchmarks.standing;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Many clusters made of the texts of a few: what one is, what another offers, a third one seeks.
 */
final class Crowd {

  private Crowd() {}

  /** So many clusters, the same ones every time. */
  static List<Cluster> of(List<Cluster> real, int many) {
    Random random = new Random(7);
    List<Cluster> crowd = new ArrayList<>();
    for (int number = 0; number < many; number++) {
      crowd.add(mixed(number, any(real, random), any(real, random), any(real, random)));
    }
    return crowd;
  }

  private static Cluster any(List<Cluster> real, Random random) {
    return real.get(random.nextInt(real.size()));
  }

  private static Cluster mixed(int number, Cluster who, Cluster offering, Cluster seeking) {
    return new Cluster(
        new EntryId(EntryType.CLUSTER, "crowd-" + number),
        who.identity(),
        who.standing(),
        who.ecosystems(),
        who.members(),
        new Strategy(
            who.strategy().description(),
            offering.strategy().offers(),
            seeking.strategy().seeks(),
            who.strategy().targetCountries(),
            who.strategy().cooperation()),
        Provenance.NONE);
  }
}
