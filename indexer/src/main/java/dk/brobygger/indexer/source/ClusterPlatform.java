package dk.brobygger.indexer.source;

import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Lead;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The European Cluster Collaboration Platform: pages of its list of cluster organisations lead to
 * profiles, each at {@code cluster-organisations/NAME} or {@code content/NAME}. At the latter there
 * are other articles, too, which only their words tell from profiles.
 */
public final class ClusterPlatform implements Function<Fetched, List<Lead>> {

  /** The name of the source in the store. */
  public static final String SOURCE = "eccp";

  /** What a profile is worth to a crawl beside the pages of the list. */
  private static final int PROFILE = 50;

  /** In its form of the platform's own, {@code ?page=0%2C2}, or a plain one. */
  private static final Pattern NEXT = Pattern.compile("\\?page=[0-9]{1,4}(?:(?:%2C|,)[0-9]{1,4})*");

  private static final Pattern NAME = Pattern.compile("[^/?#]+");

  private static final String ARTICLE = "/content/";

  private final PageAddress list;

  /**
   * The profiles of one list.
   *
   * @param list where the list begins, which is also the folder of profiles
   */
  public ClusterPlatform(PageAddress list) {
    this.list = list;
  }

  /** Whether an address is of the domain that the list is on, with or without {@code www}. */
  public boolean isOf(PageAddress address) {
    return address.domain().equals(list.domain()) && port(address).equals(port(list));
  }

  /** The profiles and further pages that a page of the list leads to; a profile leads nowhere. */
  @Override
  public List<Lead> apply(Fetched page) {
    return isProfile(page.address()) ? List.of() : ListPage.leads(page, this::lead);
  }

  private Optional<Lead> lead(PageAddress address) {
    if (!isOf(address)) {
      return Optional.empty();
    }
    if (isProfile(address)) {
      return Optional.of(new Lead(address, PROFILE));
    }
    String path = address.path();
    return path.startsWith(list.path())
            && NEXT.matcher(path.substring(list.path().length())).matches()
        ? Optional.of(new Lead(address, Lead.LIST))
        : Optional.empty();
  }

  /** Whether a page may be that of a profile. */
  public boolean isProfile(PageAddress address) {
    return isOf(address)
        && Stream.of(list.path() + "/", ARTICLE)
            .filter(address.path()::startsWith)
            .anyMatch(folder -> NAME.matcher(address.path().substring(folder.length())).matches());
  }

  private static String port(PageAddress address) {
    return String.valueOf(address.uri().getPort());
  }
}
