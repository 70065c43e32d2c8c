package dk.brobygger.web.delegation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.search.Desk;
import dk.brobygger.search.delegation.DelegationJson;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.invitation.Composer;
import dk.brobygger.search.invitation.Journey;
import dk.brobygger.search.invitation.Pair;
import dk.brobygger.search.invitation.Proposal;
import dk.brobygger.search.query.Reading;
import dk.brobygger.search.score.MatchJson;
import dk.brobygger.search.score.Passages;
import dk.brobygger.web.page.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * A delegation as it is proposed, for the command and for the page.
 *
 * @param proposal whom to ask and whom to take along
 * @param asked how the theme was read
 * @param title what the delegation is called
 * @param json its file, with the reasons for each choice and for the value of each wish
 */
public record Composition(Proposal proposal, Reading asked, String title, ObjectNode json) {

  private static final int QUOTED = 3;

  /**
   * Proposes a delegation.
   *
   * @param desk what is known
   * @param journey where and when
   * @param theme what about, as one would search
   * @param zone where the clocks are
   * @param wording the words of the title and the venue
   * @param now the moment labels and meetings are judged at
   * @throws IllegalArgumentException if nobody there, or nobody in Denmark, answers the theme
   */
  public static Composition of(
      Desk desk, Journey journey, String theme, ZoneId zone, Wording wording, Instant now) {
    Reading asked = desk.read(theme, Set.of(), now);
    Proposal proposal =
        new Composer(desk.engine(), desk.partners())
            .compose(journey, asked.query(), Deadline.day(now));
    String title = capital(theme) + ", " + wording.seat(journey.destination());
    ObjectNode json =
        DelegationJson.of(proposal.delegation(title, zone, wording.say("compose.venue")));
    List<Pair> pairs = proposal.pairs();
    int next = 0;
    for (JsonNode wish : json.path("wishes")) {
      ((ObjectNode) wish).set("explanation", MatchJson.of(pairs.get(next++).score()));
    }
    for (int i = 0; i < proposal.hosts().size(); i++) {
      Hit hit = proposal.hosts().get(i);
      Chosen.quote(
          json.path("hosts").path(i), Passages.best(hit.entry(), hit.highlights(), QUOTED));
    }
    for (int i = 0; i < proposal.invitations().size(); i++) {
      Chosen.note(json.path("delegates").path(i), proposal.invitations().get(i));
    }
    return new Composition(proposal, asked, title, json);
  }

  private static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
