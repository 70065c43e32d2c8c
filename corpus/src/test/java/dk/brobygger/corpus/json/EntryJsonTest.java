package dk.brobygger.corpus.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.entry.Participation;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Language;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EntryJsonTest {

  @Provide
  Arbitrary<Entry> entries() {
    return AnyEntry.entry();
  }

  @Property(tries = 500)
  void entryReadAgain_isTheSame(@ForAll("entries") Entry entry) {
    String written = EntryJson.write(entry);
    assertThat(EntryJson.read(written)).isEqualTo(entry);
    assertThat(EntryJson.write(EntryJson.read(written))).isEqualTo(written);
    assertThat(written).doesNotContain("\n");
  }

  @Property(tries = 500)
  void entryReadFromBytesAmongOthers_isTheSame(@ForAll("entries") Entry entry) {
    byte[] written = EntryJson.write(entry).getBytes(StandardCharsets.UTF_8);
    byte[] longer = new byte[written.length + 2];
    System.arraycopy(written, 0, longer, 1, written.length);
    assertThat(EntryJson.read(longer, 1, written.length)).isEqualTo(entry);
  }

  @Property(tries = 100)
  void treeThatAnEntryIsReadFrom_staysAsItIs(@ForAll("entries") Entry entry) {
    ObjectNode tree = EntryJson.tree(entry);
    EntryJson.read(tree);
    assertThat(tree).isEqualTo(EntryJson.tree(entry));
  }

  @Property(tries = 500)
  void fieldOfAnEntry_isFoundByItsName(@ForAll("entries") Entry entry) {
    for (TextField text : entry.texts()) {
      assertThat(entry.field(text.name())).contains(text);
    }
    for (TextField fact : entry.facts()) {
      assertThat(entry.field(fact.name())).contains(fact);
    }
  }

  @Test
  void unknownField_isKept() {
    String json =
        """
        {"type":"cluster","id":"cluster/x","name":"X","country":"DK","mood":{"good":[1,2]}}\
        """;
    assertThat(EntryJson.write(EntryJson.read(json))).contains("\"mood\":{\"good\":[1,2]}");
  }

  @Test
  void uncheckedFields_areKeptInTheirOrder() {
    String json =
        """
        {"type":"cluster","id":"cluster/x","name":"X","country":"DK","site":"https://example.org/",\
        "unchecked":["site","country"],"mood":"good"}\
        """;
    Entry entry = EntryJson.read(json);
    assertThat(entry.provenance().unchecked()).containsExactly("site", "country");
    assertThat(EntryJson.write(entry)).isEqualTo(json);
  }

  @Test
  void uncheckedFields_areLeftOutWhereThereAreNone() {
    String json = "{\"type\":\"cluster\",\"id\":\"cluster/x\",\"name\":\"X\",\"country\":\"DK\"}";
    assertThat(EntryJson.write(EntryJson.read(json))).isEqualTo(json);
  }

  @Test
  void projectWithoutATopic_isReadAsItWasBeforeThereWereTopics() {
    String json =
        """
        {"type":"organisation","id":"organisation/x","name":"X","country":"DK","projects":[\
        {"project":"1","title":"Waves","role":"coordinator"},\
        {"project":"2","title":"Wind","role":"participant","topic":"HORIZON-CL5-2021-D3-02-05"}]}\
        """;
    Organisation organisation = (Organisation) EntryJson.read(json);
    assertThat(organisation.projects())
        .extracting(Participation::topic)
        .containsExactly(Optional.empty(), Optional.of("HORIZON-CL5-2021-D3-02-05"));
    assertThat(EntryJson.write(organisation)).isEqualTo(json);
  }

  @Test
  void prose_mayBeABareEnglishText() {
    Entry entry =
        EntryJson.read(
            "{\"id\":\"cluster/x\",\"name\":\"X\",\"country\":\"DK\",\"offers\":\"ships\"}");
    assertThat(entry.field("offers")).map(TextField::text).contains("ships");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void prose_mayBeInEachLanguage(Language language) {
    String json =
        "{\"type\":\"cluster\",\"id\":\"cluster/x\",\"name\":\"X\",\"country\":\"DK\",\"offers\":{\"%s\":\"ships\"}}"
            .formatted(language.code());
    Entry entry = EntryJson.read(json);
    assertThat(entry.texts())
        .filteredOn(text -> text.factTold().equals("offers"))
        .extracting(TextField::language)
        .containsExactly(language);
    assertThat(EntryJson.write(entry)).isEqualTo(json);
  }

  @Test
  void proseInAnUnknownLanguage_isRefused() {
    assertThatThrownBy(() ->
            EntryJson.read(
                "{\"id\":\"cluster/x\",\"name\":\"X\",\"country\":\"DK\",\"offers\":{\"pt\":\"barcos\"}}"))
        .hasMessage(
            "offers.pt is not known, must be one of en, da, de, sv, no, fr, es, it, nl, pl, fi");
  }

  @Test
  void readingOnAnotherDay_saysTheSame() {
    String json =
        """
        {"id":"cluster/x","name":"X","country":"DK","claims":[{"fields":["name"],\
        "source":"https://example.org/","date":"%s"}]}\
        """;
    assertThat(EntryJson.facts(EntryJson.read(json.formatted("2026-01-01"))))
        .isEqualTo(EntryJson.facts(EntryJson.read(json.formatted("2026-02-02"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1]|entry is ARRAY, must be a JSON object",
        "{\"id\":\"cluster/x\"|entry is not JSON",
        "{\"id\":\"cluster/x\",\"id\":\"cluster/y\"}|Duplicate field 'id'",
        "{\"name\":\"X\"}|id is missing, must be a string",
        "{\"id\":\"ship/x\"}|type is \"ship\", must be cluster, organisation, call or opportunity",
        "{\"id\":\"cluster/x y\"}|id is \"cluster/x y\", its key must be 1 to 200 characters",
        "{\"id\":\"cluster/x\",\"country\":\"DK\"}|name is missing, must be a string",
        "{\"id\":\"cluster/x\",\"name\":\" \",\"country\":\"DK\"}|name is blank",
        "{\"id\":\"cluster/x\",\"name\":7,\"country\":\"DK\"}|name is 7, must be a string",
        "{\"id\":\"cluster/x\",\"name\":\"X\",\"country\":\"dk\"}|country is \"dk\", must be two",
        "{\"id\":\"cluster/x\",\"name\":\"X\",\"country\":\"DK\",\"founded\":1.5}|founded is 1.5",
        "{\"id\":\"cluster/x\",\"name\":\"X\",\"country\":\"DK\",\"unchecked\":true}|"
            + "unchecked is true, must be a list of names of fields, such as [\"site\"]",
        "{\"id\":\"cluster/x\",\"name\":\"X\",\"country\":\"DK\",\"unchecked\":[\"site\",7]}|"
            + "unchecked is [\"site\",7], must be a list of names of fields",
        "{\"id\":\"cluster/x\",\"name\":\"X\",\"country\":\"DK\",\"region\":\"SE1\"}|region is",
        "{\"id\":\"cluster/x\",\"name\":\"X\",\"country\":\"DK\",\"site\":\"ftp://x\"}|site is",
        "{\"id\":\"cluster/x\",\"name\":\"X\",\"country\":\"DK\",\"league\":4}|league is 4",
        "{\"id\":\"cluster/x\",\"name\":\"X\",\"country\":\"DK\",\"ecosystems\":[\"y\"]}|y",
        "{\"id\":\"cluster/x\",\"name\":\"X\",\"country\":\"DK\",\"members\":{\"sme\":-1}}|"
            + "members.sme is -1, must not be negative",
        "{\"id\":\"call/x\",\"name\":\"X\",\"programme\":\"LIFE\",\"opens\":\"31/12/2026\"}|"
            + "opens is \"31/12/2026\", must be a date such as",
        "{\"id\":\"call/x\",\"name\":\"X\",\"programme\":\"LIFE\",\"status\":\"ajar\"}|"
            + "status is \"ajar\", must be one of forthcoming, open, closed",
        "{\"id\":\"call/x\",\"name\":\"X\",\"programme\":\"LIFE\",\"deadlines\":[{\"stage\":3,"
            + "\"at\":\"2027-01-01T17:00\"}]}|stage is 3, must be 1 or 2",
      })
  void badEntry_isRefusedWithNameValueAndRule(String json, String sentence) {
    assertThatThrownBy(() -> EntryJson.read(json))
        .isInstanceOf(BadEntryException.class)
        .hasMessageContaining(sentence)
        .message()
        .doesNotContain("\n");
  }
}
