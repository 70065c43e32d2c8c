package dk.brobygger.web.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.brobygger.web.staff.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

  @Test
  void secret_isMadeOnceAndForItsOwnerOnly(@TempDir Path folder) throws IOException {
    String mark = Seal.of(folder.resolve("data")).mark("purpose", "words");
    assertThat(Seal.of(folder.resolve("data")).mark("purpose", "words")).isEqualTo(mark);
    Path secret = folder.resolve("data").resolve("secret");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(secret.getParent())) {
      assertThat(files).containsExactly(secret);
    }
  }

  @Test
  void mark_isOfItsPurposeWordsAndFolderOnly(@TempDir Path folder) throws IOException {
    Seal seal = Seal.of(folder.resolve("one"));
    String mark = seal.mark("purpose", "words");
    assertThat(mark).hasSize(22);
    assertThat(seal.holds("purpose", "words", mark)).isTrue();
    assertThat(seal.holds("other", "words", mark)).isFalse();
    assertThat(seal.holds("purpose", "word", mark)).isFalse();
    assertThat(Seal.of(folder.resolve("two")).holds("purpose", "words", mark)).isFalse();
  }

  @Test
  void secretThatIsNone_isRefused(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("secret"), "short");
    assertThatThrownBy(() -> Seal.of(folder)).hasMessageContaining("is 5 bytes, must be 32");
  }

  @Property(tries = 200)
  void linkWithOneSignChanged_isNoLink(
      @ForAll @IntRange(max = 200) int place, @ForAll @IntRange(min = 1, max = 61) int step)
      throws IOException {
    Path folder = Files.createTempDirectory("seal");
    try {
      Seal seal = Seal.of(folder);
      Invitee who = new Invitee("bilbao", Answer.Side.HOST, "cluster/ø og \"å\"", 0);
      String token = who.token(seal);
      assertThat(Invitee.of(token, seal)).contains(who);
      String signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
      int at = place % token.length();
      char other = signs.charAt((Math.max(0, signs.indexOf(token.charAt(at))) + step) % 62);
      String changed = token.substring(0, at) + other + token.substring(at + 1);
      assertThat(Invitee.of(changed, seal).filter(one -> !changed.equals(token))).isEmpty();
    } finally {
      Files.delete(folder.resolve("secret"));
      Files.delete(folder);
    }
  }
}
