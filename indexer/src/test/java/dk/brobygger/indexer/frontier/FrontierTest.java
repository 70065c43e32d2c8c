package dk.brobygger.indexer.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.indexer.fetch.FetchOutcome;
import dk.brobygger.indexer.fetch.FetchOutcome.Deferred;
import dk.brobygger.indexer.fetch.FetchOutcome.Failed;
import dk.brobygger.indexer.fetch.FetchOutcome.Moved;
import dk.brobygger.indexer.fetch.FetchOutcome.Refused;
import dk.brobygger.indexer.fetch.FetchOutcome.Unchanged;
import dk.brobygger.indexer.fetch.FetchRequest;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Turn.Purpose;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is asked when, with outcomes made up here and time told by the test. */
class FrontierTest extends OneSiteFrontier {

  private static final Failed SILENCE = Failed.without("no answer");

  /** The only thing that may be asked now; waits for it, in the test's time. */
  private Turn next() {
    now = frontier.nextDue().filter(due -> due.isAfter(now)).orElse(now);
    List<Turn> turns = frontier.turns(now, 10);
    assertThat(turns).hasSize(1);
    return turns.getFirst();
  }

  /** Answers whatever is asked for like this, and tells what was asked, until nothing is due. */
  private List<String> answer(Duration until, FetchOutcome outcome) {
    Instant end = now.plus(until);
    List<String> asked = new ArrayList<>();
    while (frontier.nextDue().filter(due -> due.isBefore(end)).isPresent()) {
      now = frontier.nextDue().filter(due -> due.isAfter(now)).orElse(now);
      for (Turn turn : frontier.turns(now, 10)) {
        asked.add(turn.address().toString());
        done(turn, outcome);
      }
    }
    return asked;
  }

  private void withoutRules() {
    Turn robots = next();
    assertThat(robots.purpose()).isEqualTo(Purpose.ROBOTS);
    done(robots, NOT_FOUND);
  }

  @Test
  void robotsRules_areAskedForBeforeTheFirstPage() {
    Turn robots = next();
    assertThat(robots.address()).hasToString("https://example.org/robots.txt");
    assertThat(frontier.turns(now, 10)).as("while the host is busy").isEmpty();
    done(robots, NOT_FOUND);
    assertThat(frontier.turns(now, 10)).as("before the gap is over").isEmpty();
    Turn page = next();
    assertThat(page.address()).hasToString(SITE);
    assertThat(now).isEqualTo(Instant.parse("2026-11-27T02:00:02.100Z"));
  }

  @Test
  void crawlDelay_isKeptFromTheAnswerWithTheRulesOn() {
    done(next(), content("User-agent: *\nCrawl-delay: 30"));
    Instant end = now;
    next();
    assertThat(now).isEqualTo(end.plusSeconds(30));
  }

  @Test
  void forbiddenPage_isRefusedWithoutARequest() {
    add(1, SITE + "private/1", SITE + "private/2", SITE + "open");
    done(next(), content("User-agent: *\nDisallow: /private"));
    assertThat(answer(Duration.ofHours(1), content("x"))).containsExactly(SITE, SITE + "open");
    assertThat(frontier.standing()).containsEntry(Visit.REFUSED, 2).containsEntry(Visit.NEW, 2);
  }

  @Test
  void rules_areAskedForAgainAfterADay() {
    withoutRules();
    assertThat(answer(Duration.ofHours(1), content("x"))).containsExactly(SITE);
    now = now.plus(Duration.ofHours(25));
    assertThat(next().purpose()).isEqualTo(Purpose.ROBOTS);
  }

  @Test
  void rulesThatMoved_areAskedForWhereTheyAreAtThatHostsPace() {
    done(next(), new Moved(PageAddress.of("https://www.example.org/robots.txt")));
    Turn elsewhere = next();
    assertThat(elsewhere.host()).isEqualTo("www.example.org");
    done(elsewhere, content("User-agent: *\nDisallow: /"));
    assertThat(answer(Duration.ofHours(1), content("x"))).isEmpty();
    assertThat(frontier.standing()).containsEntry(Visit.REFUSED, 1);
  }

