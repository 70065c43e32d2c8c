package dk.brobygger.web.delegation;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.search.Desk;
import dk.brobygger.search.delegation.Delegation;
import dk.brobygger.search.delegation.Delegation.Wish;
import dk.brobygger.web.Refusal;
import dk.brobygger.web.page.Press;
import dk.brobygger.web.page.Wording;
import dk.brobygger.web.paper.Counterpart;
import dk.brobygger.web.paper.Knowledge;
import dk.brobygger.web.staff.Seal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page on which one of those who meet says whom they want to meet. Who has the link is let in,
 * and needs nothing else; looking changes nothing.
 */
public final class WishPages {

  private final Desk desk;
  private final Dossiers dossiers;
  private final Seal seal;
  private final Press press;
  private final Clock clock;

  WishPages(Desk desk, Dossiers dossiers, Seal seal, Press press, Clock clock) {
    this.desk = desk;
    this.dossiers = dossiers;
    this.seal = seal;
    this.press = press;
    this.clock = clock;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/wishes/{token}", this::show);
    routes.post("/wishes/{token}", this::answer);
  }

  private Invitee invitee(Context context) throws IOException {
    context.header("Cache-Control", "no-store");
    context.header("X-Robots-Tag", "noindex");
    Invitee who = Invitee.of(context.pathParam("token"), seal).orElseThrow(Refusal::foreignLink);
    if (!dossiers.of(who.delegation()).invitee(who.side(), who.id()).equals(who)) {
      throw Refusal.withdrawnLink();
    }
    return who;
  }

  /**
   * Somebody to be met, or not.
   *
   * @param id the id in the delegation
   * @param name the name
   * @param value what the match says it is worth, 0 to 100
   * @param say what was said of them so far, as forms have it
   * @param topics what they have for each other
   */
  public record Party(
      String id, String name, double value, String say, List<Counterpart.Topic> topics) {

    /** What they have for each other, in a few words. */
    public String subjects() {
      return String.join(", ", topics.stream().map(Counterpart.Topic::subject).toList());
    }
  }

  private record Named(String id, String name) {}

  private static List<Named> named(Delegation delegation, Answer.Side side) {
    return side == Answer.Side.DELEGATE
        ? delegation.delegates().stream().map(one -> new Named(one.id(), one.name())).toList()
        : delegation.hosts().stream().map(one -> new Named(one.id(), one.name())).toList();
  }

  private static Answer.Side other(Answer.Side side) {
    return side == Answer.Side.DELEGATE ? Answer.Side.HOST : Answer.Side.DELEGATE;
  }

  /** The link may be older than the last change of who takes part. */
  private static Named self(Delegation delegation, Invitee who) {
    return named(delegation, who.side()).stream()
        .filter(one -> one.id().equals(who.id()))
        .findFirst()
        .orElseThrow(Refusal::foreignLink);
  }

  private void show(Context context) throws IOException {
    Invitee who = invitee(context);
    Dossier dossier = dossiers.of(who.delegation());
    Delegation delegation = dossier.delegation();
    Named self = self(delegation, who);
    Knowledge knowledge = Knowledge.of(desk, clock.instant());
    List<Answer> answers = dossier.answers();
    List<Party> parties = new ArrayList<>();
    for (Named other : named(delegation, other(who.side()))) {
      parties.add(party(knowledge, press.wording(context), delegation, who, self, other, answers));
    }
    parties.sort(Comparator.comparingDouble(Party::value).reversed());
    Map<String, Object> model = new HashMap<>();
    model.put("title", delegation.title());
    model.put("name", self.name());
    model.put("parties", parties);
    model.put("saved", context.queryParam("saved") != null);
    press.show(context, "delegation/wishes.jte", model);
  }

  private Party party(
      Knowledge knowledge,
      Wording wording,
      Delegation delegation,
      Invitee who,
      Named self,
      Named other,
      List<Answer> answers) {
    Optional<Entry> ours = knowledge.entry(self.id(), self.name());
    Optional<Entry> theirs = knowledge.entry(other.id(), other.name());
    List<Counterpart.Topic> topics =
        ours.isPresent() && theirs.isPresent()
            ? Counterpart.topics(ours.get(), theirs.get(), knowledge, wording)
            : List.of();
    double value =
        delegation.wishes().stream()
            .filter(wish -> isOf(wish, who, other.id()))
            .mapToDouble(Wish::value)
            .findFirst()
            .orElse(0);
    String said = said(answers, who, other.id()).word();
    return new Party(other.id(), other.name(), value, said, topics);
  }

  private static Answer.Say said(List<Answer> answers, Invitee who, String other) {
    return answers.stream()
        .filter(one -> one.isOf(who.side(), who.id(), other))
        .reduce((first, last) -> last)
        .map(Answer::say)
        .orElse(Answer.Say.OPEN);
  }

  private static boolean isOf(Wish wish, Invitee who, String other) {
    return who.side() == Answer.Side.DELEGATE
        ? wish.delegate().equals(who.id()) && wish.host().equals(other)
        : wish.host().equals(who.id()) && wish.delegate().equals(other);
  }

  private void answer(Context context) throws IOException {
    Invitee who = invitee(context);
    Dossier dossier = dossiers.of(who.delegation());
    Delegation delegation = dossier.delegation();
    self(delegation, who);
    List<Answer> before = dossier.answers();
    List<Answer> more = new ArrayList<>();
    for (Named other : named(delegation, other(who.side()))) {
      Optional.ofNullable(context.formParam("say " + other.id()))
          .map(WishPages::say)
          .filter(say -> say != said(before, who, other.id()))
          .ifPresent(
              say -> more.add(new Answer(who.side(), who.id(), other.id(), say, clock.instant())));
    }
    dossier.answer(more);
    context.redirect(context.path() + "?saved=1", HttpStatus.SEE_OTHER);
  }

  private static Answer.Say say(String word) {
    return Refusal.chosen("say", word, List.of(Answer.Say.values()), Answer.Say::word);
  }
}
