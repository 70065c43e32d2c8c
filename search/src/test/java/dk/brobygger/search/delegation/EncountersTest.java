package dk.brobygger.search.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.brobygger.corpus.entry.EntryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncountersTest {

  private static final EntryId OURS = EntryId.of("cluster/ours");
  private static final EntryId THEIRS = EntryId.of("cluster/theirs");
  private static final LocalDate DAY = LocalDate.of(2027, 3, 2);

  @TempDir Path folder;

  private static Encounter met(EntryId host, LocalDate day, LocalDate told) {
    return new Encounter(
        OURS, host, "bilbao", "Wind “æøå”", day, Outcome.Result.FOLLOW_UP, "Åse", told);
  }

  @Test
  void meetings_areReadAsTheyAreWritten() {
    Encounters met =
        new Encounters(
            List.of(
                met(THEIRS, DAY.plusDays(1), DAY.plusDays(2)),
                met(EntryId.of("organisation/port"), DAY, DAY)));
    Path file = folder.resolve("meetings.jsonl");
    met.write(file);
    assertThat(Encounters.read(file)).isEqualTo(met);
    assertThat(folder.toFile().list()).containsExactly("meetings.jsonl");
    assertThat(Encounters.read(folder.resolve("none.jsonl"))).isEqualTo(Encounters.NONE);
  }

  @Test
  void meetings_areOfTheTwoWhoeverTravelled_andNotKnownBeforeTheyAreDocumented() {
    Encounter one = met(THEIRS, DAY, DAY.plusDays(5));
    Encounters met = new Encounters(List.of(one, met(EntryId.of("cluster/others"), DAY, DAY)));
    assertThat(met.between(OURS, THEIRS, DAY.plusDays(5))).containsExactly(one);
    assertThat(met.between(THEIRS, OURS, DAY.plusDays(5))).containsExactly(one);
    assertThat(met.between(OURS, THEIRS, DAY.plusDays(4))).isEmpty();
    assertThat(met.between(OURS, OURS, DAY.plusDays(5))).isEmpty();
  }

  @Test
  void lineThatIsNoMeeting_isRefusedInOneSentence() throws IOException {
    Path file = Files.writeString(folder.resolve("meetings.jsonl"), "{}\n");
    assertThatThrownBy(() -> Encounters.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "line 1 of "
                + file
                + " is \"{}\", must be a meeting as the server writes it; without the file it"
                + " writes it anew");
  }
}
