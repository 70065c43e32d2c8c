package dk.brobygger.web.delegation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.vocabulary.Geography;
import dk.brobygger.search.invitation.Invitation;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.MatchJson;
import dk.brobygger.web.page.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One who was proposed, and why: what a host says of the theme, and what a guest brings that nobody
 * before brought. Kept in the delegation's file beside their name.
 *
 * @param name who
 * @param reasons why, in words; none where a file gives none
 */
public record Chosen(String name, List<String> reasons) {

  private static final String QUOTES = "quotes";
  private static final String LEAGUE = "newLeague";
  private static final String REGION = "newRegion";

  /** Writes the words by which a host answers the theme. */
  static void quote(JsonNode host, List<Evidence> words) {
    words.forEach(one -> ((ObjectNode) host).withArray(QUOTES).add(MatchJson.of(one)));
  }

  /** Writes what a guest is the first of. */
  static void note(JsonNode guest, Invitation invitation) {
    invitation.newLeague().ifPresent(league -> ((ObjectNode) guest).put(LEAGUE, league));
    invitation.newRegion().ifPresent(region -> ((ObjectNode) guest).put(REGION, region));
  }

  /** Reads a host or a delegate of a delegation's file. */
  static Chosen of(JsonNode one, Wording wording) {
    return new Chosen(one.path("name").asText(), reasons(one, wording));
  }

  private static List<String> reasons(JsonNode one, Wording wording) {
    List<String> reasons = new ArrayList<>();
    if (one.has(QUOTES)) {
      reasons.add(
          StreamSupport.stream(one.path(QUOTES).spliterator(), false)
              .map(quote -> "“" + quote.path("text").asText() + "”")
              .collect(Collectors.joining(", ", wording.say("compose.speaks") + " ", "")));
    }
    if (one.has(LEAGUE)) {
      reasons.add(wording.say("compose.league", one.path(LEAGUE).asInt()));
    }
    if (one.has(REGION)) {
      String region = one.path(REGION).asText();
      reasons.add(wording.say("compose.region", Geography.regionName(region).orElse(region)));
    }
    return List.copyOf(reasons);
  }
}
