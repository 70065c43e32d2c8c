package dk.brobygger.search.digest;

import dk.brobygger.search.standing.Answering;
import dk.brobygger.search.standing.StandingMatcher;
import dk.brobygger.search.standing.Subscription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What one subscriber is told.
 *
 * @param subscriber who, by id
 * @param on the last day that is told of
 * @param items the news that answer the subscription, best first; each call once
 */
public record Digest(String subscriber, LocalDate on, List<Item> items) {

  /** Keeps a copy. */
  public Digest {
    items = List.copyOf(items);
  }

  /**
   * One call.
   *
   * @param news what happened to it
   * @param answering why it concerns the subscriber
   */
  public record Item(News news, Answering answering) {

    /** Whether the subscriber may apply for it. */
    public boolean open() {
      return answering.blockers().isEmpty();
    }
  }

  /**
   * The digest of a subscription. Of calls that the subscriber may not apply for only the new ones
   * are told.
   *
   * @param subscription who wants to know what
   * @param bulletin what happened
   * @param matcher says what answers the subscription
   */
  public static Digest of(Subscription subscription, Bulletin bulletin, StandingMatcher matcher) {
    List<Item> items = new ArrayList<>();
    for (Answering answering :
        matcher.answers(
            subscription, bulletin.news().keySet(), StatedCall.morning(bulletin.on()))) {
      News news = bulletin.news().get(answering.call().id());
      if (news != null && (answering.blockers().isEmpty() || news instanceof News.Fresh)) {
        items.add(new Item(news, answering));
      }
    }
    return new Digest(subscription.subscriber(), bulletin.on(), items);
  }

  /** Whether there is nothing to say. */
  public boolean isEmpty() {
    return items.isEmpty();
  }

  /** New calls that can be applied for, best first. */
  public List<Item> fresh() {
    return items.stream().filter(item -> item.open() && item.news() instanceof News.Fresh).toList();
  }

  /** Changed calls, best first. */
  public List<Item> changed() {
    return items.stream().filter(item -> item.news() instanceof News.Changed).toList();
  }

  /** Closing calls, best first. */
  public List<Item> closing() {
    return items.stream().filter(item -> item.news() instanceof News.Closing).toList();
  }

  /** New calls that fit and that the subscriber may not apply for, best first. */
  public List<Item> blocked() {
    return items.stream().filter(item -> !item.open()).toList();
  }
}
