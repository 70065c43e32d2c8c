package dk.brobygger.indexer.source;

import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.entry.Identity;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.entry.OrganisationKind;
import dk.brobygger.corpus.entry.Participation;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Seat;
import dk.brobygger.corpus.entry.Texts;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The organisations of the projects that have been read so far, with what they took part in. Memory
 * holds the organisations, and of projects their titles, so that all of Horizon Europe fits into
 * 512 MiB.
 *
 * <p>An organisation is known by its PIC. Of what several projects say of it the newest counts, and
 * of the rest what the newest leaves out.
 */
final class CordisOrganisations {

  private final LocalDate day;
  private final Map<String, Partner> byPic = new TreeMap<>();
  private final List<String> refused = new ArrayList<>();

  /** One organisation and its projects. */
  private static final class Partner {

    private Map<String, String> fields = Map.of();
    private String newest = "";
    private final Map<String, Part> parts = new TreeMap<>();
  }

  /** What an organisation was in a project. */
  private record Part(CordisProject project, String role) {

    static final Comparator<Part> OLDEST_FIRST =
        Comparator.comparing((Part part) -> part.project().start())
            .thenComparing(part -> part.project().id());

    Participation participation() {
      return new Participation(project.id(), project.title(), role, project.topic());
    }
  }

  /** Those of no project yet. */
  CordisOrganisations(LocalDate day) {
    this.day = day;
  }

  /**
   * Notes that an organisation took part in a project.
   *
   * @param fields what is said of it, by the names in CORDIS's CSV
   */
  void take(CordisProject project, Map<String, String> fields) {
    String pic = CordisProject.value(fields, "organisationID").orElse("");
    if (!pic.matches("[0-9]{9}")) {
      refuse(project, "organisationID is \"" + pic + "\", must be nine digits");
      return;
    }
    Partner partner = byPic.computeIfAbsent(pic, any -> new Partner());
    partner.parts.put(
        project.id(), new Part(project, role(CordisProject.value(fields, "role").orElse(""))));
    boolean newer = project.start().compareTo(partner.newest) >= 0;
    partner.fields = newer ? over(partner.fields, fields) : over(fields, partner.fields);
    partner.newest = newer ? project.start() : partner.newest;
  }

  /** What the upper says, and the lower where the upper says nothing. */
  private static Map<String, String> over(Map<String, String> lower, Map<String, String> upper) {
    Map<String, String> both = new TreeMap<>(lower);
    upper.forEach((name, value) -> {
      if (!value.isBlank()) {
        both.put(name, value);
      }
    });
    return Map.copyOf(both);
  }

  void refuse(CordisProject project, String reason) {
    refuse("project " + project.id() + ": " + reason);
  }

  /**
   * Notes a record that is none.
   *
   * @throws IllegalArgumentException if there are too many of them
   */
  void refuse(String reason) {
    refused.add(reason);
    if (refused.size() > Harvest.MOST_REFUSED) {
      throw new IllegalArgumentException(
          "over "
              + Harvest.MOST_REFUSED
              + " records are refused, the first: "
              + refused.getFirst());
    }
  }

  /** All organisations as entries, by PIC. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(byPic.size());
    byPic.forEach((pic, partner) -> {
      try {
        entries.add(entry(pic, partner));
      } catch (IllegalArgumentException e) {
        refuse("organisation " + pic + ": " + e.getMessage());
      }
    });
    return entries;
  }

  List<String> refused() {
    return refused;
  }

  private Organisation entry(String pic, Partner partner) {
    Map<String, String> fields = partner.fields;
    String name =
        CordisProject.value(fields, "name")
            .orElseThrow(() -> new IllegalArgumentException("name is missing, must be a text"));
    List<Part> parts = partner.parts.values().stream().sorted(Part.OLDEST_FIRST).toList();
    Organisation organisation =
        new Organisation(
            new EntryId(EntryType.ORGANISATION, "pic-" + pic),
            identity(name, fields),
            CordisProject.value(fields, "activityType").map(CordisOrganisations::kind),
            Optional.of(pic),
            vat(fields),
            CordisProject.value(fields, "SME").map(Boolean::parseBoolean),
            Texts.NONE,
            parts.stream().map(Part::participation).toList(),
            Provenance.NONE);
    return organisation.withProvenance(
        Provenance.of(
            new Claim(
                StatedFields.of(organisation),
                Optional.empty(),
                parts.getLast().project().page(),
                day)));
  }

  private static Identity identity(String name, Map<String, String> fields) {
    List<String> aliases =
        CordisProject.value(fields, "shortName").stream()
            .filter(alias -> !alias.equalsIgnoreCase(name))
            .toList();
    return new Identity(
        name, aliases, List.of(), Optional.empty(), seat(fields), site(fields), List.of());
  }

  private static Seat seat(Map<String, String> fields) {
    String country =
        CordisProject.value(fields, "country")
            .orElseThrow(() -> new IllegalArgumentException("country is missing, must be a code"));
    Optional<String> region =
        CordisProject.value(fields, "nutsCode")
            .filter(code -> code.matches(country + "[0-9A-Z]{1,3}"));
    return new Seat(country, region, CordisProject.value(fields, "city"));
  }

  /** Addresses are typed by hand, many without a scheme; what is none is left out. */
  private static Optional<URI> site(Map<String, String> fields) {
    return CordisProject.value(fields, "organizationURL")
        .map(written -> written.matches("(?i)https?://.*") ? written : "http://" + written)
        .filter(
            written -> written.matches("(?i)https?://[a-z0-9.-]+\\.[a-z]{2,}(:\\d+)?(/[!-~]*)?"))
        .filter(written -> !written.matches(".*[\\\\^`{|}\"<>\\[\\]].*|.*%(?![0-9A-Fa-f]{2}).*"))
        .map(URI::create)
        .filter(address -> address.getHost() != null);
  }

  private static Optional<String> vat(Map<String, String> fields) {
    return CordisProject.value(fields, "vatNumber")
        .map(written -> written.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT))
        .filter(number -> number.matches("[A-Z]{2}[0-9A-Z]{4,13}"));
  }

  private static OrganisationKind kind(String code) {
    return switch (code.replace("/", "")) {
      case "HES" -> OrganisationKind.EDUCATION;
      case "REC" -> OrganisationKind.RESEARCH;
      case "PRC" -> OrganisationKind.COMPANY;
      case "PUB" -> OrganisationKind.PUBLIC;
      default -> OrganisationKind.OTHER;
    };
  }

  /** {@code associatedPartner} in XML, {@code associatedPartner} or with a space in CSV. */
  private static String role(String written) {
    String role = written.replace(" ", "");
    return role.isEmpty() ? "participant" : role;
  }
}
