package dk.brobygger.web.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.digest.Change;
import dk.brobygger.search.digest.Digest;
import dk.brobygger.search.digest.News;
import dk.brobygger.search.funding.LeadTime;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Score;
import dk.brobygger.web.page.Page;
import dk.brobygger.web.page.Wording;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts digests into words. Safe for many threads. */
public final class LetterWriter {

  /** A subject is cut by mail programs at some 70 characters; the kind of news stands before. */
  private static final int LONGEST_TITLE = 60;

  /** Reasons beyond the third are on the page. */
  private static final int REASONS = 3;

  private static final int LONGEST_QUOTE = 160;

  /** Signs that promise something that was cut. */
  private static final Pattern LOOSE_END = Pattern.compile("[\\s,;:(–-]+$");

  /** What is not written as one blank. */
  private static final Pattern BLANKS = Pattern.compile("\\s*[^\\S ]\\s*| {2,}");

  private final Wording wording;

  /** Weak keys are compared as objects: forgotten with the news of a day. */
  private final Cache<News, Worded> worded = Caffeine.newBuilder().weakKeys().build();

  /** Writes in the language of the wording. */
  public LetterWriter(Wording wording) {
    this.wording = wording;
  }

  /**
   * A digest in words.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public Letter write(Digest digest, Reader reader) {
    if (digest.isEmpty()) {
      throw new IllegalArgumentException(
          "digest of " + digest.on() + " is empty, must say something");
    }
    List<Digest.Item> told = told(digest, reader.most());
    List<Letter.Section> sections = new ArrayList<>();
    section(sections, "new", digest.fresh(), told, digest, reader);
    section(sections, "changed", digest.changed(), told, digest, reader);
    section(sections, "closing", digest.closing(), told, digest, reader);
    section(sections, "blocked", digest.blocked(), told, digest, reader);
    int left = digest.items().size() - told.size();
    return new Letter(
        wording.language(),
        subject(digest),
        wording.say("digest.lead", digest.items().size(), wording.date(digest.on())),
        sections,
        left == 0 ? Optional.empty() : Optional.of(more(left, reader)),
        why(reader),
        links(reader));
  }

  /** That there was nothing to tell since a day. */
  Letter quiet(LocalDate since, Reader reader) {
    return new Letter(
        wording.language(),
        wording.say("digest.subject.quiet"),
        wording.say("digest.quiet", wording.date(since)),
        List.of(),
        Optional.empty(),
        why(reader),
        links(reader));
  }

  /** The best calls one can apply for, and blocked ones if there is room. */
  private static List<Digest.Item> told(Digest digest, int most) {
    return Stream.concat(
            digest.items().stream().filter(Digest.Item::open), digest.blocked().stream())
        .limit(most)
        .toList();
  }

  private String subject(Digest digest) {
    Digest.Item best =
        digest.items().stream()
            .filter(Digest.Item::open)
            .findFirst()
            .orElse(digest.items().getFirst());
    String kind =
        switch (best.news()) {
          case News.Fresh fresh -> wording.say("digest.subject.new");
          case News.Reworded reworded -> wording.say("digest.subject.new");
          case News.Changed changed -> wording.say("digest.subject.changed");
          case News.Closing closing -> wording.say("digest.subject.closing", closing.daysLeft());
        };
    String title = cut(best.news().call().title(), LONGEST_TITLE);
    int others = digest.items().size() - 1;
    return others == 0
        ? kind + ": " + title
        : kind + ": " + title + " " + wording.say("digest.subject.others", others);
  }

  private static String cut(String text, int most) {
    String line = BLANKS.matcher(text).replaceAll(" ").strip();
    if (line.length() <= most) {
      return line;
    }
    int space = line.lastIndexOf(' ', most - 1);
    return LOOSE_END
            .matcher(line.substring(0, space > most / 2 ? space : most - 1))
            .replaceFirst("")
        + "…";
  }

  private void section(
      List<Letter.Section> sections,
      String kind,
      List<Digest.Item> items,
      List<Digest.Item> told,
      Digest digest,
      Reader reader) {
    List<Letter.Piece> pieces =
        items.stream()
            .filter(item -> told.stream().anyMatch(one -> one == item))
            .map(item -> piece(item, digest.on(), reader))
            .toList();
    if (!pieces.isEmpty()) {
      sections.add(new Letter.Section(wording.say("digest.section." + kind), pieces));
    }
  }

  private Letter.Piece piece(Digest.Item item, LocalDate on, Reader reader) {
    Call call = item.answering().call();
    Worded worded = worded(item, on);
    String page = reader.page(worded.path());
    return new Letter.Piece(
        call.id().toString(),
        new Letter.Link(worded.title(), page),
        facts(item, worded),
        reasons(item),
        blocker(item),
        buttons(item, page, worded, reader));
  }

  /**
   * What is said of some news to everybody alike.
   *
   * @param on the day it is told on
   * @param call the call as it is found now
   * @param path where its page is
   * @param title the title in one line
   * @param facts what changed, deadline and money
   */
  private record Worded(
      LocalDate on, Call call, String path, String title, List<Letter.Fact> facts) {

    boolean tells(Digest.Item item, LocalDate day) {
      return on.equals(day) && call == item.answering().call();
    }
  }

