package dk.brobygger.web.mail;

import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.store.Statement;
import dk.brobygger.search.digest.Bulletin;
import dk.brobygger.search.digest.Digest;
import dk.brobygger.search.digest.News;
import dk.brobygger.web.account.Subscriber;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What some subscribers are told on one day, since they were told the same before. Immutable.
 *
 * @param kind all that is new, or what closes alone
 * @param after the last day that was told of
 * @param known the newest statement that was recorded then
 * @param reminded the last day whose closing calls were told of; not before that
 */
record Round(Kind kind, LocalDate after, long known, LocalDate reminded) {

  /** What a mail is about; each subscriber gets one of a kind a day. */
  enum Kind {
    /** All that is new. */
    DIGEST("digest"),
    /** Calls that close, at once. */
    CLOSING("closing");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word in the outbox and in Message-IDs. */
    String word() {
      return word;
    }

    /** The kind with a word. */
    static Kind of(String word) {
      return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst().orElseThrow();
    }
  }

  /** What is due for a subscriber; empty where it is not time. */
  static Optional<Round> of(Subscriber subscriber, LocalDate on) {
    LocalDate after = subscriber.toldUntil().orElse(on.minusDays(1));
    LocalDate reminded = subscriber.closingUntil().filter(day -> day.isAfter(after)).orElse(after);
    if (subscriber.wishes().due(on, after)) {
      return Optional.of(
          new Round(
              Kind.DIGEST, after, subscriber.toldStatement().orElse(Long.MAX_VALUE), reminded));
    }
    return subscriber.wishes().closingDue(on, reminded)
        ? Optional.of(new Round(Kind.CLOSING, reminded, Long.MAX_VALUE, reminded))
        : Optional.empty();
  }

  /** The news of it. */
  Bulletin bulletin(List<Statement> statements, LocalDate on) {
    Bulletin all = Bulletin.of(statements, after, known, on);
    return switch (kind) {
      case CLOSING -> all.closing();
      case DIGEST -> reminded.isAfter(after) ? without(all, statements) : all;
    };
  }

  /** Without the closing calls of days whose closing calls were told at once. */
  private Bulletin without(Bulletin all, List<Statement> statements) {
    Set<EntryId> late =
        reminded.isBefore(all.on())
            ? Bulletin.of(statements, reminded, all.on()).closing().news().keySet()
            : Set.of();
    Map<EntryId, News> news = new LinkedHashMap<>(all.news());
    news.entrySet()
        .removeIf(one -> one.getValue() instanceof News.Closing && !late.contains(one.getKey()));
    return new Bulletin(after, all.on(), news);
  }

  /** Whether an item is unknown: a new call that closed soon may have been told of at once. */
  static boolean isUnknown(Digest.Item item, Set<String> told) {
    return !(item.news() instanceof News.Fresh fresh
        && told.contains(fresh.call().id().toString()));
  }
}
