package dk.brobygger.indexer.extract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.indexer.page.Page;
import dk.brobygger.indexer.page.Property;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a page on a cluster's own site as a page about that cluster.
 *
 * <p>It must name the cluster, and say something in a language that is read. Sites speak of many:
 * what the page is not there to tell, and all of it where the page is about another cluster too,
 * counts only where the very sentence names the owner. Its place is read in addresses beside the
 * text. The country is that of the owner; a site elsewhere on the web is not its own.
 */
final class OwnPage {

  /** From here on a name is hardly an ordinary word. */
  private static final int LONG_NAME = 8;

  private static final Set<String> SEAT = Set.of("place", "region");

  private final Page page;
  private final Cluster owner;
  private final Pattern named;
  private final List<Found<String>> ownSentences;

  OwnPage(Page page, Cluster owner) {
    this.page = page;
    this.owner = owner;
    this.named = named(owner);
    this.ownSentences =
        Sentences.of(page.text()).stream().filter(one -> isOwner(one.value())).toList();
  }

  private static Pattern named(Cluster owner) {
    return Pattern.compile(
        Stream.concat(Stream.of(owner.name()), owner.identity().aliases().stream())
            .sorted(Comparator.comparing(String::length).reversed())
            .map(name -> (isPlain(name) ? "" : "(?iu:") + Pattern.quote(name) + end(name))
            .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")")));
  }

  /** A short name of one word is told from the word by its capitals. */
  private static boolean isPlain(String name) {
    return name.length() < LONG_NAME && !name.contains(" ");
  }

  private static String end(String name) {
    return (isPlain(name) ? "" : ")") + "(?:['’]?s)?(?![\\p{L}\\p{N}])";
  }

  /** Where the page names the cluster; empty where it does not, or is about somebody else. */
  Optional<Found<String>> name() {
    Optional<Property> said = page.property("organization.name");
    boolean another = said.filter(name -> !isOwner(name.value()) && !isAtOwnSite()).isPresent();
    return another || !isRead() ? Optional.empty() : known().or(() -> said.map(Names::found));
  }

  private boolean isRead() {
    return page.blocks().stream()
        .anyMatch(block ->
            block.isMain()
                && (block.language().isEmpty() || Strategies.language(page, block).isPresent()));
  }

  /** By a name that is known; who is no longer called so anywhere on the page has a new one. */
  private Optional<Found<String>> known() {
    Matcher matcher = named.matcher(page.text());
    return matcher.find()
        ? Optional.of(new Found<>(owner.name(), matcher.start(), matcher.end()))
        : Optional.empty();
  }

  private boolean isOwner(String name) {
    return named.matcher(name).find();
  }

  private boolean isAtOwnSite() {
    return page.property("organization.url").filter(said -> isOwn(said.value())).isPresent();
  }

  private boolean isOwn(String address) {
    return owner.identity().site().map(site -> isAt(address, site)).orElse(false);
  }

  private static boolean isAt(String address, URI site) {
    try {
      return host(URI.create(address)).equals(host(site));
    } catch (IllegalArgumentException e) {
      return false; // what is no address is nobody's
    }
  }

  private static String host(URI address) {
    return String.valueOf(address.getHost()).toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
  }

  /** Whether it speaks of another cluster, too. */
  private boolean isOfAnother() {
    Names names = new Names(page);
    return Stream.of(names.sentence(), names.heading())
        .flatMap(Optional::stream)
        .anyMatch(found -> !isOwner(found.value()));
  }

  /**
   * What may be taken for the owner's of all that was read.
   *
   * @param tells the fields that the page is there to tell
   */
  Cluster own(Cluster read, Set<String> tells) {
    Set<String> free = isOfAnother() ? Set.of() : tells;
    List<Claim> claims = read.provenance().claims();
    Set<String> refused = new HashSet<>();
    for (Claim claim : claims) {
      claim.fields().stream()
          .filter(field -> !field.equals("name"))
          .filter(field -> !(free.contains(field) && mayTell(field, claim)))
          .filter(field -> !isInOwnSentence(claim))
          .forEach(refused::add);
    }
    if (read.identity().site().filter(site -> !isOwn(site.toString())).isPresent()) {
      refused.add("site");
    }
    return without(refused, read);
  }

  /** Of the seat only what stands beside the text, where addresses are; a text has many places. */
  private boolean mayTell(String field, Claim claim) {
    int place = claim.offset().orElse(0);
    return !SEAT.contains(field)
        || page.blocks().stream()
            .anyMatch(block -> !block.isMain() && block.start() <= place && place < block.end());
  }

  private boolean isInOwnSentence(Claim claim) {
    int place = claim.offset().orElse(0);
    return ownSentences.stream()
        .anyMatch(sentence -> sentence.start() <= place && place < sentence.end());
  }

  private Cluster without(Set<String> refused, Cluster read) {
    ObjectNode tree = EntryJson.tree(read);
    tree.remove(refused);
    List<Claim> kept = new ArrayList<>();
    for (Claim claim : read.provenance().claims()) {
      List<String> fields =
          claim.fields().stream().filter(field -> !refused.contains(field)).toList();
      if (!fields.isEmpty()) {
        kept.add(new Claim(fields, claim.words(), claim.offset(), claim.source(), claim.date()));
      }
    }
    Cluster own = (Cluster) EntryJson.read(tree);
    return own.withProvenance(Provenance.of(kept.toArray(Claim[]::new)));
  }
}
