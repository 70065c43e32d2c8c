package dk.brobygger.corpus.json;

import dk.brobygger.corpus.entry.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Entries as JSON Lines: UTF-8, one object a line; blank lines are passed over.
 *
 * <p>A line that is no entry is refused with its number and the reason, and the next one is read.
 * Memory is bounded whatever is sent: a line over {@link #LONGEST_LINE} bytes is refused unread.
 */
public final class EntryLines {

  /**
   * Longest line that is read, in bytes. The longest topic of the portal with all its text and
   * conditions took 72 KB in 2026.
   */
  public static final int LONGEST_LINE = 16 * 1024 * 1024;

  private EntryLines() {}

  /** What one line was. */
  public sealed interface Line permits Read, Refused {
    /** The number of the line, from 1. */
    long number();
  }

  /**
   * A line that is an entry.
   *
   * @param number the number of the line, from 1
   * @param entry the entry
   */
  public record Read(long number, Entry entry) implements Line {}

  /**
   * A line that is none.
   *
   * @param number the number of the line, from 1
   * @param reason one sentence saying what is wrong
   */
  public record Refused(long number, String reason) implements Line {}

  /**
   * Reads all lines in order.
   *
   * @param in the bytes; read to the end, not closed
   * @param each told of every line that is not blank
   * @throws IOException if reading fails
   */
  public static void read(InputStream in, Consumer<Line> each) throws IOException {
    lines(
        in,
        new Consumer<>() {
          private long number;

          @Override
          public void accept(Optional<byte[]> bytes) {
            number++;
            if (bytes.isEmpty()) {
              each.accept(
                  new Refused(number, "line is over " + LONGEST_LINE + " bytes, must be shorter"));
            } else if (!blank(bytes.get())) {
              each.accept(line(number, bytes.get()));
            }
          }
        });
  }

  private static Line line(long number, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Read(number, EntryJson.read(text));
    } catch (CharacterCodingException e) {
      return new Refused(number, "line is not UTF-8");
    } catch (BadEntryException e) {
      return new Refused(number, String.valueOf(e.getMessage()));
    }
  }

  private static boolean blank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  /**
   * Splits bytes into lines; one that is too long comes empty.
   *
   * @param in the bytes; read to the end, not closed
   * @param each told of every line, without its end
   * @throws IOException if reading fails
   */
  public static void lines(InputStream in, Consumer<Optional<byte[]>> each) throws IOException {
    Gathering line = new Gathering();
    byte[] buffer = new byte[1 << 16];
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      int start = 0;
      for (int place = 0; place < length; place++) {
        if (buffer[place] == '\n') {
          line.add(buffer, start, place);
          each.accept(line.end());
          start = place + 1;
        }
      }
      line.add(buffer, start, length);
    }
    if (line.any) {
      each.accept(line.end());
    }
  }

  /** A line as far as it has been read; nothing is kept of one that is too long. */
  private static final class Gathering {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean any;
    private boolean tooLong;

    void add(byte[] buffer, int start, int end) {
      any |= end > start;
      tooLong |= bytes.size() + end - start > LONGEST_LINE;
      if (!tooLong) {
        bytes.write(buffer, start, end - start);
      }
    }

    Optional<byte[]> end() {
      Optional<byte[]> line = tooLong ? Optional.empty() : Optional.of(bytes.toByteArray());
      bytes.reset();
      any = false;
      tooLong = false;
      return line;
    }
  }

  /**
   * Writes entries, a line each.
   *
   * @param entries what to write, in this order
   * @param out where to; not closed
   * @throws IOException if writing fails
   */
  public static void write(Iterable<? extends Entry> entries, Writer out) throws IOException {
    for (Entry entry : entries) {
      out.write(EntryJson.write(entry));
      out.write('\n');
    }
  }
}
