package dk.brobygger.indexer;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.indexer.fetch.FetchOutcome;
import dk.brobygger.indexer.fetch.FetchOutcome.Deferred;
import dk.brobygger.indexer.fetch.FetchOutcome.Failed;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.FetchOutcome.Moved;
import dk.brobygger.indexer.fetch.FetchOutcome.Refused;
import dk.brobygger.indexer.fetch.FetchOutcome.Unchanged;
import dk.brobygger.indexer.fetch.FetchRequest;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.fetch.Validators;
import dk.brobygger.indexer.frontier.Answer;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.indexer.source.EuPortal;
import dk.brobygger.indexer.source.TopicDetails;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fills the calls that the EU portal's search shows with the texts and dates of their details.
 *
 * <p>The details of a topic are asked for when it is new, when the search shows it otherwise than
 * when they were last asked for, and until there is an answer. Each answer is kept at once, so a
 * crawl that was stopped goes on where it was; without an answer a topic is as the search shows it,
 * or as the last answer says.
 */
final class TopicTexts {

  /** After so many failures in a row the others are left to the next crawl. */
  private static final int MOST_FAILURES = 3;

  private final EntryStore store;
  private final Frontier frontier;
  private final PageAddress all;
  private final EuPortal.Exchange exchange;
  private final Rules rules;
  private final List<String> gaps = new ArrayList<>();
  private int failures;

  /** What fills a call with what the answer for it says. */
  @FunctionalInterface
  interface Rules {
    Call fill(Call call, Answer answer, byte[] body);
  }

  /**
   * For one crawl.
   *
   * @param all the folder of the details of all topics
   */
  TopicTexts(EntryStore store, Frontier frontier, PageAddress all, EuPortal.Exchange exchange) {
    this(store, frontier, all, exchange, TopicTexts::filled);
  }

  /**
   * For one crawl by these rules.
   *
   * @param rules what fills a call, and may stumble
   */
  TopicTexts(
      EntryStore store,
      Frontier frontier,
      PageAddress all,
      EuPortal.Exchange exchange,
      Rules rules) {
    this.store = store;
    this.frontier = frontier;
    this.all = all;
    this.exchange = exchange;
    this.rules = rules;
  }

  /** The same calls in the same order, topics with their texts. */
  List<Entry> fill(List<Entry> calls, LocalDate day) throws InterruptedException {
    List<Entry> filled = new ArrayList<>();
    for (Entry entry : calls) {
      filled.add(
          entry instanceof Call call && call.kind() == CallKind.TOPIC ? fill(call, day) : entry);
    }
    if (failures >= MOST_FAILURES) {
      gaps.add("details of topics: the others are asked for by the next crawl");
    }
    return filled;
  }

  /** A sentence for each topic whose text may be missing. */
  List<String> gaps() {
    return List.copyOf(gaps);
  }

  /** A topic over whose details a reader stumbles is as the search shows it. */
  private Call fill(Call call, LocalDate day) throws InterruptedException {
    Optional<Answer> known;
    try {
      known = answer(call, TopicDetails.address(all, call), day);
    } catch (IllegalArgumentException e) {
      gaps.add(call.identifier() + ": " + e.getMessage());
      return call;
    }
    try {
      return known
          .flatMap(answer -> answer.body().map(body -> rules.fill(call, answer, body)))
          .orElse(call);
    } catch (RuntimeException | StackOverflowError e) {
      gaps.add("details of " + call.identifier() + ": " + PageReadings.stumble(e));
      return call;
    }
  }

  static Call filled(Call call, Answer answer, byte[] body) {
    return TopicDetails.read(body, call.identifier())
        .fill(call, answer.isFresh(), answer.address().uri(), answer.day());
  }

  private Optional<Answer> answer(Call call, PageAddress address, LocalDate day)
      throws InterruptedException {
    Optional<Answer> known = frontier.answer(address);
    String askedFor = EntryJson.fingerprint(call);
    if (failures >= MOST_FAILURES
        || known.filter(answer -> answer.askedFor().equals(askedFor)).isPresent()) {
      return known;
    }
    Validators validators = known.map(Answer::validators).orElse(Validators.NONE);
    boolean fresh = known.map(Answer::isFresh).orElseGet(() -> store.entry(call.id()).isEmpty());
    FetchOutcome outcome = exchange.ask(FetchRequest.get(address, validators));
    Optional<Answer> answer =
        switch (outcome) {
          case Fetched fetched -> fetched(call, address, askedFor, day, fresh, fetched);
          case Unchanged unchanged ->
              known.map(
                  before -> new Answer(address, askedFor, day, fresh, validators, before.body()));
          case Failed failed when failed.isAnswered() ->
              Optional.of(
                  new Answer(
                      address, askedFor, day, fresh, validators, known.flatMap(Answer::body)));
          case Failed failed -> failed(call, failed.reason());
          case Deferred deferred -> failed(call, "status " + deferred.status());
          case Moved moved -> failed(call, "they are at " + moved.to() + " now");
          case Refused refused -> failed(call, refused.reason());
        };
    failures = answer.isPresent() ? 0 : failures;
    answer.ifPresent(frontier::keep);
    return answer.or(() -> known);
  }

  /** What is no details of the topic is as no answer: the last one stays. */
  private Optional<Answer> fetched(
      Call call,
      PageAddress address,
      String askedFor,
      LocalDate day,
      boolean fresh,
      Fetched fetched) {
    try {
      TopicDetails.read(fetched.body(), call.identifier());
    } catch (IllegalArgumentException e) {
      gaps.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
    return Optional.of(
        new Answer(
            address, askedFor, day, fresh, fetched.validators(), Optional.of(fetched.body())));
  }

  private Optional<Answer> failed(Call call, String reason) {
    failures++;
    gaps.add("details of " + call.identifier() + ": " + reason);
    return Optional.empty();
  }
}
