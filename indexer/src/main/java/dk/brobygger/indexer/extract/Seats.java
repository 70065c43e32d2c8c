package dk.brobygger.indexer.extract;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Seat;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.vocabulary.Geography;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.indexer.extract.Phrases.Kind;
import dk.brobygger.indexer.page.Block;
import dk.brobygger.indexer.page.Page;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads where somebody is at home.
 *
 * <p>The place is that of the page's own words to machines, then that of a sentence ({@code based
 * in}), then that of a postal address. The region is one that has the place's name, or in which a
 * town of that name lies, or that of others in the sample who sit in the same place, or else one
 * named in the same sentence.
 */
final class Seats {

  /** Words with capitals, and small words that stand between those of towns alone. */
  static final String TOWN =
      "\\p{Lu}[\\p{L}'’-]{1,60}(?:(?: (?:a[mn]|an der|im|ob der|aan den|aan de|sur|sous|de|de"
          + " la|del|di))? (?:d['’])?\\p{Lu}[\\p{L}'’-]{1,60}){0,2}";

  private static final Map<Optional<Language>, Pattern> BASED = new ConcurrentHashMap<>();

  /** What stands behind a town in an address that lost its commas. */
  private static final Pattern NOT_OF_TOWN =
      Pattern.compile(
          " (?:Tlf|Tel|Telefon|Telephone|Phone|Fax|E?-?[Mm]ail|Mobil\\p{L}*|CVR|VAT|Org|C[Ee][Dd][Ee][Xx])"
              + "(?!\\p{L})");

  /** {@code Borås, Sweden}, where the second is a country. */
  private static final Pattern TOWN_AND_COUNTRY =
      Pattern.compile(
          "(?<![\\p{L}-])(?:(?<=\\d ?)[A-Z]{2} )?(?<town>"
              + TOWN
              + "), (?<country>\\p{Lu}[\\p{L}]+(?: \\p{Lu}\\p{L}+)?)");

  private static final Pattern COUNTRY_ROW =
      Pattern.compile(
          "(?m)(?:^|\\| )(?:Country|Land|Country of origin)\\s*[:|]\\s*(?<country>[^|\\n]{3,40})");

  /** The number of Denmark's register of companies. */
  private static final Pattern CVR =
      Pattern.compile("\\bCVR\\b[^\\d\\n]{0,10}\\d{2} ?\\d{2} ?\\d{2} ?\\d{2}\\b");

  /**
   * Endings of countries that are used all over the world, so that they tell no country (Google
   * Search Central, Managing multi-regional sites, generic country code top-level domains).
   */
  private static final Set<String> EVERYBODYS =
      Set.of(
          "ad", "ai", "as", "bz", "cc", "cd", "co", "dj", "fm", "io", "la", "me", "ms", "nu", "sc",
          "sr", "su", "tv", "tk", "ws");

  /** Words with capitals that are no towns. */
  private static final Set<String> NO_TOWNS =
      Set.of(
          "the",
          "denmark",
          "danmark",
          "europe",
          "europa",
          "tlf",
          "cvr",
          "our",
          "members",
          "medlemmer");

  private final Page page;
  private final String text;

  Seats(Page page) {
    this.page = page;
    this.text = page.text();
  }

