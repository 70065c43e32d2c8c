package dk.brobygger.indexer.extract;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.entry.Identity;
import dk.brobygger.corpus.entry.Members;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Seat;
import dk.brobygger.corpus.entry.Standing;
import dk.brobygger.corpus.entry.Strategy;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.indexer.extract.Extraction.Extracted;
import dk.brobygger.indexer.page.Page;
import dk.brobygger.indexer.page.Property;
import dk.brobygger.search.language.CompetenceTagger;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the page of a cluster organisation: its own, or its profile on a platform. */
final class ClusterPage {

  private static final String CALLED = "(?:cluster|klynge|kluster|clúster|pôle de compétitivité)";

  private final Page page;
  private final String text;
  private final Names names;
  private final Claims claims;
  private final Strategies strategies;

  private ClusterPage(Page page, LocalDate day, Vocabulary vocabulary, CompetenceTagger tagger) {
    this.page = page;
    this.text =
        page.blocks().stream()
            .map(block -> block.isMain() ? block.text() : " ".repeat(block.text().length()))
            .collect(Collectors.joining("\n"));
    this.names = new Names(page);
    this.claims = new Claims(page.text(), page.address(), day);
    this.strategies = new Strategies(page, vocabulary, tagger);
  }

  /** The cluster, where the page is about one and says its name and country. */
  static Extracted read(Page page, LocalDate day, Vocabulary vocabulary, CompetenceTagger tagger) {
    ClusterPage cluster = new ClusterPage(page, day, vocabulary, tagger);
    return cluster
        .about()
        .map(cluster::read)
        .orElseGet(() -> new Extracted(List.of(), Optional.empty()));
  }

  private Optional<Found<String>> about() {
    return names
        .name()
        .filter(found -> isCluster(found.value()))
        .filter(found ->
            Phrases.pattern(Phrases.Kind.ABOUT, Strategies.language(page)).matcher(text).find());
  }

  /** All that a page on the cluster's own site says; empty where it does not name the cluster. */
  static Optional<Cluster> ofOwner(
      Page page,
      LocalDate day,
      Vocabulary vocabulary,
      CompetenceTagger tagger,
      Cluster owner,
      Set<String> tells) {
    OwnPage own = new OwnPage(page, owner);
    return own.name()
        .map(name -> {
          ClusterPage cluster = new ClusterPage(page, day, vocabulary, tagger);
          cluster.claims.take("name", name);
          Seat seat = new Seats(page).seatIn(owner.identity().seat().country(), cluster.claims);
          return own.own(cluster.cluster(name.value(), owner.id(), seat), tells);
        });
  }

  /** By its name, or because a sentence says so. */
  private boolean isCluster(String name) {
    return Names.CLUSTER.matcher(name).find()
        || Pattern.compile(
                Pattern.quote(name)
                    + "[^.\\n]{0,80}"
                    + CALLED
                    + "|"
                    + CALLED
                    + "[^.\\n]{0,40}"
                    + Pattern.quote(name),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(page.text())
            .find();
  }

  private Extracted read(Found<String> found) {
    String name = claims.take("name", found);
    String key = Names.key(name);
    if (key.isEmpty() || key.length() > EntryId.LONGEST_KEY) {
      return new Extracted(List.of(), Optional.empty());
    }
    return new Seats(page)
        .seat(claims)
        .map(seat -> Extracted.of(cluster(name, new EntryId(EntryType.CLUSTER, key), seat)))
        .orElseGet(() -> new Extracted(List.of(), Optional.of(withoutCountry(name))));
  }

  private static String withoutCountry(String name) {
    return "is about "
        + name
        + ", but neither its words nor a postcode, telephone or domain say in which country that"
        + " is";
  }

  private Cluster cluster(String name, EntryId id, Seat seat) {
    List<String> aliases = claims.takeAll("aliases", names.aliases(name));
    List<String> predecessors = claims.takeAll("predecessors", names.predecessors(name));
    Optional<Integer> founded = claims.take("founded", names.founded());
    Optional<URI> site = site();
    Standing standing =
        new Standing(
            Optional.empty(),
            claims.take("label", LabelClaims.of(text)),
            claims.takeAll("networks", Aims.alliances(text, name)),
            claims.take("staff", employees().or(() -> MemberCounts.staff(text))));
    Optional<Members> members = MemberCounts.members(text, Strategies.language(page), claims);
    Strategy strategy =
        new Strategy(
            strategies.description(claims),
            strategies.texts(Side.OFFERS, "offers", claims),
            strategies.texts(Side.SEEKS, "seeks", claims),
            claims.takeAll("targetCountries", strategies.targetCountries(seat.country())),
            List.of());
    Cluster cluster =
        new Cluster(
            id,
            new Identity(name, aliases, predecessors, founded, seat, site, List.of()),
            standing,
            strategies.ecosystems(claims),
            members,
            strategy,
            Provenance.NONE);
    return cluster.withProvenance(claims.provenance());
  }

  private Optional<Found<Integer>> employees() {
    return page.property("organization.numberOfEmployees")
        .or(() -> page.property("organization.numberOfEmployees.value"))
        .map(Names::found)
        .flatMap(said -> Counts.of(said.value()).map(said::as));
  }

  /** What it says its own address is; of a profile on a platform that is not the platform's. */
  private Optional<URI> site() {
    return page.property("organization.url")
        .flatMap(property -> address(property).map(Names.found(property)::as))
        .map(found -> claims.take("site", found));
  }

  private static Optional<URI> address(Property property) {
    try {
      URI address = URI.create(property.value());
      return property.value().matches("https?://.+") && address.getHost() != null
          ? Optional.of(address)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // what is no address is none
    }
  }
}
