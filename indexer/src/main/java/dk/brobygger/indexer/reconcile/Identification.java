package dk.brobygger.indexer.reconcile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.Identity;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.json.EntryJson;
import java.net.URI;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises in what was read the clusters and organisations that are known already, under whatever
 * id.
 *
 * <p>The first of these that fits decides: the same PIC; the same number for value added tax; one
 * of the names, in the same country and, where both say it, in the same place; the same domain. Two
 * with different PICs or tax numbers are never the same. A mark that several known entries bear
 * recognises nobody: rather two entries of one than one of two. Once recognised, what was read
 * lends its marks to the known entry, so that pages of one reading recognise each other too.
 */
public final class Identification {

  /** Sites that many share. */
  private static final Set<String> SHARED =
      Set.of(
          "facebook.com",
          "linkedin.com",
          "twitter.com",
          "x.com",
          "sites.google.com",
          "github.com",
          "clustercollaboration.eu",
          "europa.eu",
          "cordis.europa.eu",
          "ec.europa.eu",
          "wordpress.com",
          "wixsite.com",
          "instagram.com",
          "youtube.com",
          "file.invalid");

  /** Forms of companies, which some write and others leave out. */
  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "\\b(?:a s|aps|as|ab|oy|oyj|gmbh|ag|kg|ev|e v|sa|s a|sas|sarl|sl|s l|slu|spa|s p a|srl|s"
              + " r l|bv|b v|nv|vzw|asbl|ltd|limited|plc|inc|llc|sp z o o|kft|zrt|doo|d o o|i"
              + " s|amba|fmba|p s|the)\\b");

  private final Map<String, Set<EntryId>> byMark = new HashMap<>();
  private final Map<EntryId, Marks> marks = new HashMap<>();

  /** What an entry is recognised by, the surest first. */
  private record Marks(
      Optional<String> pic,
      Optional<String> vat,
      Set<String> names,
      Optional<String> place,
      Optional<String> domain) {

    static Optional<Marks> of(Entry entry) {
      return switch (entry) {
        case Cluster cluster ->
            Optional.of(of("cluster", cluster.identity(), Optional.empty(), Optional.empty()));
        case Organisation one ->
            Optional.of(of("organisation", one.identity(), one.pic(), one.vat()));
        default -> Optional.empty();
      };
    }

    private static Marks of(
        String type, Identity identity, Optional<String> pic, Optional<String> vat) {
      Set<String> names = new HashSet<>();
      Stream.concat(Stream.of(identity.name()), identity.aliases().stream())
          .map(Identification::plain)
          .filter(name -> name.length() > 3)
          .forEach(name -> names.add(type + " " + identity.seat().country() + " " + name));
      return new Marks(
          pic.map(code -> type + " pic " + code),
          vat.map(number -> type + " vat " + number),
          names,
          identity.seat().place().map(Identification::plain),
          identity.site().flatMap(Identification::domain).map(host -> type + " site " + host));
    }

    Stream<String> all() {
      return Stream.of(pic.stream(), vat.stream(), names.stream(), domain.stream())
          .flatMap(each -> each);
    }

    boolean contradicts(Marks other) {
      return differ(pic, other.pic) || differ(vat, other.vat);
    }

    boolean liesElsewhere(Marks other) {
      return differ(place, other.place);
    }

    private static boolean differ(Optional<String> one, Optional<String> other) {
      return one.isPresent() && other.isPresent() && !one.equals(other);
    }
  }

  private Identification() {}

  /** Recognises these. */
  public static Identification of(Collection<? extends Entry> known) {
    Identification identification = new Identification();
    known.forEach(identification::learn);
    return identification;
  }

  private void learn(Entry entry) {
    Marks.of(entry).ifPresent(one -> learn(entry.id(), one));
  }

  private void learn(EntryId id, Marks one) {
    marks.put(id, one);
    one.all().forEach(mark -> byMark.computeIfAbsent(mark, any -> new HashSet<>()).add(id));
  }

  /**
   * What was read, under the ids of those that are known already; what several pages of it say of
   * one of them is joined.
   */
  public List<Entry> recognised(List<Entry> read) {
    Map<EntryId, Entry> recognised = new LinkedHashMap<>();
    for (Entry entry : read) {
      EntryId id = known(entry).orElse(entry.id());
      Marks.of(entry).ifPresent(one -> lend(id, one));
      recognised.merge(id, id.equals(entry.id()) ? entry : under(id, entry), EntryJoin::join);
    }
    return List.copyOf(recognised.values());
  }

  /** The known entry's marks, and those of what was read of it. */
  private void lend(EntryId id, Marks read) {
    Marks before = marks.getOrDefault(id, read);
    Set<String> names = new HashSet<>(before.names());
    names.addAll(read.names());
    learn(
        id,
        new Marks(
            before.pic().or(read::pic),
            before.vat().or(read::vat),
            names,
            before.place().or(read::place),
            before.domain().or(read::domain)));
  }

  /** The same entry under another id of its kind. */
  public static Entry under(EntryId id, Entry entry) {
    ObjectNode tree = EntryJson.tree(entry);
    tree.put("id", id.toString());
    return EntryJson.read(tree);
  }

  /** The id under which it is known. */
  public Optional<EntryId> known(Entry entry) {
    return Marks.of(entry).flatMap(this::known);
  }

  private Optional<EntryId> known(Marks read) {
    return only(read, read.pic().stream(), false)
        .or(() -> only(read, read.vat().stream(), false))
        .or(() -> only(read, read.names().stream(), true))
        .or(() -> only(read, read.domain().stream(), false));
  }

  /** The one known entry with any of these marks that nothing speaks against. */
  private Optional<EntryId> only(Marks read, Stream<String> looked, boolean samePlace) {
    List<EntryId> fitting =
        looked
            .flatMap(mark -> byMark.getOrDefault(mark, Set.of()).stream())
            .distinct()
            .filter(id -> {
              Marks known = marks.getOrDefault(id, read);
              return !known.contradicts(read) && !(samePlace && known.liesElsewhere(read));
            })
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  /** The one known cluster whose own site this is; empty also where several share it. */
  public Optional<EntryId> clusterAt(URI site) {
    return domain(site)
        .map(host -> byMark.getOrDefault("cluster site " + host, Set.of()))
        .filter(clusters -> clusters.size() == 1)
        .map(clusters -> clusters.iterator().next());
  }

  /** A name in small plain letters, without the form of the company. */
  private static String plain(String name) {
    String letters =
        name.toLowerCase(Locale.ROOT).replace("æ", "ae").replace("ø", "oe").replace("å", "aa");
    String words =
        Normalizer.normalize(letters, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^\\p{L}\\p{N}]+", " ");
    return LEGAL_FORM.matcher(words).replaceAll(" ").replaceAll("\\s+", " ").strip();
  }

  private static Optional<String> domain(URI site) {
    String host = Worth.host(site);
    boolean shared = SHARED.stream().anyMatch(one -> host.equals(one) || host.endsWith("." + one));
    return shared ? Optional.empty() : Optional.of(host);
  }
}
