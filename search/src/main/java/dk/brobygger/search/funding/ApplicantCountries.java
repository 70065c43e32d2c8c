package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.vocabulary.CountryNames;
import dk.brobygger.corpus.vocabulary.Geography;
import dk.brobygger.search.score.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The countries that applicants must be of, where a call names them in its prose: <i>start-ups
 * registered in Estonia</i>, <i>limited to legal entities established in Member States, Norway and
 * Iceland</i>; or must not be of: <i>entities established in China are excluded</i>. A list that
 * ends in something else, such as <i>or an OECD country</i>, is not read.
 *
 * @param open the codes of those who may apply
 * @param words the words that say so
 */
record ApplicantCountries(Set<String> open, Evidence words) {

  private static final String APPLICANTS =
      "(?:applicants|beneficiaries|entities|organi[sz]ations|companies|enterprises|businesses|SMEs"
          + "|start-?ups|ansøgere|virksomheder|organisationer|SMV'er|startups)";

  private static final String AT_HOME =
      "(?: that are| which are|,? der er)? (?:registered|established|based|located|registreret"
          + "|registrerede|etableret|etablerede|hjemmehørende) (?:in|i) ";

  private static final List<String> STEMS =
      List.of(
          "registered in ",
          "established in ",
          "based in ",
          "located in ",
          "registrere",
          "tablere",
          "hørende i ");

  /** A title says in few words whom money is for; longer texts say so of others, too. */
  private static final List<ApplicantWords> TITLES =
      Stream.concat(
              kinds("name", "\\b" + APPLICANTS + AT_HOME).stream(),
              Stream.of(ApplicantWords.in("name", " in ", "(?i:\\b(?:projects|institutions)) in ")))
          .toList();

  private static final List<ApplicantWords> RULES =
      kinds(
          ApplicantWords.ANYWHERE,
          "(?:\\b[Oo]nly|\\blimited to|\\brestricted to|\\breserved for|\\b[Kk]un|\\bforbeholdt)"
              + " (?:legal |eligible |juridiske )?"
              + APPLICANTS
              + AT_HOME);

  private static final List<ApplicantWords> EXCLUSIONS =
      List.of(ApplicantWords.anywhere("ntities established in ", "\\b[Ee]ntities established in "));

  private static final Pattern OUT =
      Pattern.compile("(?:are|is) (?:excluded|not eligible)|can(?:no|')t take part|may not");

  /** What the EU may be called in a list of countries, and those associated to its research. */
  private static final Map<Pattern, Set<String>> GROUPS =
      Map.of(
          Pattern.compile("(?:(?:EU|European Union) )?Member States(?: of the (?:EU|Union))?"),
          countries(Geography::isMemberState),
          Pattern.compile(
              "(?<!following )(?<!additional )(?:[Cc]ountries associated to Horizon Europe"
                  + "|[Aa]ssociated [Cc]ountries)(?!\\s*:)"),
          countries(Geography::isAssociated));

  private static final Pattern SENTENCE = Pattern.compile("[.;\\n]");

  private static final String BEFORE =
      "(?:in )?(?:the )?(?:following (?:additional )?[Aa]ssociated [Cc]ountries ?:? ?)?"
          + "(?:countries associated to (?:the )?Euratom[^()]{0,60}\\()?";

  private static final Pattern FIRST = Pattern.compile(BEFORE);

  private static final Pattern BETWEEN =
      Pattern.compile("(?:/|,|,? (?:and|or|og|eller)) ?" + BEFORE);

  /** How a list goes on that does not end with its last name. */
  private static final Pattern MORE =
      Pattern.compile("\\s*(?:[,/(]|(?:and|or|og|eller|samt|as well)\\b)");

  /** Those who get money, in capitals or not, as a title says after whose they are. */
  private static final String OF_THEM =
      " (?:[\\p{L}\\d-]+"
          + " ){0,3}(?i:companies|enterprises|businesses|SMEs|start-?ups|organi[sz]ations"
          + "|SCOs|CSOs|NGOs)\\b";

  private static final String ADJECTIVE =
      CountryNames.ENGLISH_ADJECTIVES.keySet().stream().sorted().collect(Collectors.joining("|"));

