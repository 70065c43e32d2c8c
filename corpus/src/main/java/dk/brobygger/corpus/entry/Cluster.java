package dk.brobygger.corpus.entry;

import dk.brobygger.corpus.vocabulary.Ecosystem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A cluster organisation.
 *
 * @param id its identity, of type {@link EntryType#CLUSTER}
 * @param identity who it is
 * @param standing how far it has come
 * @param ecosystems the EU industrial ecosystems it works in
 * @param members who it is made of
 * @param strategy what it is about and where it wants to go
 * @param provenance where all this was read
 */
public record Cluster(
    EntryId id,
    Identity identity,
    Standing standing,
    Set<Ecosystem> ecosystems,
    Optional<Members> members,
    Strategy strategy,
    Provenance provenance)
    implements Entry {

  /** Checks the type of the identity; members of whom nothing is known are none. */
  public Cluster {
    members = members.filter(known -> !known.equals(Members.UNKNOWN));
    EntryRules.check(id, EntryType.CLUSTER);
    ecosystems = EntryRules.inOrder(ecosystems);
  }

  @Override
  public String name() {
    return identity.name();
  }

  @Override
  public List<TextField> texts() {
    List<TextField> texts = new ArrayList<>(identity.texts());
    texts.addAll(strategy.description().fields("description"));
    texts.addAll(strategy.offers().fields("offers"));
    texts.addAll(strategy.seeks().fields("seeks"));
    return texts;
  }

  @Override
  public List<TextField> facts() {
    List<TextField> facts = new ArrayList<>();
    facts.add(TextField.fact("country", identity.seat().country()));
    standing.label().ifPresent(label -> facts.add(TextField.fact("label", label.level().word())));
    if (!identity.languages().isEmpty()) {
      facts.add(TextField.fact("languages", String.join("; ", identity.languages())));
    }
    if (!ecosystems.isEmpty()) {
      facts.add(
          TextField.fact(
              "ecosystems", String.join("; ", ecosystems.stream().map(Ecosystem::id).toList())));
    }
    if (!strategy.targetCountries().isEmpty()) {
      facts.add(TextField.fact("targetCountries", String.join("; ", strategy.targetCountries())));
    }
    if (!standing.networks().isEmpty()) {
      facts.add(TextField.fact("networks", String.join("; ", standing.networks())));
    }
    return facts;
  }

  @Override
  public Cluster withProvenance(Provenance other) {
    return new Cluster(id, identity, standing, ecosystems, members, strategy, other);
  }

  /**
   * The same cluster as if it had another label that holds, in the league that goes with it.
   *
   * @param level the level of the other label; none for no label
   * @param day the day its own label is judged on
   */
  public Cluster labelled(Optional<LabelLevel> level, LocalDate day) {
    return new Cluster(
        id, identity, standing.labelled(level, day), ecosystems, members, strategy, provenance);
  }
}
