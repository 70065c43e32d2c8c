package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * That a cluster organisation may not be the kind of applicant a call is for, while its members
 * are, or it can join those who are: it costs no points, as what is closed to a cluster may be just
 * right for its members. Who may apply for national money stands in prose that each scheme words in
 * its own way, so where no rule knows it, it is quoted and not judged. What keeps members out, too,
 * is a {@link Restriction}.
 */
final class ApplicantKind {

  /** Regulation (EU) 2021/695, article 2: who applies for a cofund or procurement action. */
  private static final URI TYPES = URI.create("https://eur-lex.europa.eu/eli/reg/2021/695/oj");

  /**
   * Who applies.
   *
   * @param words finds what says so
   * @param english what is to be thought of
   * @param danish the same in Danish
   * @param source who says so, where it is not the call
   */
  private record Kind(
      Function<CallProse, Optional<Evidence>> words,
      String english,
      String danish,
      Optional<URI> source) {

    Optional<Caution> of(CallProse prose) {
      return words
          .apply(prose)
          .map(quoted ->
              new Caution(
                  "applicant",
                  false,
                  Map.of(Language.EN, english, Language.DA, danish),
                  Optional.of(quoted),
                  source));
    }
  }

  /** Which companies a title or the first words of the conditions name. */
  private static final String COMPANIES =
      "(?:(?:[Ww]omen-led|[Ii]nnovative|[Ee]uropean|[Dd]igital|[Dd]eep-tech|[Aa]gri-?food"
          + "|[Tt]echnology|[Tt]ech|[Dd]anish|[Dd]anske?|SMEs?|SMV'er|SMV|[Ss]tart-?ups?|and|og|&"
          + "|&amp;),? )*(?:SMEs?|SMV'er|SMV|[Ss]tart-?ups)\\b";

  /** A sentence that names nobody else. */
  private static final String ALONE =
      "(?![^.;\\n]*(?:[Uu]niversit|[Cc]luster|[Kk]lynge|[Oo]rgani[sz]|[Ii]nstit|[Kk]nowledge|[Vv]iden"
          + "|[Rr]esearch|[Ff]orskn|[Hh]ospital|[Pp]ublic|[Oo]ffentlig|[Mm]unicipal|[Kk]ommun))"
          + COMPANIES
          + "(?:[^.;\\n]|\\.(?=\\d| \\p{Ll})){0,120}";

  private static final List<ApplicantWords> TITLES =
      List.of(
          ApplicantWords.in("name", "SME", "\\bfor " + COMPANIES),
          ApplicantWords.in("name", "tart", "\\bfor " + COMPANIES));

  /** The first that holds is told. */
  private static final List<Kind> KINDS =
      List.of(
          // European Innovation Council work programme 2026, Accelerator and STEP Scale Up: single
          // companies.
          new Kind(
              either(
                  typed("eic accelerator", "eic equity only"),
                  said(
                      ApplicantWords.anywhere(
                          "ingle",
                          "\\b[Aa] single (?:SME|small or medium-sized enterprise"
                              + "|company|start-?up) (?:applies|may apply)"),
                      ApplicantWords.opening(
                          "conditions", "Single (?:[\\w,-]+ ){0,6}(?:company|SME|start-?up)\\b"))),
              "A single start-up or small company applies: your members can, you cannot.",
              "En enkelt startup eller mindre virksomhed søger: det kan jeres medlemmer, men I kan"
                  + " ikke.",
              Optional.empty()),
          new Kind(
              Restriction::chosen,
              "Those of a project that is running apply, and may take up more partners: ask them.",
              "De, der er med i et igangværende projekt, søger og kan tage flere partnere med:"
                  + " spørg dem.",
              Optional.empty()),
          new Kind(
              either(
                  typed("pre-commercial procurement", "public procurement of innovative"),
                  said(
                      ApplicantWords.anywhere(
                          "public procurers",
                          "public procurers[^.;\\n]{0,60} are invited to submit"))),
              "Those who buy apply, such as public buyers of several countries: your members can"
                  + " if they are, or bid later for what is bought.",
              "De, der skal købe, søger, for eksempel offentlige indkøbere fra flere lande: det kan"
                  + " jeres medlemmer, hvis de er det, eller siden byde på opgaven.",
              Optional.of(TYPES)),
          new Kind(
              either(
                  typed("cofund"),
                  said(
                      ApplicantWords.anywhere("o-funding action", "\\b[Cc]o-funding action for"),
                      ApplicantWords.anywhere(
                          "unding agencies",
                          "\\b(?:charities and )?funding agencies[^.;\\n]{0,80} organi[sz]e, fund"
                              + " and implement"))),
              "Those who run research programmes or training apply, such as ministries and"
                  + " funds, and pass the money on: look out for their calls.",
              "De, der driver forsknings- eller uddannelsesprogrammer, søger, for eksempel"
                  + " ministerier og fonde, og giver pengene videre: hold øje med deres opslag.",
              Optional.of(TYPES)),
          new Kind(
              said(
                  ApplicantWords.anywhere(
                      "to join already", "from [Ww]idening [Cc]ountries to join already funded")),
              "Somebody of a widening country joins a project that has its money: you can only take"
                  + " part if you are in such a project.",
              "Nogen fra et udvidelsesland slutter sig til et projekt, der har fået penge: I kan"
                  + " kun være med, hvis I er i et sådant projekt.",
              Optional.empty()),
          new Kind(
              said(
                  ApplicantWords.anywhere(
                      "results generated",
                      "restricted to proposals based on results generated by the eligible"
                          + " projects"),
                  ApplicantWords.in("name", "EIC Awardees", "\\bfor EIC Awardees")),
              "Only those apply who go on with what an earlier EU project led to: see whether"
                  + " your members can.",
              "Kun de søger, der bygger videre på et tidligere EU-projekt: se efter, om jeres"
                  + " medlemmer kan.",
              Optional.empty()),
          new Kind(
              said(
                  ApplicantWords.anywhere(
                      "on the list", "\\bOnly projects on the list of[^.;\\n]{0,60}")),
              "Only projects on a list can get money: see whether your members have one there.",
              "Kun projekter på en liste kan få penge: se efter, om jeres medlemmer har et der.",
              Optional.empty()),
          new Kind(
              said(
                  ApplicantWords.in(
                      "text",
                      "production companies",
                      "\\bgiven to independent (?:European )?production companies"),
                  ApplicantWords.in(
                      "text", "aimed at financial", "\\baimed at financial intermediaries")),
              "It is for companies or institutions of one kind: your members can apply if they are"
                  + " such, you hardly can.",
              "Den er for virksomheder eller institutioner af én slags: jeres medlemmer kan søge,"
                  + " hvis de er det, I selv næppe.",
              Optional.empty()),
          new Kind(
              either(said(ApplicantWords.opening("conditions", ALONE)), ApplicantKind::titled),
              "It is for small companies: your members can apply, you hardly can.",
              "Den er for mindre virksomheder: jeres medlemmer kan søge, I selv næppe.",
              Optional.empty()),
          new Kind(
              ApplicantKind::conditions,
              "Its conditions say who may apply: see whether you can, or only your members.",
              "Betingelserne siger, hvem der kan søge: se efter, om I kan, eller kun jeres"
                  + " medlemmer.",
              Optional.empty()));

