package dk.brobygger.web.delegation;

import com.fasterxml.jackson.databind.JsonNode;
import dk.brobygger.web.page.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Who is to take part and who is to meet whom, with the reasons a delegation's file gives.
 *
 * @param hosts who receives, in the order of the file
 * @param delegates who travels, in the order of the file
 * @param wished the meetings that are wished, musts first, then by value
 */
public record Proposed(List<Chosen> hosts, List<Chosen> delegates, List<Wished> wished) {

  /**
   * Reads a delegation's file.
   *
   * @param json the file
   * @param wording the words of the reasons
   */
  public static Proposed of(JsonNode json, Wording wording) {
    return new Proposed(
        chosen(json.path("hosts"), wording),
        chosen(json.path("delegates"), wording),
        StreamSupport.stream(json.path("wishes").spliterator(), false)
            .map(wish -> Wished.of(wish, wording))
            .sorted(Comparator.comparing(Wished::must).thenComparing(Wished::value).reversed())
            .toList());
  }

  private static List<Chosen> chosen(JsonNode side, Wording wording) {
    return StreamSupport.stream(side.spliterator(), false)
        .map(one -> Chosen.of(one, wording))
        .toList();
  }
}
