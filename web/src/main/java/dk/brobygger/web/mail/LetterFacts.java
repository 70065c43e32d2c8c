package dk.brobygger.web.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.search.digest.Change;
import dk.brobygger.search.digest.Digest;
import dk.brobygger.search.digest.News;
import dk.brobygger.search.funding.LeadTime;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.standing.Finding;
import dk.brobygger.web.page.Page;
import dk.brobygger.web.page.Wording;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts into words what happened to calls, and remembers it. Safe for many threads. */
final class LetterFacts {

  private final Wording wording;

  /** Weak keys are compared as objects: forgotten with the news of a day. */
  private final Cache<News, Worded> worded = Caffeine.newBuilder().weakKeys().build();

  LetterFacts(Wording wording) {
    this.wording = wording;
  }

  /**
   * What is said of some news to everybody alike.
   *
   * @param on the day it is told on
   * @param call the call as it is found now
   * @param path where its page is
   * @param kind what happened to it, such as a new call
   * @param title the title in one line
   * @param facts what changed, deadline and money
   */
  record Worded(
      LocalDate on, Call call, String path, String kind, String title, List<Letter.Fact> facts) {

    private boolean tells(Digest.Item item, LocalDate day) {
      return on.equals(day) && call == item.answering().call();
    }
  }

  /** Thousands are told the same news, and dates and amounts take long to write. */
  Worded of(Digest.Item item, LocalDate on) {
    @Nullable Worded known = worded.getIfPresent(item.news());
    if (known != null && known.tells(item, on)) {
      return known;
    }
    Worded fresh =
        new Worded(
            on,
            item.answering().call(),
            Page.address(item.answering().call().id()),
            kind(item.news()),
            Line.of(item.news().call().title()),
            common(item, on));
    worded.put(item.news(), fresh);
    return fresh;
  }

  /** What happened, in a few words. */
  String kind(News news) {
    return switch (news) {
      case News.Fresh fresh -> wording.say("digest.subject.new");
      case News.Reworded reworded -> wording.say("digest.subject.new");
      case News.Changed changed -> wording.say("digest.subject.changed");
      case News.Closing closing -> wording.say("digest.subject.closing", closing.daysLeft());
    };
  }

  private List<Letter.Fact> common(Digest.Item item, LocalDate on) {
    List<Letter.Fact> facts = new ArrayList<>();
    if (item.news() instanceof News.Changed changed) {
      changed.changes().forEach(change -> facts.add(fact(change)));
    }
    deadline(item, on, facts);
    facts.add(new Letter.Fact(wording.field("programme"), money(item.answering().call()), false));
    return List.copyOf(facts);
  }

  /**
   * The facts, what the reader's own cluster should think of, and which saved searches found the
   * call, by what words that were not typed.
   */
  List<Letter.Fact> of(Digest.Item item, Worded told) {
    List<Letter.Fact> facts = new ArrayList<>(told.facts());
    for (Caution caution : item.answering().cautions()) {
      facts.add(new Letter.Fact(wording.say("digest.role"), fact(caution), false));
    }
    String found =
        item.answering().findings().stream().map(this::found).collect(Collectors.joining("; "));
    if (!found.isEmpty()) {
      facts.add(new Letter.Fact(wording.say("digest.searches"), found, false));
    }
    return facts;
  }

  private String found(Finding finding) {
    String by =
        finding.expansions().stream()
            .map(wording::added)
            .distinct()
            .collect(Collectors.joining(", "));
    return by.isEmpty() ? finding.search() : wording.say("digest.also", finding.search(), by);
  }

  private void deadline(Digest.Item item, LocalDate on, List<Letter.Fact> facts) {
    item.news()
        .call()
        .deadline(on)
        .ifPresent(deadline -> {
          facts.add(
              new Letter.Fact(
                  wording.say("digest.field.deadline"),
                  wording.moment(deadline.at()) + " – " + left(item, deadline, on),
                  item.news() instanceof News.Closing));
          LocalDate stand = deadline.at().toLocalDate().minusDays(LeadTime.CONSORTIUM_DAYS);
          facts.add(
              new Letter.Fact(
                  wording.say("digest.consortium"),
                  wording.date(stand)
                      + (stand.isBefore(on) ? " – " + wording.say("digest.consortium.past") : ""),
                  false));
        });
  }

  /** A fact is no whole sentence. */
  private String fact(Caution caution) {
    return caution.text().getOrDefault(wording.language(), caution.rule()).replaceFirst("\\.$", "");
  }

  /** The days left, and whether they are too few. */
  private String left(Digest.Item item, Deadline deadline, LocalDate on) {
    return LeadTime.caution(item.answering().call(), deadline, on)
        .map(this::fact)
        .orElseGet(() -> wording.say("call.days", item.news().call().daysLeft(on).orElse(0L)));
  }

  private String money(Call call) {
    String programme = wording.programme(call.family().programme());
    return wording
        .contribution(call.terms().budget())
        .map(each -> programme + " · " + wording.say("digest.each", each))
        .orElse(programme);
  }

  /** What it was and what it is now. */
  private Letter.Fact fact(Change change) {
    String now = said(change.field(), change.to());
    return new Letter.Fact(
        wording.say("digest.field." + change.field().word()),
        change
            .from()
            .map(from -> wording.say("digest.change", said(change.field(), from), now))
            .orElse(now),
        true);
  }

  private String said(Change.Field field, String value) {
    return switch (field) {
      case TITLE, ACTION_TYPE -> value;
      case STATUS -> wording.say("status." + value).toLowerCase(Locale.ROOT);
      case OPENS -> wording.date(LocalDate.parse(value));
      case DEADLINE ->
          Arrays.stream(value.split("; "))
              .map(each -> wording.moment(LocalDateTime.parse(each)))
              .collect(Collectors.joining(", "));
      case BUDGET, CONTRIBUTION -> wording.euro(Long.parseLong(value));
      case GRANTS -> value;
    };
  }
}
