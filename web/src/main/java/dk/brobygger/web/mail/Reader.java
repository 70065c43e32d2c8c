package dk.brobygger.web.mail;

import dk.brobygger.corpus.entry.EntryId;
import java.net.URI;
import java.util.Optional;

/**
 * For whom a digest is worded.
 *
 * @param most calls told in full, the rest is counted
 * @param cluster the cluster whose profile stands
 * @param site where the pages are, such as {@code https://brobygger.example}, without a slash
 * @param token what acts for the subscriber; none for a preview, which has no buttons of its own
 */
public record Reader(int most, Optional<EntryId> cluster, URI site, Optional<String> token) {

  /** Who may look at what somebody is told, and is shown all of it. */
  public static Reader onlooker(Optional<EntryId> cluster, URI site) {
    return new Reader(Integer.MAX_VALUE, cluster, site, Optional.empty());
  }

  /** The address of a page. */
  String page(String path) {
    return site + path;
  }

  /** The page of the subscription, or one below it. */
  Optional<String> subscription(String below) {
    return token.map(signed -> page("/subscription/" + signed + below));
  }
}
