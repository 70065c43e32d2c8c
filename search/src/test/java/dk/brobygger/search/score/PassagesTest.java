package dk.brobygger.search.score;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.search.engine.Highlight;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PassagesTest {

  private static List<String> quoted(String offers, String... found) {
    Entry entry =
        EntryJson.read(
            """
            {"id": "cluster/vi", "name": "Vi", "country": "DK", "offers": {"en": "%s"}}\
            """
                .formatted(offers));
    Matcher matcher =
        Pattern.compile(String.join("|", Arrays.stream(found).map(Pattern::quote).toList()))
            .matcher(offers);
    List<Highlight> highlights =
        matcher.results().map(one -> new Highlight("offers", one.start(), one.end(), 1)).toList();
    return Passages.best(entry, highlights, 3).stream().map(Evidence::text).toList();
  }

  @Test
  void wordsThatHyphensHoldTogether_areQuotedWhole() {
    assertThat(quoted("We help start-ups with Power-to-X.", "start")).containsExactly("start-ups");
    assertThat(quoted("We help start-ups with Power-to-X.", "X")).containsExactly("Power-to-X");
    assertThat(quoted("Well-known start-ups", "known start"))
        .containsExactly("Well-known start-ups");
    assertThat(quoted("Wind - and sun -", "Wind", "sun")).containsExactly("Wind - and sun");
  }

  @Test
  void stretch_isNoLongerThanALine_andTheNextOneQuotesOtherWords() {
    String far = "wind " + "and so on ".repeat(12) + "sun and wind";
    assertThat(quoted(far, "wind", "sun")).containsExactly("sun and wind");
    assertThat(quoted("wind " + "and so on ".repeat(12) + "sun", "wind", "sun"))
        .containsExactly("wind", "sun");
  }
}
