package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.vocabulary.Geography;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule by which a call is not for everybody, read from what it says of who may apply. Only what
 * keeps a cluster organisation out, as a partner too, and its members with it is one; the rest is
 * to be thought of and told by {@link ApplicantKind}. Words that may mean something else are not
 * read: to hide a call that is open is as bad as to show one that is not.
 *
 * @param blocker the rule, with the words it was read from
 * @param open the countries whose clusters may apply nevertheless; none where nobody may
 */
record Restriction(Blocker blocker, Set<String> open) {

  private static final Blocker COUNTRY =
      Blocker.of(
          "country",
          "The call is restricted to applicants of other countries.",
          "Opslaget er forbeholdt ansøgere fra andre lande.");

  /**
   * Regulation (EU) 2021/697, article 9, and Regulation (EU) 2025/2643: the European Defence Fund,
   * to which Norway is associated, and its industrial sister, which is for Ukraine, too.
   */
  private static final String DEFENCE = "EDF-";

  private static final String DEFENCE_INDUSTRY = "EDF-EDIP-";

  private static final Blocker STATES =
      Blocker.of(
          "states",
          "Only states and those who buy for them may apply.",
          "Kun stater og dem, der køber ind for dem, kan søge.");

  /** Horizon Europe work programme 2026-2027, MSCA and ERC: the applicant is a researcher. */
  private static final Blocker RESEARCHER =
      Blocker.of(
          "single-researcher",
          "The grant goes to a single researcher together with a host institution.",
          "Bevillingen gives til en enkelt forsker sammen med en værtsinstitution.");

  private static final Blocker PERSON =
      Blocker.of(
          "person",
          "The money goes to a person, such as a student or a scientist, and to no organisation.",
          "Pengene gives til en person, for eksempel en studerende eller en forsker, og ikke til en"
              + " organisation.");

  private static final Blocker RUNNING =
      Blocker.of(
          "running-action",
          "Only those who have been chosen already may apply, such as the partners of a project"
              + " that is running.",
          "Kun de allerede udvalgte kan søge, for eksempel partnerne i et projekt, der er i gang.");

  private static final Blocker WIDENING =
      Blocker.of(
          "widening-only",
          "Only applicants of widening countries may apply, each alone; yours is none.",
          "Kun ansøgere fra udvidelseslande kan søge, hver for sig, og jeres land er det ikke.");

  /** Action types whose applicant is a person, in lower case. */
  private static final List<String> PERSONAL =
      List.of("postdoctoral fellowships", "erc grants", "erc proof of concept grants");

  private static final List<ApplicantWords> BY_RESEARCHERS =
      List.of(
          ApplicantWords.anywhere(
              "rincipal Investigators",
              "(?<![Nn]ot )only (?:to|for|by) [Pp]rincipal Investigators"),
          ApplicantWords.anywhere(
              "by the researcher", "must be (?:made|submitted) jointly by the researcher"));

  /** Schemes of foundations and states; in EU texts the same words speak of who is employed. */
  private static final List<ApplicantWords> BY_RESEARCHERS_AT_HOME =
      List.of(
          ApplicantWords.opening(
              "conditions", "Employees of (?:universit|hospital|research)[^.;\\n]*"),
          ApplicantWords.opening(
              "conditions", "Ansatte (?:ved|på) (?:universit|hospital|forsk)[^.;\\n]*"),
          ApplicantWords.in(
              "conditions", "employed", "applicant (?:is|must be) employed as a researcher"),
          ApplicantWords.in(
              "conditions", "ansat ", "[Aa]nsøgeren (?:er|skal være) ansat som forsker"),
          ApplicantWords.opening("conditions", "[\\w ]{0,40}years (?:after|since) (?:the|a) PhD"),
          ApplicantWords.opening("conditions", "PhD (?:at least|at most|no more)[^.;\\n]*"),
          ApplicantWords.opening("conditions", "[\\wæøå ]{0,40}år efter [Pp]h\\.d\\.?-grad\\w*"),
          ApplicantWords.opening("conditions", "Ph\\.d\\.-grad (?:mindst|højst)[^.;\\n]*"));

  private static final List<ApplicantWords> BY_STATES =
      List.of(
          ApplicantWords.anywhere(
              "rocurement agent",
              "procurement agents? appointed by (?:those|the)(?: participating)? Member States"),
          ApplicantWords.in(
              "text", "common procurement", "contribute to support common procurement"));