  /** Thousands are told the same news, and dates and amounts take long to write. */
  private Worded worded(Digest.Item item, LocalDate on) {
    @Nullable Worded known = worded.getIfPresent(item.news());
    if (known != null && known.tells(item, on)) {
      return known;
    }
    Worded fresh =
        new Worded(
            on,
            item.answering().call(),
            Page.address(item.answering().call().id()),
            BLANKS.matcher(item.news().call().title()).replaceAll(" "),
            common(item, on));
    worded.put(item.news(), fresh);
    return fresh;
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

  private List<Letter.Fact> facts(Digest.Item item, Worded worded) {
    if (item.answering().searches().isEmpty()) {
      return worded.facts();
    }
    List<Letter.Fact> facts = new ArrayList<>(worded.facts());
    facts.add(
        new Letter.Fact(
            wording.say("digest.searches"), String.join(", ", item.answering().searches()), false));
    return facts;
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

  /** The days left, and whether they are too few; a fact is no whole sentence. */
  private String left(Digest.Item item, Deadline deadline, LocalDate on) {
    return LeadTime.caution(item.answering().call(), deadline, on)
        .map(caution -> caution.text().getOrDefault(wording.language(), caution.rule()))
        .map(sentence -> sentence.replaceFirst("\\.$", ""))
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

  /** The words of the call that earned most, each quoted once. */
  private List<Letter.Reason> reasons(Digest.Item item) {
    List<Score> leaves = new ArrayList<>();
    collect(item.answering().explanation(), leaves);
    leaves.sort(Comparator.comparingDouble(Score::points).reversed());
    List<Letter.Reason> reasons = new ArrayList<>();
    Set<String> quoted = new HashSet<>();
    for (Score leaf : leaves) {
      if (reasons.size() == REASONS) {
        break;
      }
      leaf.evidence().stream()
          .filter(words -> words.entry().equals(item.answering().call().id()))
          .findFirst()
          .ifPresent(words -> {
            String text = words.text();
            if (quoted.add(text)) {
              add(reason(leaf, words, text), reasons);
            }
          });
    }
    return reasons;
  }

  /** Words of one source, one after the other, name it once, after the last. */
  private static void add(Letter.Reason next, List<Letter.Reason> reasons) {
    if (!reasons.isEmpty() && reasons.getLast().source().equals(next.source())) {
      Letter.Reason last = reasons.removeLast();
      reasons.add(new Letter.Reason(last.what(), last.quote(), Optional.empty()));
    }
    reasons.add(next);
  }

  private static void collect(Score score, List<Score> leaves) {
    if (score.parts().isEmpty()) {
      leaves.add(score);
    }
    score.parts().forEach(part -> collect(part, leaves));
  }

  private Letter.Reason reason(Score leaf, Evidence words, String text) {
    String quote = wording.isCode(words) ? wording.decoded(words) : cut(text, LONGEST_QUOTE);
    return new Letter.Reason(
        wording.criterion(leaf.criterion()),
        quote,
        words
            .source()
            .map(source ->
                new Letter.Link(
                    source.getHost()
                        + words.date().map(day -> ", " + wording.shortDate(day)).orElse(""),
                    source.toString())));
  }

  private Optional<String> blocker(Digest.Item item) {
    return item.answering().blockers().stream()
        .findFirst()
        .map(blocker -> blocker.text().getOrDefault(wording.language(), blocker.rule()));
  }

  private List<Letter.Link> buttons(Digest.Item item, String page, Worded worded, Reader reader) {
    List<Letter.Link> buttons = new ArrayList<>();
    if (item.open()) {
      buttons.add(new Letter.Link(wording.say("digest.prepare"), prepare(item, page, reader)));
    }
    reader
        .subscription("/unwanted?call=" + worded.path().substring(1))
        .ifPresent(
            address -> buttons.add(new Letter.Link(wording.say("digest.unwanted"), address)));
    return buttons;
  }

  /** Who reads saved searches alone has no profile to prepare with: the call itself. */
  private static String prepare(Digest.Item item, String page, Reader reader) {
    return reader
        .cluster()
        .map(cluster -> reader.page(Page.preparation(cluster, item.answering().call().id())))
        .orElse(page);
  }

  private Letter.Link more(int left, Reader reader) {
    return new Letter.Link(wording.say("digest.more", left), all(reader));
  }

  private static String all(Reader reader) {
    return reader.page(
        reader.cluster().map(id -> Page.address(id) + "/calls").orElse("/?type=call&open=1"));
  }

  private String why(Reader reader) {
    return wording.say(reader.token().isPresent() ? "digest.why" : "digest.why.preview");
  }

  private List<Letter.Link> links(Reader reader) {
    List<Letter.Link> links = new ArrayList<>();
    links.add(new Letter.Link(wording.say("digest.all"), all(reader)));
    reader
        .subscription("")
        .ifPresent(address -> links.add(new Letter.Link(wording.say("digest.wishes"), address)));
    reader
        .subscription("/unsubscribe")
        .ifPresent(address -> links.add(new Letter.Link(wording.say("digest.leave"), address)));
    return links;
  }

  /** The language it writes in. */
  public Language language() {
    return wording.language();
  }
}
