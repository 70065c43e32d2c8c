package dk.brobygger.web.mail;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.digest.Digest;
import dk.brobygger.web.page.Page;
import dk.brobygger.web.page.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts digests into words. Safe for many threads. */
public final class LetterWriter {

  /** A subject is cut by mail programs at some 70 characters; the kind of news stands before. */
  private static final int LONGEST_TITLE = 60;

  private final Wording wording;

  private final LetterFacts facts;
  private final LetterReasons reasons;

  /** Writes in the language of the wording. */
  public LetterWriter(Wording wording) {
    this.wording = wording;
    this.facts = new LetterFacts(wording);
    this.reasons = new LetterReasons(wording);
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
        left == 0 ? Optional.empty() : more(left, digest.on(), reader),
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
    String kind = facts.kind(best.news());
    String title = Line.cut(best.news().call().title(), LONGEST_TITLE);
    int others = digest.items().size() - 1;
    return others == 0
        ? kind + ": " + title
        : kind + ": " + title + " " + wording.say("digest.subject.others", others);
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
    LetterFacts.Worded worded = facts.of(item, on);
    String page = reader.page(worded.path());
    return new Letter.Piece(
        call.id().toString(),
        item.open() ? worded.kind() : wording.say("digest.section.blocked"),
        new Letter.Link(worded.title(), page),
        facts.of(item, worded),
        reasons.of(item.answering()),
        blocker(item),
        buttons(item, page, worded, reader));
  }

  private Optional<String> blocker(Digest.Item item) {
    return item.answering().blockers().stream()
        .findFirst()
        .map(blocker -> blocker.text().getOrDefault(wording.language(), blocker.rule()));
  }

  private List<Letter.Link> buttons(
      Digest.Item item, String page, LetterFacts.Worded worded, Reader reader) {
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

  /** All of it stands on a page that only the subscriber is led to. */
  private Optional<Letter.Link> more(int left, LocalDate on, Reader reader) {
    return reader
        .subscription(DigestPage.below(on))
        .map(address -> new Letter.Link(wording.say("digest.more", left), address));
  }

  private String why(Reader reader) {
    return wording.say(reader.token().isPresent() ? "digest.why" : "digest.why.preview");
  }

  private List<Letter.Link> links(Reader reader) {
    List<Letter.Link> links = new ArrayList<>();
    links.add(all(reader));
    reader
        .subscription("")
        .ifPresent(address -> links.add(new Letter.Link(wording.say("digest.wishes"), address)));
    reader
        .subscription("/unsubscribe")
        .ifPresent(address -> links.add(new Letter.Link(wording.say("digest.leave"), address)));
    return links;
  }

  private Letter.Link all(Reader reader) {
    return reader
        .cluster()
        .map(id ->
            new Letter.Link(wording.say("digest.all"), reader.page(Page.address(id) + "/calls")))
        .orElseGet(() ->
            new Letter.Link(wording.say("digest.all.open"), reader.page("/?type=call&open=1")));
  }

  /** The language it writes in. */
  public Language language() {
    return wording.language();
  }
}