  @Test
  void rulesBehindMoreThanFiveRedirects_areNone() {
    for (int hop = 0; hop <= 5; hop++) {
      Turn robots = next();
      assertThat(robots.purpose()).isEqualTo(Purpose.ROBOTS);
      done(robots, new Moved(PageAddress.of("https://h" + hop + ".example.net/robots.txt")));
    }
    assertThat(next().address()).hasToString(SITE);
  }

  @Test
  void rulesThatCannotBeReached_refuseAllAfterThreeTriesEverLonger() {
    assertThat(answer(Duration.ofHours(1), SILENCE)).hasSize(3).containsOnly(SITE + "robots.txt");
    // 4 s and 8 s between the tries, and 16 s more before it would be the page's turn.
    assertThat(now).isEqualTo(Instant.parse("2026-11-27T02:00:28.300Z"));
    assertThat(frontier.standing()).containsEntry(Visit.REFUSED, 1);
  }

  @Test
  void rulesInAPrivateNetwork_refuseAll() {
    done(next(), new Refused("10.0.0.1 is not a public address", true));
    assertThat(answer(Duration.ofHours(1), content("x"))).isEmpty();
    assertThat(frontier.standing()).containsEntry(Visit.REFUSED, 1);
  }

  @Test
  void retryAfter_isWaitedFor() {
    withoutRules();
    done(next(), new Deferred(429, Optional.of("600")));
    Instant end = now;
    assertThat(next().address()).hasToString(SITE);
    assertThat(now).isEqualTo(end.plusSeconds(600));
  }

  @Test
  void pages_areFetchedInTheOrderOfTheirWorth() {
    add(10, SITE + "a");
    add(90, SITE + "members");
    add(50, SITE + "news");
    withoutRules();
    assertThat(answer(Duration.ofHours(1), content("x")))
        .containsExactly(SITE, SITE + "members", SITE + "news", SITE + "a");
  }

  @Test
  void site_isLeftWhenItsBudgetIsSpent() {
    frontier.site(SITE, 3);
    for (int page = 0; page < 20; page++) {
      add(page, SITE + page);
    }
    withoutRules();
    assertThat(answer(Duration.ofHours(1), content("x")))
        .containsExactly(SITE, SITE + 19, SITE + 18);
  }

