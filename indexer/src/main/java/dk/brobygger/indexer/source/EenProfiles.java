package dk.brobygger.indexer.source;

import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.entry.Opportunity;
import dk.brobygger.corpus.entry.OpportunityKind;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.vocabulary.Geography;
import dk.brobygger.indexer.extract.Countries;
import dk.brobygger.indexer.extract.Dates;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Lead;
import dk.brobygger.indexer.page.TermList;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The partnering profiles of the Enterprise Europe Network: pages of a list lead to pages of
 * profiles, each a list of terms under a heading. Which kind a profile is of and where it comes
 * from stand in its reference, such as {@code BOCL20240903021}.
 */
public final class EenProfiles implements Function<Fetched, List<Lead>> {

  /** The name of the source in the store. */
  public static final String SOURCE = "een";

  /** What a profile is worth to a crawl beside the pages of the list. */
  private static final int PROFILE = 50;

  /** Kind, country (ISO 3166-1), day and number. */
  private static final Pattern REFERENCE =
      Pattern.compile("\\b(BO|BR|TO|TR|RDR)([A-Z]{2})[0-9]{8,14}\\b");

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");
  private static final Pattern NEXT = Pattern.compile("\\?page=[0-9]{1,5}");

  private final PageAddress list;

  /**
   * The profiles of one list.
   *
   * @param list where the list begins, which is also the folder of its profiles
   */
  public EenProfiles(PageAddress list) {
    this.list = list;
  }

  /** Whether an address is of the host that the list is on. */
  public boolean isOf(PageAddress address) {
    return address.origin().equals(list.origin());
  }

  /** The profiles and further pages that a page of the list leads to; a profile leads nowhere. */
  @Override
  public List<Lead> apply(Fetched page) {
    return isProfile(page.address()) ? List.of() : ListPage.leads(page, this::lead);
  }

  private Optional<Lead> lead(PageAddress address) {
    String whole = address.toString();
    String begin = list.toString();
    if (whole.startsWith(begin + "/")
        && NAME.matcher(whole.substring(begin.length() + 1)).matches()) {
      return Optional.of(new Lead(address, PROFILE));
    }
    return whole.startsWith(begin) && NEXT.matcher(whole.substring(begin.length())).matches()
        ? Optional.of(new Lead(address, Lead.LIST))
        : Optional.empty();
  }

  /** Whether a page is that of a profile. */
  public boolean isProfile(PageAddress address) {
    return lead(address).filter(lead -> lead.worth() == PROFILE).isPresent();
  }

  /**
   * Reads the page of a profile.
   *
   * @param day the day it was last seen to be there
   * @throws IllegalArgumentException if it shows no reference or no title
   */
  public static Opportunity read(Fetched page, LocalDate day) {
    TermList terms = TermList.of(ListPage.document(page));
    String written = terms.said("pod reference", "profile reference").orElse("");
    Matcher reference = REFERENCE.matcher(written.toUpperCase(Locale.ROOT));
    if (!reference.find()) {
      throw new IllegalArgumentException(
          "POD reference is \"" + written + "\", must be like BOCL20240903021");
    }
    Optional<LocalDate> deadline =
        terms.said("deadline for eois", "profile valid until").flatMap(Dates::firstDay);
    Opportunity opportunity =
        new Opportunity(
            new EntryId(EntryType.OPPORTUNITY, reference.group()),
            kind(reference.group(1)),
            terms.heading(),
            country(terms, reference.group(2)),
            english(terms.said("short summary", "summary", "full description")),
            english(
                terms.said(
                    "expected role of a partner", "expected role of partner", "partner sought")),
            terms.said("target countries").map(Countries::codes).orElse(List.of()),
            deadline,
            deadline.filter(last -> !last.isBefore(day)).isPresent(),
            Provenance.NONE);
    return opportunity.withProvenance(
        Provenance.of(
            new Claim(StatedFields.of(opportunity), Optional.empty(), page.address().uri(), day)));
  }

  private static Texts english(Optional<String> text) {
    return Texts.english(text.orElse(""));
  }

  private static String country(TermList terms, String iso) {
    return terms.said("country of origin").map(Countries::codes).orElse(List.of()).stream()
        .findFirst()
        .orElseGet(() -> Geography.euCode(iso));
  }

  private static OpportunityKind kind(String prefix) {
    return switch (prefix) {
      case "BO" -> OpportunityKind.BUSINESS_OFFER;
      case "BR" -> OpportunityKind.BUSINESS_REQUEST;
      case "TO" -> OpportunityKind.TECHNOLOGY_OFFER;
      case "TR" -> OpportunityKind.TECHNOLOGY_REQUEST;
      default -> OpportunityKind.RESEARCH_REQUEST;
    };
  }
}
