package dk.brobygger.indexer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dk.brobygger.corpus.entry.Budget;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The money of one topic in the portal's overview, which is that of the whole call: the rows of
 * this topic are taken and no others.
 */
final class PortalBudget {

  private PortalBudget() {}

  /**
   * Reads an overview.
   *
   * @param overview an object with a budgetTopicActionMap; anything else holds no money
   * @param number the topic's ccm2Id, under which some overviews keep its rows; may be empty
   */
  static Budget of(JsonNode overview, String number, String identifier) {
    long total = 0;
    JsonRecord last = new JsonRecord(JsonNodeFactory.instance.objectNode());
    for (JsonNode action : rows(overview, number, identifier).toList()) {
      for (JsonNode year : action.path("budgetYearMap")) {
        total += Math.round(year.asDouble());
      }
      last = new JsonRecord(action);
    }
    return new Budget(
        Optional.of(total).filter(amount -> amount > 0),
        last.count("expectedGrants"),
        last.amount("minContribution"),
        last.amount("maxContribution"));
  }

  /** The rows of an overview that are about one topic. */
  static Stream<JsonNode> rows(JsonNode overview, String number, String identifier) {
    return overview.path("budgetTopicActionMap").properties().stream()
        .flatMap(entry ->
            StreamSupport.stream(entry.getValue().spliterator(), false)
                .filter(action -> entry.getKey().equals(number) || isOf(action, identifier)));
  }

  /** {@code IDENTIFIER - TYPE}: the identifier of one topic may begin that of another. */
  private static boolean isOf(JsonNode action, String identifier) {
    String said = action.path("action").asText();
    return said.equals(identifier) || said.startsWith(identifier + " ");
  }
}
