package dk.brobygger.corpus.json;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EntryLinesTest {

  private static final String GOOD = "{\"id\":\"cluster/x\",\"name\":\"X\",\"country\":\"DK\"}";

  @Provide
  Arbitrary<List<Entry>> lists() {
    return AnyEntry.entry().list().ofMaxSize(6);
  }

  private static List<EntryLines.Line> read(byte[] bytes) throws IOException {
    List<EntryLines.Line> lines = new ArrayList<>();
    EntryLines.read(new ByteArrayInputStream(bytes), lines::add);
    return lines;
  }

  private static List<EntryLines.Line> read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 200)
  void entriesWritten_areReadAgainInOrder(@ForAll("lists") List<Entry> entries) throws IOException {
    StringWriter out = new StringWriter();
    EntryLines.write(entries, out);
    assertThat(read(out.toString()))
        .map(line -> ((EntryLines.Read) line).entry())
        .isEqualTo(entries);
  }

  @Test
  void badLine_isRefusedWithItsNumberAndTheRestGoesOn() throws IOException {
    List<EntryLines.Line> lines = read(GOOD + "\n\nnonsense\r\n" + GOOD);
    assertThat(lines).map(EntryLines.Line::number).containsExactly(1L, 3L, 4L);
    assertThat(lines.get(1)).isInstanceOf(EntryLines.Refused.class);
    assertThat(((EntryLines.Refused) lines.get(1)).reason()).startsWith("entry is not JSON: ");
    assertThat(lines.get(2)).isInstanceOf(EntryLines.Read.class);
  }

  @Test
  void lineThatIsNotUtf8_isRefused() throws IOException {
    assertThat(read(new byte[] {'"', (byte) 0xE6, '"', '\n'}))
        .containsExactly(new EntryLines.Refused(1, "line is not UTF-8"));
  }

  @Test
  void endlessLine_isRefusedUnread() throws IOException {
    long length = 1L << 30;
    InputStream endless =
        new InputStream() {
          private long left = length;

          @Override
          public int read() {
            return left-- > 0 ? 'x' : -1;
          }

          @Override
          public int read(byte[] bytes, int from, int most) {
            int given = (int) Math.min(most, left);
            if (given <= 0) {
              return -1;
            }
            java.util.Arrays.fill(bytes, from, from + given, (byte) 'x');
            left -= given;
            return given;
          }
        };
    List<EntryLines.Line> lines = new ArrayList<>();
    EntryLines.read(endless, lines::add);
    assertThat(lines)
        .containsExactly(new EntryLines.Refused(1, "line is over 16777216 bytes, must be shorter"));
  }
}
