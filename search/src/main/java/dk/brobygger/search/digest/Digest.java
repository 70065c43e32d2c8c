package dk.brobygger.search.digest;

import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.search.standing.Answering;
import dk.brobygger.search.standing.Sieve;
import dk.brobygger.search.standing.Subscription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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
   * @param sieve the calls of the bulletin, as {@link Bulletin#sieve} makes them ready
   * @param told whether the subscriber was told of a call before; one whose new text makes it fit
   *     is new to who was not
   */
  public static Digest of(
      Subscription subscription, Bulletin bulletin, Sieve sieve, Predicate<EntryId> told) {
    List<Item> items = new ArrayList<>();
    for (Answering answering : sieve.answers(subscription)) {
      News news = bulletin.news().get(answering.call().id());
      if (news != null && concerns(news, answering, told)) {
        items.add(new Item(news, answering));
      }
    }
    return new Digest(subscription.subscriber(), bulletin.on(), items);
  }

  private static boolean concerns(News news, Answering answering, Predicate<EntryId> told) {
    boolean may = answering.blockers().isEmpty();
    return switch (news) {
      case News.Fresh fresh -> true;
      case News.Reworded reworded -> may && !told.test(reworded.call().id());
      case News.Changed changed -> may;
      case News.Closing closing -> may;
    };
  }

  /** The digest without some calls. */
  public Digest without(Predicate<EntryId> calls) {
    return only(item -> !calls.test(item.news().call().id()));
  }

  /** The digest with some of its items only. */
  public Digest only(Predicate<Item> some) {
    return new Digest(subscriber, on, items.stream().filter(some).toList());
  }

  /** Whether there is nothing to say. */
  public boolean isEmpty() {
    return items.isEmpty();
  }

  /** Calls that can be applied for and are new to the subscriber, best first. */
  public List<Item> fresh() {
    return items.stream()
        .filter(Item::open)
        .filter(one -> one.news() instanceof News.Fresh || one.news() instanceof News.Reworded)
        .toList();
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
