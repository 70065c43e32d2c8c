package dk.brobygger.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.funding.LeadTime;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.score.Bridge;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowingTest {

  private static Entry entry(String id, String name) {
    return EntryJson.read("{\"id\":\"%s\",\"name\":\"%s\",\"country\":\"DK\"}".formatted(id, name));
  }

  private static List<String> shown(String description, Language reader) {
    Entry entry =
        EntryJson.read(
            "{\"id\":\"cluster/a\",\"name\":\"A\",\"country\":\"DE\",\"description\":{%s}}"
                .formatted(description));
    return Showing.prose(entry, reader).stream()
        .map(text -> text.language() + " " + text.text())
        .toList();
  }

  @Test
  void prose_isShownOnce_inTheLanguageOfTheReader_elseInEnglish_elseAsItIsWritten() {
    String all = "\"de\":\"Schiffe\",\"da\":\"Skibe\",\"en\":\"Ships\"";
    assertThat(shown(all, Language.DA)).containsExactly("DA Skibe");
    assertThat(shown(all, Language.EN)).containsExactly("EN Ships");
    assertThat(shown("\"de\":\"Schiffe\",\"en\":\"Ships\"", Language.DA))
        .containsExactly("EN Ships");
    assertThat(shown("\"de\":\"Schiffe\"", Language.DA)).containsExactly("DE Schiffe");
  }

  @Test
  void fieldInAnotherLanguage_saysInWhich() {
    Vocabulary none = Vocabulary.of(List.of());
    CompetenceTagger tagger = new CompetenceTagger(none);
    Wording english = new Wording(Language.EN, none, tagger);
    Wording danish = new Wording(Language.DA, none, tagger);
    assertThat(english.field("description.de")).isEqualTo("Description (German)");
    assertThat(danish.field("description.no")).isEqualTo("Beskrivelse (norsk)");
    assertThat(english.field("description.da")).isEqualTo("Description");
    assertThat(english.fields(List.of("description.fi"))).isEqualTo("description (Finnish)");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-29T22:39:00Z, 2, 2 days left",
    "2026-11-29T23:01:00Z, 1, 1 day left",
    "2026-11-30T22:59:00Z, 1, 1 day left",
    "2026-11-30T23:01:00Z, 0, No day left"
  })
  void daysLeft_areThoseOfBrussels_andTheSameInTheCaution(Instant now, long days, String said) {
    Call call =
        (Call)
            EntryJson.read(
                """
                {"id":"call/a","name":"A","programme":"P","status":"open",
                 "deadlines":[{"stage":1,"at":"2026-12-01T17:00"}]}
                """);
    assertThat(Showing.daysLeft(call, now)).isEqualTo(days);
    Deadline deadline = call.timetable().reachable(now).orElseThrow();
    Caution caution = LeadTime.caution(call, deadline, Deadline.day(now)).orElseThrow();
    assertThat(caution.text().get(Language.EN)).startsWith(said);
  }

  @Test
  void wordsOfALink_areThoseOfWhoIsCalledSo() {
    Entry ours = entry("cluster/a", "Havklyngen");
    Entry theirs = entry("cluster/b", "Lone Cluster");
    Evidence first = Evidence.whole(entry("organisation/1", "HAVKLYNGEN"), "name");
    Evidence second = Evidence.whole(entry("organisation/2", "Lone cluster"), "name");
    Bridge.Link project =
        new Bridge.Link(
            ours, theirs, Bridge.Tie.PROJECT, "x", List.of(first, second), Optional.empty());
    assertThat(Showing.whose(first, project)).isEqualTo("Havklyngen");
    assertThat(Showing.whose(second, project)).isEqualTo("Lone Cluster");
    Evidence alone = Evidence.whole(theirs, "name");
    Bridge.Link member =
        new Bridge.Link(ours, theirs, Bridge.Tie.NETWORK, "x", List.of(alone), Optional.empty());
    assertThat(Showing.whose(alone, member)).isEqualTo("Lone Cluster");
  }
}
