package dk.brobygger.web.account;

import dk.brobygger.search.standing.StandingSearch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who is told of calls, or has asked to be.
 *
 * @param id random, says nothing of the person
 * @param address where mail goes
 * @param wishes how they want to be told
 * @param searches saved searches, by name
 * @param asked the moment they asked first
 * @param confirmed the day they said yes by the link in the mail; not yet where empty
 * @param toldUntil the last day they were told of
 * @param toldStatement the number of the newest statement that was recorded when they were told
 * @param closingUntil the last day whose closing calls they were told of at once
 * @param mailedOn the day of the last mail that told something, or that there was nothing to tell
 * @param bounces mails in a row that their server would not take
 */
public record Subscriber(
    String id,
    String address,
    Wishes wishes,
    List<StandingSearch> searches,
    Instant asked,
    Optional<LocalDate> confirmed,
    Optional<LocalDate> toldUntil,
    Optional<Long> toldStatement,
    Optional<LocalDate> closingUntil,
    Optional<LocalDate> mailedOn,
    int bounces) {

  /** After so many refusals in a row nobody reads there any more. */
  private static final int MOST_BOUNCES = 3;

  /** Keeps a copy. */
  public Subscriber {
    searches = List.copyOf(searches);
  }

  /** Whether mails go there at all. */
  public boolean active() {
    return confirmed.isPresent() && bounces < MOST_BOUNCES;
  }
}
