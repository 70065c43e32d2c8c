package dk.brobygger.indexer.reconcile;

import dk.brobygger.corpus.entry.Claim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  Iterable<String> fields() {
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

  /** The field rests upon these, too. */
  void addAll(String field, List<Claim> claims) {
    claims.stream()
        .filter(claim -> !on(field).contains(on(claim, List.of(field))))
        .forEach(claim -> add(field, claim));
  }

  void remove(String field) {
    byField.remove(field);
  }

  /** The claims, in the order they had before where they say no more and no less. */
  List<Claim> claims(List<Claim> before) {
    List<Claim> now = claims();
    return now.equals(of(before).claims()) ? before : now;
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
