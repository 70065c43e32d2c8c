package dk.brobygger.corpus.vocabulary;

import java.util.List;
import java.util.Optional;

/**
 * A funding programme.
 *
 * @param id the id used in records and addresses, the EU's abbreviation where there is one
 * @param portalCode the code of {@code frameworkProgramme} on the EU's Funding and Tenders Portal
 * @param english its name in English
 * @param danish its name in Danish
 */
public record Programme(String id, Optional<String> portalCode, String english, String danish) {

  /**
   * All programmes: those seen on the portal from March to August 2026, and the Nordic and Danish
   * ones.
   */
  public static final List<Programme> ALL =
      List.of(
          new Programme("HORIZON", Optional.of("43108390"), "Horizon Europe", "Horisont Europa"),
          new Programme(
              "DIGITAL", Optional.of("43152860"), "Digital Europe", "Det digitale Europa"),
          new Programme("LIFE", Optional.of("43252405"), "LIFE", "LIFE"),
          new Programme(
              "SMP",
              Optional.of("43252476"),
              "Single Market Programme",
              "Programmet for det indre marked"),
          new Programme(
              "I3",
              Optional.of("44416173"),
              "Interregional Innovation Investments",
              "Interregionale innovationsinvesteringer"),
          new Programme(
              "CEF",
              Optional.of("43251567"),
              "Connecting Europe Facility",
              "Connecting Europe-faciliteten"),
          new Programme("ERASMUS", Optional.of("43353764"), "Erasmus+", "Erasmus+"),
          new Programme("CREA", Optional.of("43251814"), "Creative Europe", "Et Kreativt Europa"),
          new Programme("EU4H", Optional.of("43332642"), "EU4Health", "EU4Health"),
          new Programme(
              "EDF",
              Optional.of("44181033"),
              "European Defence Fund",
              "Den Europæiske Forsvarsfond"),
          new Programme(
              "INNOVFUND", Optional.of("43089234"), "Innovation Fund", "Innovationsfonden (EU)"),
          new Programme(
              "EMFAF",
              Optional.of("43392145"),
              "European Maritime, Fisheries and Aquaculture Fund",
              "Den Europæiske Hav-, Fiskeri- og Akvakulturfond"),
          new Programme("EURATOM", Optional.of("43298916"), "Euratom", "Euratom"),
          new Programme(
              "RFCS",
              Optional.of("43252449"),
              "Research Fund for Coal & Steel",
              "Forskningsfonden for Kul og Stål"),
          new Programme(
              "CERV",
              Optional.of("43251589"),
              "Citizens, Equality, Rights and Values",
              "Borgere, ligestilling, rettigheder og værdier"),
          new Programme(
              "PROSPECT",
              Optional.of("111111"),
              "EU External Action",
              "EU's eksterne foranstaltninger"),
          new Programme(
              "AGRIP",
              Optional.of("43298664"),
              "Promotion of Agricultural Products",
              "Fremme af landbrugsprodukter"),
          new Programme(
              "PPPA",
              Optional.of("43637601"),
              "Pilot Projects & Preparatory Actions",
              "Pilotprojekter og forberedende foranstaltninger"),
          new Programme(
              "EUAF",
              Optional.of("43251842"),
              "Union Anti-fraud Programme",
              "EU-programmet for bekæmpelse af svig"),
          new Programme("EP", Optional.of("43697167"), "European Parliament", "Europa-Parlamentet"),
          new Programme(
              "EUBA",
              Optional.of("45532249"),
              "EU Bodies and Agencies",
              "EU-organer og -agenturer"),
          new Programme(
              "UCPM",
              Optional.of("43298203"),
              "Union Civil Protection Mechanism",
              "EU-civilbeskyttelsesmekanismen"),
          new Programme(
              "ISF",
              Optional.of("43252368"),
              "Internal Security Fund",
              "Fonden for Intern Sikkerhed"),
          new Programme(
              "SOCPL",
              Optional.of("43252517"),
              "Social Prerogative and Specific Competencies Lines",
              "Sociale beføjelser og særlige kompetencer"),
          new Programme(
              "ESF",
              Optional.of("43254019"),
              "European Social Fund+",
              "Den Europæiske Socialfond+"),
          new Programme(
              "RENEWFM",
              Optional.of("43253967"),
              "Renewable Energy Financing Mechanism",
              "Finansieringsmekanismen for vedvarende energi"),
          new Programme(
              "ESC",
              Optional.of("43254037"),
              "European Solidarity Corps",
              "Det Europæiske Solidaritetskorps"),
          new Programme(
              "JUST",
              Optional.of("43252386"),
              "Justice Programme",
              "Programmet for retlige anliggender"),
          new Programme("PERICLES", Optional.of("43252433"), "Pericles IV", "Pericles IV"),
          new Programme(
              "JTM",
              Optional.of("44773066"),
              "Just Transition Mechanism",
              "Mekanismen for retfærdig omstilling"),
          new Programme("ED", Optional.of("42810547"), "Europe Direct", "Europe Direct"),
          new Programme("H2020", Optional.of("31045243"), "Horizon 2020", "Horisont 2020"),
          new Programme("COSME", Optional.of("31059643"), "COSME", "COSME"),
          new Programme("INTERREG", Optional.empty(), "Interreg", "Interreg"),
          new Programme("EUROSTARS", Optional.empty(), "Eurostars", "Eurostars"),
          new Programme("NORDIC", Optional.empty(), "Nordic programmes", "Nordiske programmer"),
          new Programme(
              "DK", Optional.empty(), "Danish national schemes", "Danske nationale ordninger"));

  /** The programme with an id, whatever its capitals. */
  public static Optional<Programme> of(String id) {
    return ALL.stream().filter(one -> one.id.equalsIgnoreCase(id)).findFirst();
  }

  /** The programme with a code of the portal. */
  public static Optional<Programme> ofPortalCode(String code) {
    return ALL.stream().filter(one -> one.portalCode.filter(code::equals).isPresent()).findFirst();
  }

  /** The name in a language of users. */
  public String label(Language language) {
    return language.worded(english, danish);
  }

  /** The name of the programme with this id, or the id where there is none. */
  public static String label(String id, Language language) {
    return of(id).map(one -> one.label(language)).orElse(id);
  }
}
