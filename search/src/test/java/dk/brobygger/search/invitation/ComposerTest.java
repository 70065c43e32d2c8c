package dk.brobygger.search.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Seat;
import dk.brobygger.search.Shelf;
import dk.brobygger.search.delegation.Delegation;
import dk.brobygger.search.delegation.Encounters;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.match.PartnerMatcher;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Passages;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComposerTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  private final Shelf shelf =
      Shelf.of(
          cluster("wind-one", "DK", "DK042", 1, "offshore wind, foundations", ""),
          cluster("wind-two", "DK", "DK042", 1, "offshore wind, foundations", ""),
          cluster("wave", "DK", "DK050", 3, "offshore wind, wave energy", ""),
          cluster("food", "DK", "DK011", 1, "food ingredients", ""),
          cluster("host-wind", "ES", "ES211", 2, "offshore wind", "foundations"),
          cluster("host-wave", "ES", "ES212", 2, "offshore wind", "wave energy"),
          cluster("host-far", "ES", "ES111", 2, "offshore wind", "wave energy"));

  private final Composer composer =
      new Composer(
          shelf.engine(),
          new PartnerMatcher(
              shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER, () -> Encounters.NONE));

  private static String cluster(
      String key, String country, String region, int league, String offers, String seeks) {
    return """
    {"id":"cluster/%1$s","name":"%1$s","country":"%2$s","region":"%3$s","league":%4$d,
     "offers":{"en":"%5$s"},"seeks":{"en":"%6$s"},"languages":["en"]}\
    """
        .formatted(key, country, region, league, offers, seeks);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  private Proposal compose(String destination, int delegates) {
    LocalDate first = LocalDate.of(2027, 3, 5);
    return composer.compose(
        new Journey(Journey.destination(destination), first, first.plusDays(3), delegates, 5),
        new Query.Words("offshore wind"),
        TODAY);
  }

  private static List<String> names(List<? extends Entry> entries) {
    return entries.stream().map(Entry::name).toList();
  }

  private List<Entry> hosts(String destination) {
    return compose(destination, 2).hosts().stream().map(Hit::entry).toList();
  }

  @Test
  void host_saysWhereItSpeaksOfTheTheme() {
    for (Hit host : compose("ES21", 2).hosts()) {
      assertThat(Passages.best(host.entry(), host.highlights(), 1))
          .extracting(Evidence::text)
          .containsExactly("offshore wind");
    }
  }

  @Test
  void hosts_areThoseOfTheRegionWhoAnswerTheTheme() {
    assertThat(names(hosts("ES21"))).containsExactlyInAnyOrder("host-wind", "host-wave");
    assertThat(names(hosts("ES"))).hasSize(3);
  }

  @Test
  void secondGuest_bringsWhatTheFirstDoesNot() {
    List<Invitation> invitations = compose("ES21", 2).invitations();
    assertThat(names(invitations.stream().map(Invitation::guest).toList()))
        .contains("wave")
        .containsAnyOf("wind-one", "wind-two");
    assertThat(invitations.getLast().newLeague()).isPresent();
    assertThat(invitations.getLast().newRegion()).isPresent();
  }

  @Test
  void whoHasNothingForTheTheme_isNotInvited() {
    assertThat(names(compose("ES", 9).invitations().stream().map(Invitation::guest).toList()))
        .doesNotContain("food");
  }

  @Test
  void valueOfAWish_isTheScoreOfTheTwo() {
    Proposal proposal = compose("ES", 3);
    assertThat(proposal.pairs()).isNotEmpty();
    for (Pair pair : proposal.pairs()) {
      assertThat(pair.value()).isEqualTo(Math.min(100, pair.score().points()));
    }
    Delegation delegation = proposal.delegation("Wind", ZoneId.of("Europe/Madrid"), "Venue");
    assertThat(delegation.wishes()).hasSameSizeAs(proposal.pairs());
    assertThat(delegation.delegates()).hasSize(3);
  }

  @Test
  void slots_leaveOutTheWeekend() {
    LocalDate friday = LocalDate.of(2027, 3, 5);
    assertThat(new Journey(Seat.in("ES"), friday, friday.plusDays(3), 1, 1).slots())
        .hasSize(16)
        .extracting(slot -> slot.start().toLocalDate())
        .containsOnly(friday, friday.plusDays(3));
  }

  @Test
  void destination_isACountryOrARegionOfIt() {
    assertThat(Journey.destination("es")).isEqualTo(Seat.in("ES"));
    assertThat(Journey.destination("ES21").region()).isEqualTo(Optional.of("ES21"));
  }
}
