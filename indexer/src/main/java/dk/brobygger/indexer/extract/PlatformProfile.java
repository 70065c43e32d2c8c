package dk.brobygger.indexer.extract;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.entry.Identity;
import dk.brobygger.corpus.entry.Label;
import dk.brobygger.corpus.entry.LabelLevel;
import dk.brobygger.corpus.entry.Members;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Seat;
import dk.brobygger.corpus.entry.Standing;
import dk.brobygger.corpus.entry.Strategy;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.vocabulary.Ecosystem;
import dk.brobygger.corpus.vocabulary.Geography;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.indexer.extract.ProfileLines.Term;
import dk.brobygger.indexer.page.Page;
import dk.brobygger.search.language.CompetenceTagger;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the profile of a cluster on the European Cluster Collaboration Platform by the terms that
 * stand on it, whatever its markup; where a term is missing, the prose of the profile counts as on
 * any page.
 *
 * <p>Built from the stored texts, without markup, of ten profiles of seven clusters: six in the
 * form of up to 2020 (si-Cluster, mi-Cluster, gi-Cluster, Lombardy Energy Cleantech Cluster,
 * Cluster Eco Construction, Galicia Food Cluster) and four in the form of 2021 and after
 * (si-Cluster, Galicia Food Cluster, Catalan Water Partnership, Flanders' FOOD). In the older ones
 * the numbers were lost, and where the newer ones name their sectors, countries and site was cut
 * off: those terms are read by what they must say, and have not been seen.
 */
final class PlatformProfile {

  private static final Pattern YEAR = Pattern.compile("\\b(?:18|19|20)\\d\\d\\b");

  /** {@code 6-10} is a range and no number. */
  private static final Pattern SLASH = Pattern.compile(" / ");

  private static final Pattern COMMA = Pattern.compile(", ?");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

  /** {@code Spain: Galicia}. */
  private static final Pattern SEAT =
      Pattern.compile("(?<country>\\p{Lu}[^:]{2,40}): (?<region>\\p{Lu}.{1,60})");

  private static final Pattern SITE = Pattern.compile("(?i)(?:https?://|www\\.)[^\\s|]+\\w/?");

  private static final Pattern TO_SITE =
      Pattern.compile("(?i)(?:visit )?(?:the |our |cluster ){0,4}web ?site");

  private static final int LONGEST_ALIAS = 100;

  private final Page page;
  private final ProfileLines lines;
  private final Claims claims;
  private final Names names;
  private final Strategies strategies;

  private PlatformProfile(
      Page page,
      ProfileLines lines,
      LocalDate day,
      Vocabulary vocabulary,
      CompetenceTagger tagger) {
    this.page = page;
    this.lines = lines;
    this.claims = new Claims(page.text(), page.address(), day);
    this.names = new Names(page);
    this.strategies = new Strategies(page, vocabulary, tagger);
  }

  /** The cluster, where the page has the terms of a profile and says its name and country. */
  static Optional<Cluster> read(
      Page page, LocalDate day, Vocabulary vocabulary, CompetenceTagger tagger) {
    ProfileLines lines = new ProfileLines(page);
    return lines.isProfile()
        ? new PlatformProfile(page, lines, day, vocabulary, tagger).read()
        : Optional.empty();
  }

  private Optional<Cluster> read() {
    Optional<Found<String>> name =
        lines.heading().or(this::title).filter(one -> one.value().length() <= Names.LONGEST);
    Optional<String> key =
        name.map(found -> Names.key(found.value()))
            .filter(one -> !one.isEmpty() && one.length() <= EntryId.LONGEST_KEY);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    String called = claims.take("name", name.orElseThrow());
    return seat().map(seat -> cluster(called, new EntryId(EntryType.CLUSTER, key.get()), seat));
  }

  /** The part of the window's title before the name of the platform. */
  private Optional<Found<String>> title() {
    return page.property("title")
        .map(Names::found)
        .map(title -> {
          String own = title.value().split(" \\| ", 2)[0];
          return new Found<>(own, title.start(), title.start() + own.length());
        });
  }

  private Cluster cluster(String name, EntryId id, Seat seat) {
    Cluster cluster =
        new Cluster(
            id,
            new Identity(
                name,
                aliases(name),
                claims.takeAll("predecessors", names.predecessors(name)),
                claims.take("founded", founded().or(names::founded)),
                seat,
                claims.take("site", site()),
                claims.takeAll("languages", languages())),
            new Standing(
                Optional.empty(),
                claims.take("label", label().or(() -> LabelClaims.of(lines.text()))),
                networks(name),
                claims.take("staff", staff())),
            ecosystems(),
            members(),
            strategy(seat.country()),
            Provenance.NONE);
    return cluster.withProvenance(claims.provenance());
  }

  /** The name in the cluster's own language stands between the name and the country. */
  private List<String> aliases(String name) {
    List<Found<String>> aliases = new ArrayList<>(names.aliases(name));
    Optional<Found<String>> seat = seatLine();
    seat.ifPresent(line -> {
      for (Found<String> between : lines.between(name, line.start())) {
        Found.parts(between, SLASH).stream()
            .filter(one -> one.value().length() <= LONGEST_ALIAS)
            .filter(one -> !one.value().equalsIgnoreCase(name))
            .forEach(aliases::add);
      }
    });
    return claims.takeAll("aliases", aliases);
  }

  private Optional<Found<String>> seatLine() {
    return lines.beforeTerms().stream()
        .filter(line -> {
          Matcher seat = SEAT.matcher(line.value());
          return seat.matches() && country(seat.group("country")).isPresent();
        })
        .findFirst();
  }

  private static Optional<String> country(String name) {
    return Countries.named(name).stream()
        .filter(one -> one.start() == 0 && one.end() == name.length())
        .map(Found::value)
        .findFirst();
  }

  /** A line of country and region, or a term for each, or else as on any page. */
  private Optional<Seat> seat() {
    Optional<Found<String>> line = seatLine();
    if (line.isPresent()) {
      Matcher seat = SEAT.matcher(line.get().value());
      if (seat.matches()) {
        String country = country(seat.group("country")).orElseThrow();
        int at = line.get().start() + seat.start("region");
        String region = seat.group("region");
        claims.take(
            "country",
            new Found<>(country, line.get().start(), line.get().start() + seat.end("country")));
        return Optional.of(seat(country, new Found<>(region, at, at + region.length())));
      }
    }
    Optional<Found<String>> country =
        lines.values(Term.COUNTRY).stream()
            .flatMap(found -> country(found.value()).map(found::as).stream())
            .findFirst();
    return country.isPresent()
        ? Optional.of(
            lines.values(Term.REGION).stream()
                .findFirst()
                .map(region -> seat(claims.take("country", country.get()), region))
                .orElseGet(() -> Seat.in(claims.take("country", country.get()))))
        : new Seats(page).seat(claims);
  }

  /** {@code Αττική (Attiki)} is looked up without the letters in brackets, too. */
  private Seat seat(String country, Found<String> written) {
    Optional<String> code =
        Stream.of(written.value(), written.value().replaceFirst(" \\(.*\\)$", ""))
            .flatMap(name -> Geography.region(country, name).stream())
            .findFirst();
    return new Seat(country, claims.take("region", code.map(written::as)), Optional.empty());
  }

  private Optional<Found<Integer>> founded() {
    return lines.values(Term.ESTABLISHED).stream()
        .flatMap(value -> {
          Matcher year = YEAR.matcher(value.value());
          return year.find()
              ? Stream.of(value.as(Integer.valueOf(year.group())))
              : Stream.<Found<Integer>>empty();
        })
        .findFirst();
  }

  private Optional<Found<Integer>> staff() {
    return lines.values(Term.STAFF).stream()
        .filter(value -> NUMBER.matcher(value.value()).matches())
        .map(value -> value.as(Integer.valueOf(value.value())))
        .findFirst();
  }

  private Optional<Found<Label>> label() {
    return lines.values(Term.LABEL).stream()
        .flatMap(value ->
            Stream.of(LabelLevel.values())
                .filter(level -> value.value().toLowerCase(Locale.ROOT).startsWith(level.word()))
                .map(level ->
                    value.as(
                        new Label(level, Optional.empty(), Optional.empty(), Optional.empty()))))
        .findFirst();
  }

  private List<String> networks(String name) {
    List<Found<String>> networks = new ArrayList<>(lines.values(Term.NETWORKS));
    networks.addAll(Aims.alliances(lines.text(), name));
    return claims.takeAll("networks", networks);
  }

  private List<Found<String>> languages() {
    return lines.values(Term.LANGUAGES).stream()
        .flatMap(line -> Found.parts(line, COMMA).stream())
        .flatMap(one ->
            Optional.ofNullable(Spoken.CODES.get(one.value().toLowerCase(Locale.ROOT)))
                .map(one::as)
                .stream())
        .toList();
  }

  /** What stands under the term; else where a link to the site leads. */
  private Optional<Found<URI>> site() {
    return lines.values(Term.SITE).stream()
        .flatMap(value -> {
          Matcher site = SITE.matcher(value.value());
          return site.find() ? address(site.group()).map(value::as).stream() : Stream.empty();
        })
        .findFirst()
        .or(this::linked);
  }

  private static Optional<URI> address(String written) {
    try {
      URI address = URI.create(written.startsWith("http") ? written : "https://" + written);
      return Optional.ofNullable(address.getHost()).map(host -> address);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // what is no address is none
    }
  }

  private Optional<Found<URI>> linked() {
    return page.links().stream()
        .filter(link -> TO_SITE.matcher(link.text()).matches())
        .filter(link -> !String.valueOf(link.target().getHost()).equals(page.address().getHost()))
        .flatMap(link -> lines.line(link.text()).map(line -> line.as(link.target())).stream())
        .findFirst();
  }

  /** Those that a term names; where there is none, those that the profile speaks of. */
  private Set<Ecosystem> ecosystems() {
    Set<Ecosystem> ecosystems = EnumSet.noneOf(Ecosystem.class);
    lines
        .values(Term.ECOSYSTEMS)
        .forEach(value ->
            named(value.value())
                .ifPresent(one -> ecosystems.add(claims.take("ecosystems", value.as(one)))));
    return ecosystems.isEmpty() ? strategies.ecosystems(claims) : ecosystems;
  }

  /** By its first word, which no two of them share but those of energy. */
  private static Optional<Ecosystem> named(String written) {
    String words = plain(written);
    return Stream.of(Ecosystem.values())
        .filter(one -> {
          String label = plain(one.label(Language.EN));
          String first = label.replaceFirst(" .*", "");
          return first.equals("energy") || first.equals("cultural")
              ? words.contains(label.split(" ", -1)[first.equals("energy") ? 1 : 2])
              : words.startsWith(first.replaceFirst("s$", ""));
        })
        .findFirst();
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip();
  }

  private Optional<Members> members() {
    Optional<Integer> civil = count(Term.CIVIL_SOCIETY);
    Optional<Integer> other = count(Term.OTHER);
    Members members =
        new Members(
            count(Term.MEMBERS),
            count(Term.SMES),
            count(Term.STARTUPS),
            count(Term.LARGE),
            count(Term.RESEARCH),
            civil.isEmpty() ? other : Optional.of(civil.get() + other.orElse(0)));
    return members.equals(Members.UNKNOWN)
        ? MemberCounts.members(lines.text(), Strategies.language(page), claims)
        : Optional.of(members);
  }

  private Optional<Integer> count(Term term) {
    return claims.take("members", lines.count(term));
  }

  /** Technology fields and areas of specialisation are what a cluster says it is good at. */
  private Strategy strategy(String home) {
    Texts offers = strategies.texts(Side.OFFERS, "offers", claims);
    List<String> skills = claims.takeAll("offers", lines.values(Term.SKILLS));
    Set<String> sentences = new LinkedHashSet<>();
    Optional.ofNullable(offers.byLanguage().get(Language.EN))
        .ifPresent(text -> sentences.addAll(text.lines().toList()));
    sentences.addAll(skills);
    List<Found<String>> targets = new ArrayList<>(strategies.targetCountries(home));
    lines
        .values(Term.COUNTRIES)
        .forEach(line ->
            Countries.named(line.value())
                .forEach(one ->
                    targets.add(
                        new Found<>(
                            one.value(), line.start() + one.start(), line.start() + one.end()))));
    return new Strategy(
        strategies.description(claims),
        Texts.english(String.join("\n", sentences)).or(offers),
        strategies.texts(Side.SEEKS, "seeks", claims),
        claims.takeAll("targetCountries", targets).stream()
            .filter(code -> !code.equals(home))
            .toList(),
        List.of());
  }

  /** The codes (ISO 639-1) of languages by their English names in small letters. */
  private static final class Spoken {

    private static final Map<String, String> CODES = codes();

    private static Map<String, String> codes() {
      Map<String, String> codes = new HashMap<>();
      for (String code : Locale.getISOLanguages()) {
        if (code.length() == 2) {
          codes.putIfAbsent(
              Locale.of(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
        }
      }
      return codes;
    }
  }
}