  /** Where it is; empty where not even the country can be told. */
  Optional<Seat> seat(Claims claims) {
    Optional<Found<String>> place = place();
    Optional<Found<String>> country = country(place);
    if (country.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(seat(claims.take("country", country.get()), place, claims));
  }

  /**
   * Where somebody is whose country is known; no more than that where the page names another one.
   */
  Seat seatIn(String home, Claims claims) {
    Optional<Found<String>> place = place();
    boolean abroad = country(place).filter(found -> !found.value().equals(home)).isPresent();
    return abroad ? Seat.in(home) : seat(home, place, claims);
  }

  private Seat seat(String country, Optional<Found<String>> place, Claims claims) {
    claims.take("place", place);
    Optional<Found<String>> region =
        place
            .flatMap(town -> regionOf(country, town.value()).map(town::as))
            .or(() -> regionNamed(country, place));
    return new Seat(country, claims.take("region", region), place.map(Found::value));
  }

  private Optional<Found<String>> place() {
    return page.property("organization.address.addressLocality")
        .map(Names::found)
        .or(this::based)
        .or(this::townAndCountry)
        .or(() -> postal(page.blocks().stream().filter(block -> !block.isMain())))
        .or(() -> postal(page.blocks().stream()));
  }

  /** By their names in the language of the page, too. */
  private List<Found<String>> named(String words) {
    return Countries.named(words, Strategies.language(page));
  }

  private Optional<Found<String>> townAndCountry() {
    Matcher matcher = TOWN_AND_COUNTRY.matcher(text);
    while (matcher.find()) {
      String country = matcher.group("country");
      boolean whole = named(country).stream().anyMatch(one -> one.start() == 0);
      if (whole && !isNoTown(matcher.group("town"))) {
        return Optional.of(
            new Found<>(matcher.group("town"), matcher.start("town"), matcher.end("town")));
      }
    }
    return Optional.empty();
  }

  private Optional<Found<String>> based() {
    Optional<Language> language = Strategies.language(page);
    Pattern based = BASED.computeIfAbsent(language, Seats::based);
    Pattern others = Phrases.pattern(Kind.OTHERS, language);
    for (Found<String> sentence : Sentences.of(text)) {
      Matcher matcher = based.matcher(sentence.value());
      while (matcher.find()) {
        String town = matcher.group("town");
        if (!isNoTown(town)) {
          if (others.matcher(sentence.value().substring(0, matcher.start("town"))).find()) {
            break; // they stand before all later towns, too
          }
          int start = sentence.start() + matcher.start("town");
          return Optional.of(new Found<>(town, start, start + town.length()));
        }
      }
    }
    return Optional.empty();
  }

  private static Pattern based(Optional<Language> language) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])(?iu:"
            + Phrases.words(Kind.BASED, language)
            + ") (?<town>"
            + TOWN
            + ")");
  }

  private Optional<Found<String>> postal(Stream<Block> blocks) {
    return blocks
        .flatMap(block -> Postcodes.in(block).stream())
        .map(address -> withoutWhatFollows(address.town()))
        .filter(town -> !isNoTown(town.value()))
        .findFirst();
  }

  /** Neither the country nor the telephone behind a town is of its name. */
  private Found<String> withoutWhatFollows(Found<String> town) {
    Matcher behind = NOT_OF_TOWN.matcher(town.value());
    int end = behind.find() ? behind.start() : town.value().length();
    String name =
        named(town.value()).stream()
            .map(country -> country.start() - 1)
            .filter(start -> start > 0 && start < end)
            .findFirst()
            .map(start -> town.value().substring(0, start))
            .orElse(town.value().substring(0, end));
    return new Found<>(name, town.start(), town.start() + name.length());
  }

  private boolean isNoTown(String town) {
    return NO_TOWNS.contains(town.toLowerCase(Locale.ROOT)) || !named(town).isEmpty();
  }

  /**
   * What the page says to machines, the address, the telephone, and last the end of the address.
   */
  private Optional<Found<String>> country(Optional<Found<String>> place) {
    return said()
        .or(this::row)
        .or(() -> place.flatMap(this::countryBeside))
        .or(this::postcode)
        .or(this::register)
        .or(() -> Telephones.country(text))
        .or(() ->
            page.property("canonical")
                .flatMap(link -> ending(link.value()).map(Names.found(link)::as)))
        .or(() ->
            page.property("og:url")
                .flatMap(link -> ending(link.value()).map(Names.found(link)::as)))
        .or(this::ownAddress)
        .or(this::danish)
        .or(this::mostNamed);
  }

  private Optional<Found<String>> row() {
    Matcher matcher = COUNTRY_ROW.matcher(text);
    return matcher.find()
        ? named(matcher.group("country")).stream()
            .findFirst()
            .map(one -> new Found<>(one.value(), matcher.start("country"), matcher.end("country")))
        : Optional.empty();
  }

  private Optional<Found<String>> register() {
    Matcher matcher = CVR.matcher(text);
    return matcher.find()
        ? Optional.of(new Found<>("DK", matcher.start(), matcher.end()))
        : Optional.empty();
  }

  /**
   * A page in Danish that says nothing else is of Denmark; it names it, or its longest block shows
   * it.
   */
  private Optional<Found<String>> danish() {
    if (page.language().filter("da"::equals).isEmpty()) {
      return Optional.empty();
    }
    return named(text).stream()
        .filter(named -> named.value().equals("DK"))
        .findFirst()
        .or(this::danishWords);
  }

  private Optional<Found<String>> danishWords() {
    return Optional.of(page)
        .flatMap(any ->
            page.blocks().stream()
                .filter(
                    block -> block.isMain() && block.language().filter("da"::equals).isPresent())
                .max(Comparator.comparingInt(block -> block.text().length())))
        .map(block -> Names.found(block).as("DK"));
  }

  private Optional<Found<String>> said() {
    return page.property("organization.address.addressCountry")
        .or(() -> page.property("organization.address.addressCountry.name"))
        .map(Names::found)
        .flatMap(said ->
            named(said.value()).stream()
                .findFirst()
                .map(Found::value)
                .or(() -> Optional.of(Geography.euCode(said.value().toUpperCase(Locale.ROOT))))
                .filter(Geography::isCountry)
                .map(said::as));
  }

  /** A country named right behind the place: {@code Bilbao, Spain}. */
  private Optional<Found<String>> countryBeside(Found<String> place) {
    int end = Math.min(text.length(), place.end() + 40);
    return named(text.substring(place.end(), end)).stream()
        .findFirst()
        .map(one -> new Found<>(one.value(), place.end() + one.start(), place.end() + one.end()));
  }

  private Optional<Found<String>> postcode() {
    return page.blocks().stream()
        .flatMap(block -> Postcodes.in(block).stream())
        .flatMap(address -> address.country().stream())
        .findFirst();
  }

  private static Optional<String> ending(String address) {
    Matcher matcher = Pattern.compile("^https?://[^/:]+\\.([a-z]{2})(?:[:/]|$)").matcher(address);
    return matcher.find() && !EVERYBODYS.contains(matcher.group(1))
        ? Optional.of(Geography.euCode(matcher.group(1).toUpperCase(Locale.ROOT)))
            .filter(Geography::isCountry)
        : Optional.empty();
  }

  /**
   * The end of the page's own address; the words are those of its title, since all of it says so.
   */
  private Optional<Found<String>> ownAddress() {
    return ending(page.address().toString())
        .flatMap(country ->
            page.blocks().stream().findFirst().map(first -> Names.found(first).as(country)));
  }

  /** The country a page names far more than any other. */
  private Optional<Found<String>> mostNamed() {
    List<Found<String>> named = named(text);
    Map<String, Integer> counts = new HashMap<>();
    named.forEach(one -> counts.merge(one.value(), 1, Integer::sum));
    return named.stream()
        .filter(one -> counts.getOrDefault(one.value(), 0) * 2 > named.size())
        .findFirst();
  }

  private static Optional<String> regionOf(String country, String town) {
    return Geography.region(country, town)
        .or(() -> Geography.regionOfTown(country, town))
        .or(() ->
            Optional.ofNullable(Known.REGIONS.get(country + " " + town.toLowerCase(Locale.ROOT))));
  }

  /** A region named right behind the place, or behind the word region. */
  private Optional<Found<String>> regionNamed(String country, Optional<Found<String>> place) {
    Matcher matcher =
        Pattern.compile(
                "(?:[Rr]egion(?:en)?(?: of)? |"
                    + place.map(town -> Pattern.quote(town.value())).orElse("\\bin the\\b")
                    + ",? (?:in |i |in the )?)(?<name>"
                    + TOWN
                    + ")")
            .matcher(text);
    while (matcher.find()) {
      Optional<String> region = Geography.region(country, matcher.group("name"));
      if (region.isPresent()) {
        return Optional.of(new Found<>(region.get(), matcher.start("name"), matcher.end("name")));
      }
    }
    return Optional.empty();
  }

  /** Which places of the sample lie in which region; read at first use. */
  private static final class Known {

    private static final Map<String, String> REGIONS = regions();

    private static Map<String, String> regions() {
      Map<String, String> regions = new HashMap<>();
      for (Entry entry : Sample.entries()) {
        seat(entry)
            .filter(seat -> seat.region().isPresent() && seat.place().isPresent())
            .ifPresent(seat ->
                regions.merge(
                    seat.country() + " " + seat.place().orElseThrow().toLowerCase(Locale.ROOT),
                    seat.region().orElseThrow(),
                    (one, two) -> one.length() >= two.length() ? one : two));
      }
      return regions;
    }

    private static Optional<Seat> seat(Entry entry) {
      return switch (entry) {
        case dk.brobygger.corpus.entry.Cluster cluster -> Optional.of(cluster.identity().seat());
        case dk.brobygger.corpus.entry.Organisation one -> Optional.of(one.identity().seat());
        default -> Optional.empty();
      };
    }
  }
}
