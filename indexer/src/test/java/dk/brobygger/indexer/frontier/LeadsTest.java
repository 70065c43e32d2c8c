package dk.brobygger.indexer.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Turn.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which pages of a site that may have only so many are fetched, as feeds name new ones. */
class LeadsTest extends OneSiteFrontier {

  /** Whatever is asked for during a night; the feed names these pages. */
  private List<String> night(String... news) {
    now = now.plus(Duration.ofHours(24));
    List<String> asked = new ArrayList<>();
    Instant end = now.plus(Duration.ofHours(1));
    while (frontier.nextDue().filter(due -> due.isBefore(end)).isPresent()) {
      now = frontier.nextDue().filter(due -> due.isAfter(now)).orElse(now);
      for (Turn turn : frontier.turns(now, 10)) {
        asked.add(turn.address().toString());
        boolean feed = turn.address().path().equals("/feed");
        done(
            turn,
            turn.purpose() == Purpose.ROBOTS ? NOT_FOUND : content(asked + ""),
            List.of(feed ? news : new String[0]).stream()
                .map(page -> new Lead(PageAddress.of(SITE + page), 40))
                .toArray(Lead[]::new));
      }
    }
    return asked;
  }

  @Test
  void newsOfAFullSite_takesThePlaceOfThePageWorthLeast() {
    frontier.site(SITE, 6);
    add(Lead.FEED, SITE + "feed");
    add(90, SITE + "members");
    add(10, SITE + "a", SITE + "b", SITE + "c", SITE + "d");
    assertThat(night("1"))
        .contains(SITE + "members", SITE + "1", SITE + "a", SITE + "b")
        .hasSize(7);
    assertThat(night("2", "1"))
        .contains(SITE + "feed", SITE + "members", SITE + "2", SITE + "1", SITE + "b")
        .doesNotContain(SITE + "a");
    assertThat(night("3", "2", "1")).contains(SITE + "3").doesNotContain(SITE + "a", SITE + "b");
    assertThat(night("4", "3", "2", "1"))
        .contains(SITE + "4")
        .doesNotContain(SITE + "1")
        .hasSize(7);
    assertThat(night("4", "3", "2", "1")).as("read once").doesNotContain(SITE + "1");
  }

  @Test
  void pagesWorthMore_giveNoRoomToNews() {
    frontier.site(SITE, 3);
    add(Lead.FEED, SITE + "feed");
    add(90, SITE + "members");
    night();
    assertThat(night("1")).contains(SITE + "members").doesNotContain(SITE + "1");
  }

  @Test
  void newsThatWaitedInVain_waitsAgainWhenTheFeedNamesIt() {
    frontier.site(SITE, 4);
    add(Lead.FEED, SITE + "feed");
    add(50, SITE + "a", SITE + "b");
    add(40, SITE + "1");
    assertThat(night()).doesNotContain(SITE + "1");
    frontier.site(SITE, 5);
    assertThat(night("1")).contains(SITE + "1");
  }

  @Test
  void feedsAndSitemaps_doNotTakeAllPagesOfASite() {
    frontier.site(SITE, 6);
    for (int list = 0; list < 50; list++) {
      add(Lead.LIST, SITE + "sitemap-" + list);
      add(Lead.FEED, SITE + "feed-" + list);
    }
    add(10, SITE + "a");
    assertThat(night())
        .containsExactly(
            SITE + "robots.txt",
            SITE,
            SITE + "feed-0",
            SITE + "feed-1",
            SITE + "feed-2",
            SITE + "sitemap-0",
            SITE + "sitemap-1");
  }
}
