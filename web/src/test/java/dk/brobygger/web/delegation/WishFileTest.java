package dk.brobygger.web.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.search.delegation.Delegation;
import dk.brobygger.search.delegation.Delegation.Veto;
import dk.brobygger.web.Site;
import dk.brobygger.web.delegation.Answer.Say;
import dk.brobygger.web.delegation.Answer.Side;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WishFileTest {

  private static WishFile file() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Site.class.getResourceAsStream("paper/bilbao.json"))) {
      return WishFile.read(in.readAllBytes());
    }
  }

  private static Answer answer(Side side, String from, String about, Say say) {
    return new Answer(side, from, about, say, Instant.EPOCH);
  }

  private static Optional<Delegation.Wish> wish(WishFile file, String delegate, String host) {
    return file.delegation().wishes().stream()
        .filter(one -> one.delegate().equals(delegate) && one.host().equals(host))
        .findFirst();
  }

  @Test
  void no_isAVeto_andTakenBackIsNone() throws IOException {
    WishFile file = file();
    List<Answer> answers = new ArrayList<>(List.of(answer(Side.HOST, "h2", "d1", Say.NO)));
    file.answer(answers);
    assertThat(file.delegation().vetoes()).contains(new Veto("d1", "h2"));
    answers.add(answer(Side.HOST, "h2", "d1", Say.OPEN));
    file.answer(answers);
    assertThat(file.delegation()).isEqualTo(file().delegation());
  }

  @Test
  void vetoOfStaff_staysWhateverIsAnswered() throws IOException {
    WishFile file = file();
    file.answer(
        List.of(answer(Side.HOST, "h2", "d2", Say.NO), answer(Side.HOST, "h2", "d2", Say.MUST)));
    assertThat(file.delegation().vetoes()).containsExactly(new Veto("d2", "h2"));
  }

  @Test
  void wishOfEachSide_takesTheValueHalfTheWayToTheMost() throws IOException {
    WishFile file = file();
    file.answer(List.of(answer(Side.DELEGATE, "d1", "h2", Say.WISH)));
    assertThat(wish(file, "d1", "h2").orElseThrow().value()).isEqualTo(80);
    file.answer(
        List.of(
            answer(Side.DELEGATE, "d1", "h2", Say.WISH), answer(Side.HOST, "h2", "d1", Say.MUST)));
    assertThat(wish(file, "d1", "h2").orElseThrow().value()).isEqualTo(90);
    assertThat(wish(file, "d1", "h2").orElseThrow().must()).isTrue();
  }

  @Test
  void wishNobodyHadBefore_isNewAndGoesWithItsAnswer() throws IOException {
    WishFile file = file();
    assertThat(wish(file, "d3", "h4")).isEmpty();
    file.answer(List.of(answer(Side.DELEGATE, "d3", "h4", Say.WISH)));
    assertThat(wish(file, "d3", "h4").orElseThrow().value()).isEqualTo(50);
    file.answer(List.of(answer(Side.DELEGATE, "d3", "h4", Say.OPEN)));
    assertThat(wish(file, "d3", "h4")).isEmpty();
  }

  @Test
  void hostThatCallsOff_keepsWhatItAgreedToBefore() throws IOException {
    WishFile file = file();
    file.confirm("d1", "h2", Optional.of("s1"));
    file.confirm("d3", "h2", Optional.of("s3"));
    file.callOff("h2", Optional.of("s2"));
    assertThat(wish(file, "d1", "h2").orElseThrow().confirmed()).contains("s1");
    assertThat(wish(file, "d3", "h2").orElseThrow().confirmed()).isEmpty();
    assertThat(wish(file, "d3", "h2").orElseThrow().must()).isTrue();
    assertThat(file.delegation().hosts().get(1).available()).containsExactly("s1");
  }

  /** Answers come in any order and number; only the last of each counts, and all can be undone. */
  @Property(tries = 200)
  void answers_leaveNoTraceWhenAllAreTakenBack(@ForAll List<Say> says, @ForAll boolean travels)
      throws IOException {
    WishFile file = file();
    List<Answer> answers = new ArrayList<>();
    for (Say say : says) {
      Side side = (answers.size() % 2 == 0) == travels ? Side.DELEGATE : Side.HOST;
      answers.add(
          side == Side.DELEGATE ? answer(side, "d1", "h3", say) : answer(side, "h3", "d1", say));
      file.answer(answers);
    }
    Delegation once = file.delegation();
    file.answer(answers);
    assertThat(file.delegation()).isEqualTo(once);
    answers.add(answer(Side.DELEGATE, "d1", "h3", Say.OPEN));
    answers.add(answer(Side.HOST, "h3", "d1", Say.OPEN));
    file.answer(answers);
    assertThat(file.delegation()).isEqualTo(file().delegation());
  }
}
