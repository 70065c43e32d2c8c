package dk.brobygger.indexer.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What a host's robots file lets us fetch (<a href="https://www.rfc-editor.org/rfc/rfc9309">RFC
 * 9309</a>). Immutable.
 */
public final class Robots {

  /** The name by which robots files address us (section 2.2.1). */
  public static final String NAME = "brobygger";

  /** So much of a robots file is read and no more (section 2.5). */
  public static final int MOST_BYTES = 500 * 1024;

  /** How long an answer may be used without asking again (section 2.4). */
  public static final Duration FRESH = Duration.ofHours(24);

  /** How many redirects lead to the rules; behind more of them there are none (section 2.3.1.2). */
  public static final int MOST_REDIRECTS = 5;

  /** The host has no rules: all is allowed (section 2.3.1.3). */
  public static final Robots NONE = new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL));

  /** The host or its rules cannot be reached: nothing is allowed (section 2.3.1.4). */
  public static final Robots UNREACHABLE =
      new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE));

  /** A host that wants longer gaps is not fetched from at all. */
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

  private final BaseRobotRules rules;

  private Robots(BaseRobotRules rules) {
    this.rules = rules;
  }

  /** Reads a robots file; what is beyond {@link #MOST_BYTES} is as if it were not there. */
  public static Robots read(PageAddress robots, byte[] content) {
    return read(robots, content, NAME);
  }

  /** Reads a robots file as another crawler would; for trying out. */
  static Robots read(PageAddress robots, byte[] content, String name) {
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser(LONGEST_DELAY.toMillis(), 0);
    byte[] read = content.length > MOST_BYTES ? Arrays.copyOf(content, MOST_BYTES) : content;
    return new Robots(parser.parseContent(robots.toString(), read, "text/plain", Set.of(name)));
  }

  /** Whether we may fetch this address. */
  public boolean allows(PageAddress address) {
    return rules.isAllowed(address.toString());
  }

  /** The gap the host asks for; zero where it does not. */
  public Duration crawlDelay() {
    return Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
  }

  /** The addresses of sitemaps, as they are written there. */
  public List<String> sitemaps() {
    return List.copyOf(rules.getSitemaps());
  }
}
