package dk.brobygger.indexer.extract;

import dk.brobygger.corpus.entry.Budget;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Consortium;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Readiness;
import dk.brobygger.corpus.entry.Terms;
import dk.brobygger.corpus.vocabulary.Language;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The terms that the prose of a call states: readiness levels, money, countries, who must apply
 * together and who is asked for.
 *
 * @param readiness where projects start and what they reach
 * @param budget the money of this call
 * @param countries countries it is restricted to
 * @param consortium how many must apply together
 * @param roles who must or should take part
 */
public record CallText(
    Readiness readiness,
    Budget budget,
    List<String> countries,
    Consortium consortium,
    List<String> roles) {

  /** Reads a text and notes the words of each term. */
  static CallText of(String text, String identifier, Claims claims) {
    List<Found<Readiness>> levels = ReadinessLevels.of(text);
    claims.takeAll("trl", levels);
    Money money = Money.of(text, identifier);
    Budget budget =
        new Budget(
            claims.take("budget", money.total()),
            claims.take("budget", money.grants()),
            claims.take("budget", money.least()),
            claims.take("budget", money.most()));
    List<String> countries =
        claims.takeAll("countries", Countries.restrictions(text)).stream()
            .flatMap(List::stream)
            .distinct()
            .toList();
    Consortia consortia = Consortia.of(text);
    consortia.limbs().forEach(limb -> claims.take("consortium", limb));
    return new CallText(
        ReadinessLevels.together(levels),
        budget,
        countries,
        consortia.rule(),
        claims.takeAll("roles", Roles.of(text)));
  }

  /**
   * A call with what its own text and conditions say of its terms, where its record leaves that
   * out. Each such term gets a claim with its words, at the call's site; nothing changes where the
   * site is not known.
   *
   * @param day the day the texts were read
   */
  public static Call fill(Call call, LocalDate day) {
    return call.site().map(site -> fill(call, site, day)).orElse(call);
  }

  private static Call fill(Call call, URI site, LocalDate day) {
    String text =
        Stream.of(call.text(), call.terms().conditions())
            .flatMap(texts -> Optional.ofNullable(texts.byLanguage().get(Language.EN)).stream())
            .collect(Collectors.joining("\n"));
    Claims claims = new Claims(text, site, day);
    Terms stated = call.terms();
    CallText read = of(text, call.identifier(), claims);
    Terms terms =
        new Terms(
            stated.actionType(),
            stated.conditions(),
            or(stated.budget(), read.budget()),
            stated.readiness().equals(Readiness.UNKNOWN) ? read.readiness() : stated.readiness(),
            stated.countries().isEmpty() ? read.countries() : stated.countries(),
            stated.consortium().equals(Consortium.UNKNOWN)
                ? read.consortium()
                : stated.consortium(),
            stated.roles().isEmpty() ? read.roles() : stated.roles());
    return call.with(
        call.text(),
        call.timetable(),
        terms,
        withWords(call.provenance(), claims.provenance().claims()));
  }

  private static Budget or(Budget stated, Budget read) {
    boolean amounts = stated.least().isPresent() || stated.most().isPresent();
    return new Budget(
        stated.total().or(read::total),
        stated.grants().or(read::grants),
        amounts ? stated.least() : read.least(),
        amounts ? stated.most() : read.most());
  }

  /** Two texts were read as one, so no claim says where in it its words stand. */
  private static Provenance withWords(Provenance stated, List<Claim> words) {
    List<Claim> claims = new ArrayList<>(stated.claims());
    words.forEach(claim ->
        claims.add(new Claim(claim.fields(), claim.words(), claim.source(), claim.date())));
    return new Provenance(
        claims, stated.unchecked(), stated.edited(), stated.disagreements(), stated.extra());
  }
}
