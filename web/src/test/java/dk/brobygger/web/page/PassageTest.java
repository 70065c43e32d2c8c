package dk.brobygger.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PassageTest {

  @Example
  void text_isTakenApartAsThePortalWritesIt() {
    assertThat(Passage.of("Scope:\n\nOne\ntwo\n\n- a\n\n- b\n• c\nlast"))
        .containsExactly(
            new Passage(Passage.Kind.HEADING, List.of("Scope")),
            new Passage(Passage.Kind.PARAGRAPH, List.of("One\ntwo")),
            new Passage(Passage.Kind.LIST, List.of("a", "b", "c")),
            new Passage(Passage.Kind.PARAGRAPH, List.of("last")));
  }

  @Example
  void longLineWithAColon_isNoHeading() {
    String line = "Proposals should say how all of the following questions are to be answered:";
    assertThat(Passage.of(line))
        .containsExactly(new Passage(Passage.Kind.PARAGRAPH, List.of(line)));
  }

  @Example
  void lostLineBreak_isPutBack() {
    assertThat(Passage.of("Scope:Wind and e.g. sun.Proposals say so, U.S.A. too."))
        .containsExactly(
            new Passage(Passage.Kind.HEADING, List.of("Scope")),
            new Passage(Passage.Kind.PARAGRAPH, List.of("Wind and e.g. sun.")),
            new Passage(Passage.Kind.PARAGRAPH, List.of("Proposals say so, U.S.A. too.")));
  }

  @Property
  void passages_keepEveryWordInOrder(@ForAll("texts") String text) {
    String told =
        Passage.of(text).stream()
            .flatMap(passage -> passage.lines().stream())
            .collect(Collectors.joining(" "));
    assertThat(words(told)).isEqualTo(words(text));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "word", "-", "•", "- ", "* item", ":", "\n", "\n\n", " ", "Scope:", "ø", "\r\n", "-\t")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  private static List<String> words(String text) {
    return Stream.of(text.split("[^\\p{L}]+")).filter(word -> !word.isEmpty()).toList();
  }
}
