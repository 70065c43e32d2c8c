package dk.brobygger.benchmarks.standing;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.entry.Identity;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Strategy;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.vocabulary.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Many clusters made of the sentences of a few: what one is, what another offers, a third one
 * seeks, each without some of its sentences and with some of others, so that no two have the same
 * words or competences.
 */
public final class Crowd {

  private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.;])\\s+");

  /** Of the sentences of a text so many stay. */
  private static final double STAY = 0.8;

  /** So many come from other clusters, at the most. */
  private static final int COME = 3;

  private final Random random = new Random(7);
  private final List<Cluster> real;

  private Crowd(List<Cluster> real) {
    this.real = real;
  }

  /** So many clusters, the same ones every time. */
  public static List<Cluster> of(List<Cluster> real, int many) {
    Crowd crowd = new Crowd(real);
    List<Cluster> clusters = new ArrayList<>();
    for (int number = 0; number < many; number++) {
      clusters.add(crowd.mixed(number));
    }
    return clusters;
  }

  private Cluster any() {
    return real.get(random.nextInt(real.size()));
  }

  private Cluster mixed(int number) {
    Cluster who = any();
    return new Cluster(
        new EntryId(EntryType.CLUSTER, "crowd-" + number),
        Identity.of(who.name() + " " + number, who.identity().seat()),
        any().standing(),
        who.ecosystems(),
        who.members(),
        new Strategy(
            mixed(who, one -> one.strategy().description()),
            mixed(any(), one -> one.strategy().offers()),
            mixed(any(), one -> one.strategy().seeks()),
            any().strategy().targetCountries(),
            who.strategy().cooperation()),
        Provenance.NONE);
  }

  private Texts mixed(Cluster who, Function<Cluster, Texts> text) {
    Map<Language, String> mixed = new EnumMap<>(Language.class);
    text.apply(who)
        .byLanguage()
        .forEach((language, own) -> mixed.put(language, mixed(own, language, text)));
    return new Texts(mixed);
  }

  private String mixed(String own, Language language, Function<Cluster, Texts> text) {
    List<String> sentences = new ArrayList<>();
    for (String sentence : sentences(own)) {
      if (random.nextDouble() < STAY) {
        sentences.add(sentence);
      }
    }
    for (int others = random.nextInt(COME + 1); others > 0; others--) {
      String other = text.apply(any()).byLanguage().getOrDefault(language, "");
      List<String> theirs = sentences(other);
      sentences.add(theirs.get(random.nextInt(theirs.size())));
    }
    return String.join(" ", sentences);
  }

  private static List<String> sentences(String text) {
    return List.of(BETWEEN_SENTENCES.split(text));
  }
}
