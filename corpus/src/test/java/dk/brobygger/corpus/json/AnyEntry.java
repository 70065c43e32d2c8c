package dk.brobygger.corpus.json;

import dk.brobygger.corpus.entry.Budget;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallFamily;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.DeadlineModel;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.entry.Identity;
import dk.brobygger.corpus.entry.Label;
import dk.brobygger.corpus.entry.LabelLevel;
import dk.brobygger.corpus.entry.Members;
import dk.brobygger.corpus.entry.Opportunity;
import dk.brobygger.corpus.entry.OpportunityKind;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.entry.OrganisationKind;
import dk.brobygger.corpus.entry.Participation;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Readiness;
import dk.brobygger.corpus.entry.Seat;
import dk.brobygger.corpus.entry.Standing;
import dk.brobygger.corpus.entry.Strategy;
import dk.brobygger.corpus.entry.Terms;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.entry.Timetable;
import dk.brobygger.corpus.vocabulary.Ecosystem;
import dk.brobygger.corpus.vocabulary.Language;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.time.api.DateTimes;
import net.jqwik.time.api.Dates;

/** Entries of every kind with whatever may stand in them. */
final class AnyEntry {

  private AnyEntry() {}

  static Arbitrary<Entry> entry() {
    return Arbitraries.oneOf(cluster(), organisation(), call(), opportunity());
  }

  private static Arbitrary<String> words() {
    return Arbitraries.strings()
        .withChars("abc æøåÆ \"\\/{}[],:\n\t€ß…")
        .ofMinLength(1)
        .ofMaxLength(30)
        .map(text -> "x" + text + "😀");
  }

  private static Arbitrary<EntryId> id(EntryType type) {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withChars("-/æ9")
        .ofMinLength(1)
        .ofMaxLength(40)
        .map(key -> new EntryId(type, key));
  }

  private static Arbitrary<Texts> texts() {
    return Arbitraries.maps(Arbitraries.of(Language.class), words()).map(Texts::new);
  }

  private static Arbitrary<String> country() {
    return Arbitraries.of("DK", "EL", "UK", "US", "JP");
  }

  private static Arbitrary<URI> site() {
    return Arbitraries.of("https://example.org/", "http://example.dk/om?x=1").map(URI::create);
  }

  private static Arbitrary<LocalDate> date() {
    return Dates.dates();
  }

  private static Arbitrary<Integer> count() {
    return Arbitraries.integers().between(0, 5000);
  }

  private static Arbitrary<Provenance> provenance() {
    Arbitrary<Claim> claim =
        Combinators.combine(
                words().list().ofMinSize(1).ofMaxSize(3), words().optional(), site(), date())
            .as(Claim::new);
    Arbitrary<Map<String, Object>> extra =
        Arbitraries.maps(
                Arbitraries.of("mood", "unknownField"),
                Arbitraries.<Object>of(
                    true, "text", 17, List.of("a", 1), Map.of("deep", List.of("b"))))
            .ofMaxSize(2);
    return Combinators.combine(
            claim.list().ofMaxSize(3),
            Arbitraries.of("site", "members", "offers").list().uniqueElements().ofMaxSize(2),
            extra)
        .as(Provenance::new);
  }

  private static Arbitrary<Identity> identity() {
    return Combinators.combine(
            words(),
            words().list().ofMaxSize(2),
            words().list().ofMaxSize(2),
            Arbitraries.integers().between(1800, 2030).optional(),
            Combinators.combine(country(), words().optional())
                .as((country, place) -> new Seat(country, java.util.Optional.empty(), place)),
            site().optional(),
            Arbitraries.of("da", "en").list().ofMaxSize(2))
        .as(Identity::new);
  }