  /** Horizon Europe work programme 2026-2027, Widening participation: Twinning, Excellence Hubs. */
  private static final Kind LED_FROM_WIDENING_COUNTRIES =
      new Kind(
          said(
              ApplicantWords.anywhere(
                  "idening",
                  "\\b[Cc]o-?ordinators?\\b[^.;\\n]{0,40}\\b(?:limited to|must be|shall be)"
                      + "[^.;\\n]{0,60}[Ww]idening [Cc]ountr(?:y|ies)"
                      + "|[Ww]idening [Cc]ountries acting as co-?ordinators?"
                      + "|in a [Ww]idening [Cc]ountry works with")),
          "Only those of a widening country can lead it, and yours is none: take part as a"
              + " partner.",
          "Kun nogen fra et udvidelsesland kan lede, og jeres land er det ikke: deltag som"
              + " partner.",
          Optional.empty());

  private ApplicantKind() {}

  /** Words of the type of action, in lower case. */
  private static Function<CallProse, Optional<Evidence>> typed(String... types) {
    return prose -> Stream.of(types).flatMap(type -> prose.typed(type).stream()).findFirst();
  }

  private static Function<CallProse, Optional<Evidence>> said(ApplicantWords... kinds) {
    List<ApplicantWords> all = List.of(kinds);
    return prose -> ApplicantWords.first(prose, all);
  }

  private static Function<CallProse, Optional<Evidence>> either(
      Function<CallProse, Optional<Evidence>> one, Function<CallProse, Optional<Evidence>> other) {
    return prose -> one.apply(prose).or(() -> other.apply(prose));
  }

  /** Who applies, where that is not everybody. */
  static Optional<Caution> applicants(CallProse prose) {
    return KINDS.stream().flatMap(kind -> kind.of(prose).stream()).findFirst();
  }

  /** Who leads, which only those of other countries than widening ones need to be told. */
  static Optional<Caution> leaders(CallProse prose) {
    return LED_FROM_WIDENING_COUNTRIES.of(prose);
  }

  /** Those of a national call; in Danish if they are there, as those of a Danish scheme were. */
  private static Optional<Evidence> conditions(CallProse prose) {
    return prose.fields().stream()
        .filter(field -> prose.call().kind() == CallKind.NATIONAL)
        .filter(field -> field.factTold().equals("conditions"))
        .findFirst()
        .map(field -> Evidence.whole(prose.call(), field.name()));
  }

  /** The title of a topic says for whom something is made, that of other money who gets it. */
  private static Optional<Evidence> titled(CallProse prose) {
    return prose.call().kind() == CallKind.TOPIC
        ? Optional.empty()
        : ApplicantWords.first(prose, TITLES);
  }
}
