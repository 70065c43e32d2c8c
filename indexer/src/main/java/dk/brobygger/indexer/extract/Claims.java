package dk.brobygger.indexer.extract;

import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Provenance;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has been read of one text so far, each fact with the words it was read from. */
final class Claims {

  /** Longer prose is quoted by its beginning. */
  private static final int LONGEST_QUOTE = 600;

  private final String text;
  private final URI address;
  private final LocalDate day;
  private final Map<Place, List<String>> fields = new LinkedHashMap<>();

  private record Place(int start, int end) {}

  /**
   * Nothing yet.
   *
   * @param text what is read
   * @param address where it stands
   * @param day the day it was read
   */
  Claims(String text, URI address, LocalDate day) {
    this.text = text;
    this.address = address;
    this.day = day;
  }

  /** Notes that a field was read from these words; the value. */
  <T> T take(String field, Found<T> found) {
    int end = Math.min(found.end(), found.start() + LONGEST_QUOTE);
    List<String> names =
        fields.computeIfAbsent(new Place(found.start(), end), place -> new ArrayList<>());
    if (!names.contains(field)) {
      names.add(field);
    }
    return found.value();
  }

  /** The same, where there is something. */
  <T> Optional<T> take(String field, Optional<Found<T>> found) {
    return found.map(one -> take(field, one));
  }

  /** The same of several; each value once. */
  <T> List<T> takeAll(String field, List<Found<T>> found) {
    return found.stream().map(one -> take(field, one)).distinct().toList();
  }

  /** All claims, in the order they were noted. */
  Provenance provenance() {
    List<Claim> claims = new ArrayList<>();
    fields.forEach((place, names) ->
        claims.add(
            new Claim(
                names,
                Optional.of(text.substring(place.start(), place.end())),
                Optional.of(place.start()),
                address,
                day)));
    return new Provenance(claims, List.of(), Map.of());
  }
}
