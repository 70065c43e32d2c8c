package dk.brobygger.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.search.engine.Highlight;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class MarkedTest {

  @Property(tries = 200)
  void excerpt_isAPieceOfTheTextWithItsFirstHighlightMarked(
      @ForAll @Size(min = 1, max = 120)
          List<@AlphaChars @StringLength(min = 1, max = 12) String> words,
      @ForAll @IntRange(min = 1, max = 20) int step) {
    String text = String.join(" ", words);
    List<Highlight> highlights = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < words.size(); i++) {
      if (i % step == step - 1) {
        highlights.add(new Highlight("text", start, start + words.get(i).length(), 1));
      }
      start += words.get(i).length() + 1;
    }
    List<Marked> excerpt = Marked.excerpt(text, highlights);
    String shown = excerpt.stream().map(Marked::text).collect(Collectors.joining());
    assertThat(text).contains(shown.replaceAll("^… | …$", ""));
    assertThat(shown.length()).isLessThan(360);
    if (!highlights.isEmpty()) {
      Highlight first = highlights.getFirst();
      assertThat(excerpt).contains(new Marked(text.substring(first.start(), first.end()), true));
    }
  }
}
