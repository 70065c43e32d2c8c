package dk.brobygger.web.delegation;

import com.fasterxml.jackson.databind.JsonNode;
import dk.brobygger.web.page.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A meeting that is wished, and why.
 *
 * @param delegate the id of who travels
 * @param host the id of who receives
 * @param value what it is worth, 0 to 100
 * @param must whether it has to be
 * @param reasons why it was proposed, in words, the largest share first within each; none where a
 *     file gives none
 */
public record Wished(
    String delegate, String host, double value, boolean must, List<String> reasons) {

  /** More is not read in a list. */
  private static final int NAMED = 3;

  /** Reads a wish of a delegation's file. */
  static Wished of(JsonNode wish, Wording wording) {
    List<String> reasons = new ArrayList<>();
    wish.path("explanation").path("parts").forEach(part -> add(reasons, part, wording));
    return new Wished(
        wish.path("delegate").asText(),
        wish.path("host").asText(),
        wish.path("value").asDouble(),
        wish.path("must").asBoolean(),
        List.copyOf(reasons));
  }

  /** What is made of leaves alone is one reason; what is made of more is as many. */
  private static void add(List<String> reasons, JsonNode part, Wording wording) {
    String criterion = wording.criterion(part.path("criterion").asText());
    JsonNode parts = part.path("parts");
    if (parts.isEmpty()) {
      reasons.add(criterion);
    } else if (StreamSupport.stream(parts.spliterator(), false)
        .allMatch(one -> one.path("parts").isEmpty())) {
      reasons.add(
          StreamSupport.stream(parts.spliterator(), false)
              .limit(NAMED)
              .map(one -> wording.criterion(one.path("criterion").asText()))
              .collect(Collectors.joining(", ", criterion + ": ", "")));
    } else {
      parts.forEach(one -> add(reasons, one, wording));
    }
  }
}
