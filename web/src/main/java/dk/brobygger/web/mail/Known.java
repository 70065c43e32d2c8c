package dk.brobygger.web.mail;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.search.Desk;
import dk.brobygger.search.digest.Bulletin;
import dk.brobygger.search.digest.Digest;
import dk.brobygger.search.standing.Sieve;
import dk.brobygger.search.standing.Subscription;
import dk.brobygger.web.account.Subscriber;
import dk.brobygger.web.account.Subscribers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of some subscribers, read at once: opening the database takes as long as a digest.
 *
 * @param told by id, the calls each was told of
 * @param unwanted by id, the calls that are not for them
 * @param clusters those whose profiles stand
 */
record Known(
    Map<String, Set<String>> told,
    Map<String, Set<String>> unwanted,
    Map<EntryId, Cluster> clusters) {

  static Known of(Desk desk, Subscribers subscribers, List<Subscriber> some) {
    List<String> ids = some.stream().map(Subscriber::id).toList();
    return new Known(
        subscribers.told(ids),
        subscribers.unwanted(ids),
        desk.clusters(some.stream().flatMap(one -> one.wishes().cluster().stream()).toList()));
  }

  /** What a subscriber wants to be told of. */
  Subscription subscription(Subscriber one) {
    return new Subscription(
        one.id(),
        one.wishes().cluster().flatMap(id -> Optional.ofNullable(clusters.get(id))),
        one.searches());
  }

  /** What concerns the subscriber, and is not said not to. */
  Digest digest(Subscriber one, Bulletin bulletin, Sieve sieve) {
    return Digest.of(subscription(one), bulletin, sieve, call -> has(told, one, call))
        .without(call -> has(unwanted, one, call));
  }

  /** The same without what the subscriber has been told. */
  Digest news(Subscriber one, Bulletin bulletin, Sieve sieve) {
    return digest(one, bulletin, sieve)
        .only(item -> Round.isUnknown(item, told.getOrDefault(one.id(), Set.of())));
  }

  private static boolean has(Map<String, Set<String>> calls, Subscriber one, EntryId call) {
    return calls.getOrDefault(one.id(), Set.of()).contains(call.toString());
  }
}