  private static final ApplicantWords PEOPLE =
      ApplicantWords.in(
          "name",
          " ",
          "\\b(?:%1$s)(?:(?:,| and|, and) (?:%1$s)){0,4}".formatted(ADJECTIVE) + OF_THEM);

  private static Set<String> countries(Predicate<String> which) {
    return Geography.countries().stream().filter(which).collect(Collectors.toUnmodifiableSet());
  }

  private static List<ApplicantWords> kinds(String field, String pattern) {
    return STEMS.stream().map(stem -> ApplicantWords.in(field, stem, pattern)).toList();
  }

  /** Those that a call names; empty where it names none, or leaves the door open. */
  static Optional<ApplicantCountries> of(CallProse prose) {
    boolean titled = prose.call().kind() == CallKind.CASCADE;
    return Stream.of(
            named(prose, RULES),
            titled ? named(prose, TITLES) : Optional.<ApplicantCountries>empty(),
            titled ? called(prose) : Optional.<ApplicantCountries>empty(),
            excluded(prose))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<ApplicantCountries> named(CallProse prose, List<ApplicantWords> kinds) {
    return lists(prose, kinds)
        .filter(list -> !MORE.matcher(list.rest()).lookingAt())
        .map(list -> new ApplicantCountries(list.countries(), list.words()))
        .findFirst();
  }

  private static Optional<ApplicantCountries> excluded(CallProse prose) {
    return lists(prose, EXCLUSIONS).flatMap(list -> out(prose, list).stream()).findFirst();
  }

  /** All but those of a list, if it goes on that they are left out of what the call funds. */
  private static Optional<ApplicantCountries> out(CallProse prose, Listed list) {
    Matcher out = OUT.matcher(list.rest());
    boolean ofActions = list.rest().toLowerCase(Locale.ROOT).contains("innovation actions");
    boolean ofThisOne = !ofActions || prose.typed("coordination").isEmpty();
    return list.rest().startsWith(" ")
            && out.region(1, list.rest().length()).lookingAt()
            && ofThisOne
        ? Optional.of(
            new ApplicantCountries(
                countries(country -> !list.countries().contains(country)),
                list.words().longer(out.end())))
        : Optional.empty();
  }

  /** Whose companies a title names. */
  private static Optional<ApplicantCountries> called(CallProse prose) {
    return PEOPLE.in(prose).stream()
        .map(words ->
            new ApplicantCountries(
                CountryNames.typed(words.text()).stream()
                    .map(CountryNames.Named::code)
                    .collect(Collectors.toSet()),
                words))
        .findFirst();
  }

  /**
   * A list of countries.
   *
   * @param countries their codes, at least one
   * @param words the words before it, and it
   * @param rest what follows in its sentence
   */
  private record Listed(Set<String> countries, Evidence words, String rest) {}

  private static Stream<Listed> lists(CallProse prose, List<ApplicantWords> kinds) {
    return kinds.stream()
        .flatMap(kind -> kind.in(prose).stream())
        .flatMap(words -> listed(words).stream());
  }

  /** The list that some words begin. */
  private static Optional<Listed> listed(Evidence words) {
    String prose = words.of().field(words.field()).orElseThrow().text();
    String list = SENTENCE.split(prose.substring(words.end()), 2)[0];
    Set<String> codes = new HashSet<>();
    int end = 0;
    for (Part part : parts(list)) {
      if (part.start() >= end) {
        String between = list.substring(end, part.start());
        if (!(codes.isEmpty() ? FIRST : BETWEEN).matcher(between).matches()) {
          break;
        }
        codes.addAll(part.countries());
        end = part.end();
      }
    }
    return codes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Listed(codes, words.longer(end), list.substring(end)));
  }

  /** One or several countries that a list names in one place. */
  private record Part(Set<String> countries, int start, int end) {}

  private static List<Part> parts(String list) {
    List<Part> parts = new ArrayList<>();
    for (CountryNames.Named named : CountryNames.typed(list)) {
      parts.add(new Part(Set.of(named.code()), named.start(), named.end()));
    }
    GROUPS.forEach((pattern, countries) ->
        pattern
            .matcher(list)
            .results()
            .forEach(one -> parts.add(new Part(countries, one.start(), one.end()))));
    parts.sort(Comparator.comparingInt(Part::start));
    return parts;
  }
}
