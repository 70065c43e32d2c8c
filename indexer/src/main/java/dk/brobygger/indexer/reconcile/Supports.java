package dk.brobygger.indexer.reconcile;

import dk.brobygger.corpus.entry.Claim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which claims each field of an entry rests upon; each of them names that field alone. */
final class Supports {

  /** Stands for the fields of a claim where only its place and day count. */
  private static final List<String> ANY = List.of("any");

  private final Map<String, List<Claim>> byField = new TreeMap<>();

  /** As an entry has them; of several sources for one field the newest count. */
  static Supports of(List<Claim> claims) {
    Supports supports = new Supports();
    for (Claim claim : claims) {
      claim.fields().forEach(field -> supports.add(field, claim));
    }
    return supports;
  }

  private void add(String field, Claim claim) {
    byField.computeIfAbsent(field, any -> new ArrayList<>()).add(on(claim, List.of(field)));
  }

  /** The fields that have a claim. */
  Set<String> fields() {
    return byField.keySet();
  }

  List<Claim> on(String field) {
    return byField.getOrDefault(field, List.of());
  }

  /** The newest claim on a field. */
  Optional<Claim> newest(String field) {
    return on(field).stream().max(Comparator.comparing(Claim::date));
  }

  /** From now on the field rests upon these. */
  void set(String field, List<Claim> claims) {
    byField.remove(field);
    addAll(field, claims);
  }

  /** The field rests upon these, too; of the same words of one source the newer reading counts. */
  void addAll(String field, List<Claim> claims) {
    byField.getOrDefault(field, new ArrayList<>()).replaceAll(known -> newer(known, claims));
    claims.stream()
        .filter(claim -> on(field).stream().noneMatch(known -> isSame(known, claim)))
        .forEach(claim -> add(field, claim));
  }

  /** The same, and other words that an older reading of one of their sources had are gone. */
  void renew(String field, List<Claim> claims) {
    addAll(field, claims);
    byField
        .getOrDefault(field, new ArrayList<>())
        .removeIf(known -> claims.stream().anyMatch(claim -> isOutdated(known, claim, claims)));
  }

  private static boolean isOutdated(Claim known, Claim claim, List<Claim> claims) {
    return known.source().equals(claim.source())
        && known.date().isBefore(claim.date())
        && claims.stream().noneMatch(one -> isSame(known, one));
  }

  /** In its place, so that the order stays. */
  private static Claim newer(Claim known, List<Claim> claims) {
    return claims.stream()
        .filter(claim -> isSame(known, claim) && !claim.date().isBefore(known.date()))
        .findFirst()
        .map(claim -> on(claim, known.fields()))
        .orElse(known);
  }

  /** The same words of one source, wherever on the page and whenever they were read. */
  private static boolean isSame(Claim one, Claim other) {
    return one.source().equals(other.source()) && one.words().equals(other.words());
  }

  void remove(String field) {
    byField.remove(field);
  }

  /** The claims, as they stood together before where they say no more and no less. */
  List<Claim> claims(List<Claim> before) {
    List<Claim> renewed = before.stream().flatMap(claim -> renewed(claim).stream()).toList();
    return renewed.size() == before.size() && said().equals(of(before).said()) ? renewed : claims();
  }

  /** What the fields rest upon, whenever it was read. */
  private Map<String, List<List<Object>>> said() {
    Map<String, List<List<Object>>> said = new TreeMap<>();
    byField.forEach((field, claims) ->
        said.put(
            field,
            claims.stream().map(claim -> List.<Object>of(claim.source(), claim.words())).toList()));
    return said;
  }

  /** The same claim as it was last read; empty if not all of its fields were read together. */
  private Optional<Claim> renewed(Claim before) {
    List<Claim> last =
        before.fields().stream()
            .flatMap(field -> on(field).stream().filter(claim -> isSame(claim, before)))
            .map(claim -> on(claim, before.fields()))
            .distinct()
            .toList();
    return last.size() == 1 ? Optional.of(last.getFirst()) : Optional.empty();
  }

  /** One claim for each place and day, naming the fields it supports, in a fixed order. */
  private List<Claim> claims() {
    Map<Claim, List<String>> fields = new LinkedHashMap<>();
    byField.forEach((field, claims) ->
        claims.forEach(claim -> {
          List<String> names = fields.computeIfAbsent(on(claim, ANY), any -> new ArrayList<>());
          if (!names.contains(field)) {
            names.add(field);
          }
        }));
    List<Claim> all = new ArrayList<>();
    fields.forEach((claim, names) -> all.add(on(claim, names)));
    return all;
  }

  /** The same claim on other fields. */
  static Claim on(Claim claim, List<String> fields) {
    return new Claim(fields, claim.words(), claim.offset(), claim.source(), claim.date());
  }
}