  private static final List<ApplicantWords> BY_PERSONS =
      List.of(
          ApplicantWords.opening("conditions", "Founders (?:with|who|med|der)\\b[^.;\\n]*"),
          ApplicantWords.anywhere(
              "natural person",
              "(?:applicants|participants) must:?[^.;]{0,20}be a natural person"));

  /** Of the money that projects pass on; what has these in its title may be a study of them. */
  private static final List<ApplicantWords> SCHOLARSHIPS =
      List.of(
          ApplicantWords.in("name", "cholarship", "\\b[Ss]cholarships?\\b"),
          ApplicantWords.in("name", "nternship", "\\b[Ii]nternships?\\b"),
          ApplicantWords.in("name", "tudents", "\\b(?:[Mm]aster )?[Ss]tudents\\b"),
          ApplicantWords.in("name", "STUDENTS", "\\bSTUDENTS\\b"),
          ApplicantWords.in("name", "hesis", "\\b[Mm]aster(?:['’]s)? [Tt]hesis\\b"),
          ApplicantWords.in("name", "ee waiver", "\\b[Ff]ee waivers?\\b"),
          ApplicantWords.in("name", "ummer ", "\\b[Ss]ummer [Ss]chool\\b"),
          ApplicantWords.in("name", "ndividual ", "\\b[Ii]ndividual [Gg]rants?\\b"));

  private static final List<ApplicantWords> BY_THE_CHOSEN =
      List.of(
          ApplicantWords.anywhere(
              "nly for the ",
              "\\b(?<![Nn]ot )[Oo]nly for the (?:partners of the |members of the )?consorti(?:um|a)"
                  + "(?: (?:of|that|funded|selected)[^.;\\n]{0,60})?"),
          ApplicantWords.anywhere(
              "un for ",
              "\\b(?<![Ii]kke )[Kk]un for (?:konsorti(?:et|erne)|partnerne i konsortiet)"
                  + "(?: (?:bag|i|fra)[^.;\\n]{0,60})?"),
          ApplicantWords.anywhere(
              "nly the ",
              "\\b(?<![Nn]ot )[Oo]nly the (?:partners|members|coordinators?) of the consortium"
                  + " [^.;\\n]{0,40}(?:can|may) (?:apply|submit)"),
          ApplicantWords.anywhere("nly invited", "\\b[Oo]nly invited consortia"),
          ApplicantWords.anywhere("un inviterede", "\\b[Kk]un inviterede konsortier"),
          ApplicantWords.anywhere(
              "submitted by the ",
              "\\bmust be submitted by the (?:coordinator of the )?consortium"
                  + " (?:funded|selected|already)[^.;\\n]{0,40}"),
          ApplicantWords.anywhere("amed beneficiar", "\\bto (?:a )?named beneficiar(?:y|ies)"),
          ApplicantWords.anywhere("dentified beneficiar", "\\b[Ii]dentified beneficiar(?:y|ies)"),
          ApplicantWords.anywhere("estricted call", "(?:^|[Tt]his is a )[Rr]estricted call\\b"),
          ApplicantWords.anywhere("nvitation only", "\\b[Bb]y invitation only\\b"));

  /** What those who have been chosen may take up, if they are asked. */
  private static final List<ApplicantWords> TAKE_PARTNERS =
      List.of(ApplicantWords.anywhere("dditional partners", "[Aa]dditional partners"));

  private static final List<ApplicantWords> HOST_OF_A_WIDENING_COUNTRY =
      List.of(
          ApplicantWords.anywhere(
              "idening",
              "host organi[sz]ation must be (?:located|established) in a [Ww]idening [Cc]ountry"));

  private static final List<ApplicantWords> OF_WIDENING_COUNTRIES =
      List.of(
          ApplicantWords.anywhere(
              "idening",
              "\\b(?:SMEs?\\b\\)?|(?:[Ee]nterprise|[Ss]tart-?up|[Bb]eneficiary|[Aa]pplicant)s?"
                  + "|[Cc]ompan(?:y|ies)|[Bb]eneficiaries)"
                  + "(?: must be)?(?: established| located| based| registered)?"
                  + " in (?:a |the )?(?:Horizon Europe )?[Ww]idening [Cc]ountr(?:y|ies)"));

  private static final List<ApplicantWords> ALONE =
      List.of(
          ApplicantWords.anywhere("no consortium", "\\bno consortium\\b"),
          ApplicantWords.anywhere("one legal entity", "only be submitted by one legal entity"));

