package dk.brobygger.indexer.frontier;

import dk.brobygger.indexer.fetch.FetchOutcome;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.FetchRequest;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.fetch.Robots;
import dk.brobygger.indexer.frontier.Turn.Purpose;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * What waits to be fetched, host by host.
 *
 * <p>A host is asked one thing at a time, never before its pace allows, and first of all for its
 * robots rules. {@link #turns} hands out what may be asked now; {@link #done} takes back what came
 * of it. What a method has returned is on disk. Safe for many threads; one process at a time.
 */
public final class Frontier implements AutoCloseable {

  /** Some robots files name thousands of them. */
  private static final int MOST_SITEMAPS = 5;

  private final Handle handle;
  private final Duration floor;

  /** Robots rules that have been read, so that they are not read again for each page. */
  private final Map<String, Robots> read = new TreeMap<>();

  private Frontier(Handle handle, Duration floor) {
    this.handle = handle;
    this.floor = floor;
  }

  /**
   * Opens the frontier in a data folder. Hosts that were being asked when the last process stopped
   * rest from now on; all others as long as they themselves ask for and the floor of today says,
   * whatever it was before. Who was refused for an address that is not public may be asked again,
   * since that may be permitted by now.
   *
   * @param floor least gap between two requests to one host
   * @param now the moment
   * @throws IllegalStateException if the file cannot be opened
   */
  public static Frontier open(Path folder, Duration floor, Instant now) {
    Frontier frontier = new Frontier(CrawlFile.open(folder).open(), floor);
    frontier.atOnce(hosts -> {
      hosts.interrupted(now);
      hosts.followSettings();
      new Origins(frontier.handle, hosts).askPrivateOnesAgain(now);
      return now;
    });
    return frontier;
  }

  private <T> T atOnce(Function<Hosts, T> work) {
    synchronized (handle) {
      return handle.inTransaction(inside -> work.apply(new Hosts(inside, floor)));
    }
  }

  /**
   * Names a site and how many of its pages may be fetched; named again, only the number changes.
   *
   * @param site its name, such as the registered domain
   */
  public void site(String site, int budget) {
    atOnce(hosts ->
        handle
            .createUpdate(
                "INSERT INTO site VALUES (:site, :budget)"
                    + " ON CONFLICT (name) DO UPDATE SET budget = excluded.budget")
            .bind("site", site)
            .bind("budget", budget)
            .execute());
  }

  /** Adds leads of a site; what is known already stays as it is. */
  public void add(String site, List<Lead> leads, Instant now) {
    atOnce(hosts -> {
      new Leads(handle, hosts).add(site, leads, now);
      return leads;
    });
  }

  /**
   * Has all lists of a site, and where it begins, asked again that were last asked most of a day
   * ago, though they have not changed for long: who must know what they show no more needs all of
   * them.
   */
  public void askListsAgain(String site, Instant now) {
    atOnce(hosts -> {
      new Pages(handle, hosts).askListsAgain(site, now);
      return now;
    });
  }

  /** Hands out what may be asked at this moment, at most so many, each at another host. */
  public List<Turn> turns(Instant now, int most) {
    return atOnce(hosts -> {
      List<Turn> turns = new ArrayList<>();
      for (String host : hosts.due(now, most)) {
        turn(hosts, host, now).ifPresent(turns::add);
      }
      return turns;
    });
  }

  /** Robots rules first; pages that they forbid are done with at once. */
  private Optional<Turn> turn(Hosts hosts, String host, Instant now) {
    Origins origins = new Origins(handle, hosts);
    Pages pages = new Pages(handle, hosts);
    Optional<Turn> turn = origins.next(host, now);
    while (turn.isEmpty()) {
      Optional<Turn> page = pages.next(host, now);
      if (page.isEmpty()) {
        break;
      }
      turn = permitted(page.get(), origins, pages, now);
    }
    turn.ifPresentOrElse(next -> hosts.ask(host), () -> hosts.refresh(host));
    return turn;
  }

  private Optional<Turn> permitted(Turn page, Origins origins, Pages pages, Instant now) {
    String origin = page.address().origin();
    if (!origins.isFresh(origin, now)) {
      read.remove(origin);
      return origins.ask(origin, page.address().robots(), now);
    }
    Robots rules = read.computeIfAbsent(origin, origins::rules);
    if (rules.allows(page.address())) {
      return Optional.of(page);
    }
    String reason =
        rules == Robots.UNREACHABLE ? "robots rules cannot be reached" : "robots rules forbid it";
    pages.settle(page, new FetchOutcome.Refused(reason, false), now);
    return Optional.empty();
  }

  /**
   * A turn at a host for a question of a source's own; empty while the host is busy or rests. Such
   * a question is one that the portal invites, not a link that was followed: robots rules, which
   * are for crawlers (RFC 9309, section 1), say nothing of it.
   */
  public Optional<Turn> turn(FetchRequest question, Instant now) {
    String host = question.address().host();
    return atOnce(hosts -> {
      boolean free = hosts.isFree(host, now);
      if (free) {
        hosts.ask(host);
      }
      return free
          ? Optional.of(new Turn(Purpose.QUESTION, "", question, hosts.pace(host), 0))
          : Optional.empty();
    });
  }

  /** The first moment a host may be asked, as far as is known now. */
  public Instant notBefore(String host) {
    return atOnce(hosts -> hosts.pace(host).notBefore());
  }

  /**
   * Takes turns back, all in one transaction.
   *
   * @return for each what it came to; empty unless it was for a page
   */
  public List<Optional<Visit>> done(List<Taken> turns) {
    return atOnce(hosts -> {
      List<Optional<Visit>> visits = new ArrayList<>();
      turns.forEach(taken -> visits.add(done(hosts, taken)));
      return visits;
    });
  }

  private Optional<Visit> done(Hosts hosts, Taken taken) {
    Turn turn = taken.turn();
    hosts.answered(turn, taken.outcome(), taken.end());
    Optional<Visit> visit = Optional.empty();
    switch (turn.purpose()) {
      case ROBOTS -> {
        read.remove(turn.subject());
        new Origins(handle, hosts).answered(turn, taken.outcome(), taken.end());
        addSitemaps(hosts, turn.subject(), taken.end());
      }
      case PAGE -> visit = Optional.of(visited(hosts, taken));
      case QUESTION -> {}
    }
    hosts.refresh(turn.host());
    return visit;
  }

  /** Sitemaps that the rules name, where they are of the same domain. */
  private void addSitemaps(Hosts hosts, String origin, Instant now) {
    Pages pages = new Pages(handle, hosts);
    Leads leads = new Leads(handle, hosts);
    PageAddress own = PageAddress.of(origin);
    List<String> named = new Origins(handle, hosts).rules(origin).sitemaps();
    for (String written : named.subList(0, Math.min(MOST_SITEMAPS, named.size()))) {
      try {
        PageAddress sitemap = own.resolve(written);
        if (sitemap.domain().equals(own.domain())) {
          pages
              .sites(origin)
              .forEach(site -> leads.add(site, new Lead(sitemap, Lead.LIST), 0, now));
        }
      } catch (IllegalArgumentException e) {
        continue; // not an address: rules may name anything
      }
    }
  }

  private Visit visited(Hosts hosts, Taken taken) {
    Pages pages = new Pages(handle, hosts);
    Visit visit = pages.settle(taken.turn(), taken.outcome(), taken.end());
    pages.follow(taken.turn().subject(), taken.leads(), taken.end());
    if (taken.outcome() instanceof FetchOutcome.Refused refused && refused.isPrivate()) {
      String origin = taken.turn().address().origin();
      read.remove(origin);
      new Origins(handle, hosts).markPrivate(origin, taken.end());
    }
    return visit;
  }

  /** When a host can next be asked for something; empty while nothing waits at a free host. */
  public Optional<Instant> nextDue() {
    return atOnce(Hosts::nextDue);
  }

  /** The content of a page as it was last fetched; empty where there is none. */
  public Optional<Fetched> content(PageAddress address) {
    return atOnce(hosts -> new Pages(handle, hosts).content(address));
  }

  /**
   * The content of a page where it last was, which redirects may have led elsewhere; empty where it
   * is there no more, must not be fetched, or never was.
   */
  public Optional<Fetched> contentNow(PageAddress address) {
    return atOnce(hosts -> new Pages(handle, hosts).contentNow(address, 0));
  }

  /**
   * The pages of a site whose content lies here, those worth most first. Left out is what is gone,
   * leads elsewhere now, or must not be fetched any more.
   */
  public List<KeptPage> kept(String site) {
    return atOnce(hosts -> new Pages(handle, hosts).kept(site));
  }

  /** The pages of a site whose content ever lay here, whatever has become of them. */
  public List<PageAddress> everKept(String site) {
    return atOnce(hosts -> new Pages(handle, hosts).everKept(site));
  }

  /** Whether a page is known here, whatever has become of it. */
  public boolean knows(PageAddress address) {
    return atOnce(hosts -> new Pages(handle, hosts).knows(address));
  }

  /**
   * Keeps what came of reading a page's content.
   *
   * @param address a page that is known here
   */
  public void keep(PageAddress address, PageReading reading) {
    atOnce(hosts -> {
      new Pages(handle, hosts).keep(address, reading);
      return reading;
    });
  }

  /** What a source last answered at an address; empty where it was never asked. */
  public Optional<Answer> answer(PageAddress address) {
    return atOnce(hosts -> new Answers(handle).at(address));
  }

  /** Keeps an answer in place of the one before. */
  public void keep(Answer answer) {
    atOnce(hosts -> new Answers(handle).keep(answer));
  }

  /** Notes that a source was read in full on a day. */
  public void readInFull(String source, LocalDate day) {
    atOnce(hosts ->
        handle
            .createUpdate("INSERT OR IGNORE INTO reading VALUES (:source, :day)")
            .bind("source", source)
            .bind("day", day.toString())
            .execute());
  }

  /** The last day before this one on which a source was read in full. */
  public Optional<LocalDate> readInFullBefore(String source, LocalDate day) {
    return atOnce(hosts ->
        handle
            .createQuery("SELECT max(day) FROM reading WHERE source = :source AND day < :day")
            .bind("source", source)
            .bind("day", day.toString())
            .mapTo(String.class)
            .findOne()
            .map(LocalDate::parse));
  }

  /** How many pages last came to what. */
  public Map<Visit, Integer> standing() {
    return atOnce(hosts -> new Pages(handle, hosts).standing());
  }

  /** Lets go of the file. */
  @Override
  public void close() {
    handle.close();
  }
}