  private static Arbitrary<Cluster> cluster() {
    Arbitrary<Label> label =
        Combinators.combine(Arbitraries.of(LabelLevel.class), words().optional(), date().optional())
            .as((level, body, awarded) ->
                new Label(level, body, awarded, awarded.map(day -> day.plusYears(2))));
    Arbitrary<Standing> standing =
        Combinators.combine(
                Arbitraries.integers().between(1, 3).optional(),
                label.optional(),
                words().list().ofMaxSize(2),
                count().optional())
            .as(Standing::new);
    Arbitrary<Members> members =
        Combinators.combine(count().optional(), count().optional(), count().optional())
            .as((total, sme, other) ->
                new Members(
                    total,
                    sme,
                    java.util.Optional.empty(),
                    other,
                    other,
                    java.util.Optional.empty()));
    Arbitrary<Strategy> strategy =
        Combinators.combine(
                texts(),
                texts(),
                texts(),
                country().list().ofMaxSize(3),
                words().list().ofMaxSize(2))
            .as(Strategy::new);
    return Combinators.combine(
            id(EntryType.CLUSTER),
            identity(),
            standing,
            Arbitraries.of(Ecosystem.class).set().ofMaxSize(3),
            members.optional(),
            strategy,
            provenance())
        .as(Cluster::new);
  }

  private static Arbitrary<Organisation> organisation() {
    Arbitrary<Participation> project =
        Combinators.combine(words(), words(), words(), words().optional()).as(Participation::new);
    return Combinators.combine(
            id(EntryType.ORGANISATION),
            identity(),
            Arbitraries.of(OrganisationKind.class).optional(),
            Arbitraries.strings().numeric().ofLength(9).optional(),
            Arbitraries.of(true, false).optional(),
            texts(),
            project.list().ofMaxSize(2),
            provenance())
        .as(Organisation::new);
  }

  private static Arbitrary<Call> call() {
    Arbitrary<Timetable> timetable =
        Combinators.combine(
                Arbitraries.of(CallStatus.class),
                date().optional(),
                Arbitraries.of(DeadlineModel.class),
                Combinators.combine(Arbitraries.of(1, 2), DateTimes.dateTimes())
                    .as(Deadline::new)
                    .list()
                    .ofMaxSize(3))
            .as(Timetable::new);
    Arbitrary<Long> amount = Arbitraries.longs().between(1, 1_000_000_000_000L);
    Arbitrary<Budget> budget =
        Combinators.combine(
                amount.optional(),
                Arbitraries.integers().between(1, 500).optional(),
                amount.optional(),
                amount.optional())
            .as(Budget::new);
    Arbitrary<Integer> level = Arbitraries.integers().between(1, 9);
    Arbitrary<Terms> terms =
        Combinators.combine(
                words().optional(),
                texts(),
                budget,
                Combinators.combine(level.optional(), level.optional()).as(Readiness::new),
                country().list().ofMaxSize(3))
            .as(Terms::new);
    Arbitrary<CallFamily> family =
        Combinators.combine(words(), words().optional(), words().optional(), words().optional())
            .as(CallFamily::new);
    return Combinators.combine(
            id(EntryType.CALL),
            Arbitraries.of(CallKind.class),
            Combinators.combine(words(), words()).as(List::of),
            family,
            texts(),
            timetable,
            terms,
            Combinators.combine(words().list().ofMaxSize(2), site().optional(), provenance())
                .as((keywords, site, provenance) -> new Rest(keywords, site, provenance)))
        .as((id, kind, names, itsFamily, text, itsTimetable, itsTerms, rest) ->
            new Call(
                id,
                kind,
                names.get(0),
                names.get(1),
                itsFamily,
                text,
                itsTimetable,
                itsTerms,
                rest.keywords(),
                rest.site(),
                rest.provenance()));
  }

  private record Rest(List<String> keywords, java.util.Optional<URI> site, Provenance provenance) {}

  private static Arbitrary<Opportunity> opportunity() {
    return Combinators.combine(
            id(EntryType.OPPORTUNITY),
            Arbitraries.of(OpportunityKind.class),
            Combinators.combine(words(), country()).as(List::of),
            texts(),
            texts(),
            country().list().ofMaxSize(2),
            Combinators.combine(date().optional(), Arbitraries.of(true, false)).as(Interest::new),
            provenance())
        .as((id, kind, nameAndCountry, summary, sought, targets, interest, provenance) ->
            new Opportunity(
                id,
                kind,
                nameAndCountry.get(0),
                nameAndCountry.get(1),
                summary,
                sought,
                targets,
                interest.deadline(),
                interest.open(),
                provenance));
  }

  private record Interest(java.util.Optional<LocalDate> deadline, boolean open) {}
}