  /**
   * The countries whose institutions may lead widening actions: Horizon Europe work programme
   * 2026-2027, Widening participation, where the associated ones are those named there.
   */
  private static final Set<String> WIDENING_COUNTRIES =
      Set.of(
          "BG", "HR", "CY", "CZ", "EE", "EL", "HU", "LV", "LT", "MT", "PL", "PT", "RO", "SK", "SI",
          "AL", "AM", "BA", "FO", "GE", "XK", "MD", "ME", "MK", "RS", "TN", "TR", "UA");

  /** All that a call's own words say. */
  static List<Restriction> of(CallProse prose) {
    return Stream.of(
            countries(prose),
            states(prose),
            researcher(prose),
            person(prose),
            running(prose),
            widening(prose))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether a cluster is of a widening country. */
  static boolean isWidening(Cluster cluster) {
    return WIDENING_COUNTRIES.contains(cluster.identity().seat().country());
  }

  /** Whether it is one of countries, and not against all. */
  boolean isOfCountries() {
    return !open.isEmpty();
  }

  /** Whether it keeps a cluster out. */
  boolean against(Cluster cluster) {
    return !open.contains(cluster.identity().seat().country());
  }

  private static Optional<Restriction> countries(CallProse prose) {
    List<String> countries = prose.call().terms().countries();
    return countries.isEmpty()
        ? ApplicantCountries.of(prose)
            .map(named -> new Restriction(COUNTRY.by(named.words()), named.open()))
            .or(() -> ofDefence(prose.call()))
        : Optional.of(
            new Restriction(
                COUNTRY.by(Evidence.whole(prose.call(), "countries")), Set.copyOf(countries)));
  }

  private static Optional<Restriction> ofDefence(Call call) {
    if (!call.identifier().startsWith(DEFENCE)) {
      return Optional.empty();
    }
    Set<String> associated =
        call.identifier().startsWith(DEFENCE_INDUSTRY) ? Set.of("NO", "UA") : Set.of("NO");
    return Optional.of(
        new Restriction(
            COUNTRY.by(Evidence.whole(call, "programme")),
            Geography.countries().stream()
                .filter(one -> Geography.isMemberState(one) || associated.contains(one))
                .collect(Collectors.toSet())));
  }

  private static Optional<Restriction> states(CallProse prose) {
    return ApplicantWords.first(prose, BY_STATES).map(words -> of(STATES, words));
  }

  private static Optional<Restriction> researcher(CallProse prose) {
    boolean national = prose.call().kind() == CallKind.NATIONAL;
    return PERSONAL.stream()
        .flatMap(personal -> prose.typed(personal).stream())
        .findFirst()
        .or(() -> ApplicantWords.first(prose, national ? BY_RESEARCHERS_AT_HOME : BY_RESEARCHERS))
        .map(words -> of(RESEARCHER, words));
  }

  private static Optional<Restriction> person(CallProse prose) {
    return ApplicantWords.first(prose, BY_PERSONS)
        .or(() ->
            prose.call().kind() == CallKind.CASCADE
                ? ApplicantWords.first(prose, SCHOLARSHIPS)
                : Optional.empty())
        .map(words -> of(PERSON, words));
  }

  private static Optional<Restriction> running(CallProse prose) {
    return chosen(prose)
        .filter(words -> ApplicantWords.first(prose, TAKE_PARTNERS).isEmpty())
        .map(words -> of(RUNNING, words));
  }

  /** The words by which only those who have been chosen may hand a proposal in. */
  static Optional<Evidence> chosen(CallProse prose) {
    return ApplicantWords.first(prose, BY_THE_CHOSEN);
  }

  /** Of a consortium only the coordinator must be of a widening country, which keeps nobody out. */
  private static Optional<Restriction> widening(CallProse prose) {
    return ApplicantWords.first(prose, HOST_OF_A_WIDENING_COUNTRY)
        .or(() ->
            ApplicantWords.first(prose, OF_WIDENING_COUNTRIES)
                .filter(words -> ApplicantWords.first(prose, ALONE).isPresent()))
        .map(words -> new Restriction(WIDENING.by(words), WIDENING_COUNTRIES));
  }

  private static Restriction of(Blocker rule, Evidence words) {
    return new Restriction(rule.by(words), Set.of());
  }
}
