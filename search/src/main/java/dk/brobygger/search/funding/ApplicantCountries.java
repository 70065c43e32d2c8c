package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.vocabulary.CountryNames;
import dk.brobygger.search.score.Evidence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The countries that applicants must be of, where a call names them in its prose: <i>start-ups
 * registered in Estonia</i>. A list that ends in something else, such as <i>or an associated
 * country</i>, is not read.
 *
 * @param countries their codes
 * @param words the words that say so
 */
record ApplicantCountries(Set<String> countries, Evidence words) {

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
  private static final List<ApplicantWords> TITLES = kinds("name", "\\b" + APPLICANTS + AT_HOME);

  private static final List<ApplicantWords> RULES =
      kinds(
          ApplicantWords.ANYWHERE,
          "(?:\\b[Oo]nly|\\blimited to|\\brestricted to|\\breserved for|\\b[Kk]un|\\bforbeholdt)"
              + " (?:legal |eligible |juridiske )?"
              + APPLICANTS
              + AT_HOME);

  private static final Pattern SENTENCE = Pattern.compile("[.;\\n]");

  private static final Pattern FIRST = Pattern.compile("(?:the )?");

  private static final Pattern BETWEEN =
      Pattern.compile("(?:/|,|,? (?:and|or|og|eller)) ?(?:the )?");

  /** How a list goes on that does not end with its last name. */
  private static final Pattern MORE =
      Pattern.compile("\\s*(?:[,/(]|(?:and|or|og|eller|samt|as well)\\b)");

  private static List<ApplicantWords> kinds(String field, String pattern) {
    return STEMS.stream().map(stem -> ApplicantWords.in(field, stem, pattern)).toList();
  }

  /** Those that a call names; empty where it names none, or leaves the door open. */
  static Optional<ApplicantCountries> of(CallProse prose) {
    return Stream.concat(
            RULES.stream(), prose.call().kind() == CallKind.CASCADE ? TITLES.stream() : Stream.of())
        .flatMap(kind -> kind.in(prose).stream())
        .flatMap(words -> named(words).stream())
        .findFirst();
  }

  /** The list that some words begin. */
  private static Optional<ApplicantCountries> named(Evidence words) {
    String prose = words.of().field(words.field()).orElseThrow().text();
    String list = SENTENCE.split(prose.substring(words.end()), 2)[0];
    Set<String> codes = new HashSet<>();
    int end = 0;
    for (CountryNames.Named named : CountryNames.typed(list)) {
      String between = list.substring(end, named.start());
      if (!(codes.isEmpty() ? FIRST : BETWEEN).matcher(between).matches()) {
        break;
      }
      codes.add(named.code());
      end = named.end();
    }
    return codes.isEmpty() || MORE.matcher(list.substring(end)).lookingAt()
        ? Optional.empty()
        : Optional.of(
            new ApplicantCountries(
                codes, new Evidence(words.of(), words.field(), words.start(), words.end() + end)));
  }
}