  @Test
  void knownPage_isAskedForOnlyIfItHasChanged() {
    withoutRules();
    assertThat(done(next(), content("one"))).contains(Visit.NEW);
    now = now.plus(Duration.ofHours(21));
    Turn again = next();
    assertThat(again.request())
        .isEqualTo(FetchRequest.get(again.address(), content("one").validators()));
    assertThat(done(again, new Unchanged())).contains(Visit.UNCHANGED);
    now = now.plus(Duration.ofHours(21));
    assertThat(frontier.nextDue()).hasValueSatisfying(due -> assertThat(due).isAfter(now));
    now = now.plus(Duration.ofHours(21));
    withoutRules();
    assertThat(done(next(), content("other"))).contains(Visit.CHANGED);
    assertThat(frontier.content(PageAddress.of(SITE)).orElseThrow().body())
        .isEqualTo("other".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void pageThatIsMissedOnce_isNotGone() {
    withoutRules();
    done(next(), content("one"));
    now = now.plus(Duration.ofHours(21));
    assertThat(done(next(), NOT_FOUND)).contains(Visit.MISSED);
    now = now.plus(Duration.ofHours(21));
    withoutRules();
    assertThat(done(next(), content("one"))).contains(Visit.UNCHANGED);
    now = now.plus(Duration.ofHours(41));
    withoutRules();
    assertThat(done(next(), NOT_FOUND)).contains(Visit.MISSED);
    now = now.plus(Duration.ofHours(21));
    assertThat(done(next(), NOT_FOUND)).contains(Visit.GONE);
  }

  @Test
  void redirectLoop_endsAfterFiveHops() {
    withoutRules();
    for (int hop = 0; hop < 5; hop++) {
      assertThat(done(next(), new Moved(PageAddress.of(SITE + "hop" + hop)))).contains(Visit.MOVED);
    }
    assertThat(done(next(), new Moved(PageAddress.of(SITE + "on")))).contains(Visit.FAILED);
    assertThat(frontier.nextDue())
        .hasValueSatisfying(due -> assertThat(due).isAfter(now.plus(Duration.ofHours(1))));
  }

  @Test
  void redirectToItself_endsAtOnce() {
    withoutRules();
    assertThat(done(next(), new Moved(PageAddress.of(SITE)))).contains(Visit.MOVED);
    assertThat(answer(Duration.ofHours(1), content("x"))).isEmpty();
  }

  @Test
  void redirectToAnotherDomain_isTakenFromTheStartOnly() {
    add(1, SITE + "out");
    withoutRules();
    done(next(), new Moved(PageAddress.of("https://example.com/")));
    Turn page =
        frontier.turns(now.plusSeconds(10), 10).stream()
            .filter(turn -> turn.host().equals("example.org"))
            .findFirst()
            .orElseThrow();
    assertThat(done(page, new Moved(PageAddress.of("https://example.net/"))))
        .contains(Visit.REFUSED);
    assertThat(frontier.standing()).containsEntry(Visit.MOVED, 1).containsEntry(Visit.REFUSED, 1);
  }

  @Test
  void silentHost_isLeftAloneUntilTheNextDay() {
    for (int page = 0; page < 8; page++) {
      add(page, SITE + page);
    }
    withoutRules();
    assertThat(answer(Duration.ofHours(1), SILENCE)).hasSize(4);
    assertThat(frontier.standing()).containsEntry(Visit.FAILED, 9);
  }

  @Test
  void sitemapsOfTheRules_areFetchedRightAfterTheStart() {
    add(90, SITE + "members");
    done(
        next(),
        content(
            "Sitemap: https://example.org/sitemap.xml\nSitemap: https://example.com/sitemap.xml"));
    assertThat(answer(Duration.ofHours(1), content("x")))
        .containsExactly(SITE, SITE + "sitemap.xml", SITE + "members");
  }

  @Test
  void question_takesTheSameTurnsAsPages() {
    FetchRequest question = FetchRequest.get(PageAddress.of(SITE + "search"));
    Turn asked = frontier.turn(question, now).orElseThrow();
    assertThat(frontier.turns(now, 10)).as("while the host is busy").isEmpty();
    done(asked, content("x"));
    assertThat(frontier.turn(question, now)).as("before the gap is over").isEmpty();
    assertThat(frontier.notBefore("example.org")).isEqualTo(now.plus(GAP));
    assertThat(frontier.turn(question, now.plus(GAP))).isPresent();
  }

  @Test
  void stoppedCrawl_letsTheHostsRestThatItWasAsking() {
    withoutRules();
    next();
    frontier.close();
    now = now.plusSeconds(60);
    frontier = Frontier.open(folder, GAP, now);
    assertThat(frontier.turns(now, 10)).isEmpty();
    Instant opened = now;
    assertThat(next().address()).hasToString(SITE);
    assertThat(now).isEqualTo(opened.plus(GAP));
  }

  private void reopen(Duration floor) {
    frontier.close();
    frontier = Frontier.open(folder, floor, now);
  }

  @Test
  void gapThatIsSetShorter_countsForHostsThatWereAskedBefore() {
    reopen(Duration.ofHours(24));
    withoutRules();
    assertThat(frontier.nextDue()).contains(now.plus(Duration.ofHours(24)));
    reopen(GAP);
    assertThat(frontier.nextDue()).contains(now.plus(GAP));
    reopen(Duration.ofHours(1));
    assertThat(frontier.nextDue()).contains(now.plus(Duration.ofHours(1)));
  }

  @Test
  void gapThatIsSetShorter_leavesTheHostsOwnWishesAsTheyAre() {
    reopen(Duration.ofHours(24));
    done(next(), content("User-agent: *\nCrawl-delay: 30"));
    reopen(GAP);
    assertThat(frontier.nextDue()).contains(now.plusSeconds(30));
    done(next(), new Deferred(429, Optional.of("600")));
    reopen(GAP);
    assertThat(frontier.nextDue()).contains(now.plusSeconds(600));
  }

  @Test
  void hostInAPrivateNetwork_isAskedAtTheNextStart_sinceItMayBePermittedThen() {
    done(next(), new Refused("10.0.0.1 is not a public address", true));
    answer(Duration.ofHours(1), content("x"));
    assertThat(frontier.standing()).containsEntry(Visit.REFUSED, 1);
    now = now.plusSeconds(60);
    reopen(GAP);
    Instant opened = now;
    withoutRules();
    assertThat(now).isEqualTo(opened.plusMillis(100));
    assertThat(next().address()).hasToString(SITE);
  }

  @Test
  void hostWhoseRulesCannotBeReached_isNotAskedAtTheNextStart() {
    answer(Duration.ofHours(1), SILENCE);
    now = now.plusSeconds(600);
    reopen(GAP);
    assertThat(frontier.turns(now, 10)).isEmpty();
  }

  @Test
  void daysOnWhichASourceWasReadInFull_areKept() {
    frontier.readInFull("a", LocalDate.parse("2026-11-25"));
    frontier.readInFull("a", LocalDate.parse("2026-11-26"));
    frontier.readInFull("a", LocalDate.parse("2026-11-26"));
    assertThat(frontier.readInFullBefore("a", LocalDate.parse("2026-11-26")))
        .contains(LocalDate.parse("2026-11-25"));
    assertThat(frontier.readInFullBefore("b", LocalDate.parse("2026-11-26"))).isEmpty();
  }

  @Test
  void contentOfAPage_isKeptWithTheLastMomentItWasThereAndWhatWasReadOfIt() {
    withoutRules();
    done(page(), content("one"));
    KeptPage first = frontier.kept(SITE).getFirst();
    assertThat(first.address()).hasToString(SITE);
    assertThat(first.worth()).isEqualTo(Lead.START);
    assertThat(first.shown()).isEqualTo(now);
    assertThat(first.reading()).isEqualTo(new PageReading("", "", ""));
    PageReading reading = new PageReading("reader", "words", "some pages are locked");
    frontier.keep(first.address(), reading);
    done(page(), new Unchanged());
    KeptPage again = frontier.kept(SITE).getFirst();
    assertThat(again.shown()).isEqualTo(now);
    assertThat(again.digest()).isEqualTo(first.digest());
    assertThat(again.reading()).isEqualTo(reading);
    Instant shown = now;
    done(page(), NOT_FOUND);
    assertThat(frontier.kept(SITE).getFirst().shown()).as("missed once").isEqualTo(shown);
    done(page(), NOT_FOUND);
    assertThat(frontier.kept(SITE)).as("gone").isEmpty();
  }

  /** The next turn for a page; there are still no robots rules. */
  private Turn page() {
    Turn turn = next();
    while (turn.purpose() == Purpose.ROBOTS) {
      done(turn, NOT_FOUND);
      turn = next();
    }
    return turn;
  }

  @Test
  void pageThatLeadsElsewhereNow_isNotKeptAnyMore() {
    withoutRules();
    done(page(), content("one"));
    done(page(), new Moved(PageAddress.of("https://example.org/en/")));
    assertThat(frontier.kept(SITE)).isEmpty();
  }
}
