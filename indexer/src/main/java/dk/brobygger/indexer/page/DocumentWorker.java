package dk.brobygger.indexer.page;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.ToHTMLContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;

/**
 * The process that reads documents: takes them on standard input, one after the other, and answers
 * each on standard output with the HTML it became. It may be killed at any moment.
 *
 * <p>A document is its file's name in {@link DataOutputStream#writeUTF}'s form, its length in bytes
 * as an int, and its bytes. An answer is a byte that is 1 for HTML, 2 for HTML that was cut and 0
 * for none; the media type; and the HTML as its length in bytes and its bytes in UTF-8, or the
 * {@link PageOutcome.Cause} and the reason.
 */
final class DocumentWorker {

  /**
   * Most characters that are written of one document; the longest work programmes have 1 million.
   */
  static final int MOST_CHARACTERS = 4_000_000;

  static final int NOTHING = 0;
  static final int WHOLE = 1;
  static final int CUT = 2;

  private final AutoDetectParser parser = new AutoDetectParser();
  private final DataOutputStream out;

  private DocumentWorker(DataOutputStream out) {
    this.out = out;
  }

  /** Answers until standard input ends. */
  public static void main(String[] arguments) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err); // what a library prints is no answer
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(answers))) {
      DocumentWorker worker = new DocumentWorker(out);
      while (worker.answerNext(in)) {
        out.flush();
      }
    }
  }

  private boolean answerNext(DataInputStream in) throws IOException {
    String name;
    try {
      name = in.readUTF();
    } catch (EOFException e) {
      return false;
    }
    byte[] bytes = in.readNBytes(in.readInt());
    answer(name, bytes);
    return true;
  }

  private void answer(String name, byte[] bytes) throws IOException {
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    ToHTMLContentHandler html = new ToHTMLContentHandler();
    try (InputStream in = new ByteArrayInputStream(bytes)) {
      ParseContext context = new ParseContext();
      context.set(Parser.class, parser);
      parser.parse(in, new WriteOutContentHandler(html, MOST_CHARACTERS), metadata, context);
      text(WHOLE, metadata, html.toString());
    } catch (OutOfMemoryError e) {
      throw e; // the process ends, and whoever waits for it sees how
    } catch (Throwable e) { // of a strange document any parser throws anything
      failed(e, metadata, html.toString());
    }
  }

  private void failed(Throwable failure, Metadata metadata, String html) throws IOException {
    if (WriteLimitReachedException.isWriteLimitReached(failure)) {
      text(CUT, metadata, html);
      return;
    }
    Throwable deepest = failure;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    out.writeByte(NOTHING);
    out.writeUTF(mediaType(metadata));
    out.writeUTF(cause(failure, deepest).name());
    out.writeUTF(firstLine(deepest));
  }

  private static PageOutcome.Cause cause(Throwable failure, Throwable deepest) {
    if (failure instanceof EncryptedDocumentException
        || deepest.getClass().getSimpleName().matches("Encrypted.*|InvalidPassword.*")) {
      return PageOutcome.Cause.ENCRYPTED;
    }
    String said = String.valueOf(deepest.getMessage());
    return said.contains("Zip bomb") || said.contains("zip bomb")
        ? PageOutcome.Cause.TOO_LARGE
        : PageOutcome.Cause.BROKEN;
  }

  private static String firstLine(Throwable failure) {
    String message = failure.getMessage();
    String name = failure.getClass().getSimpleName();
    String line = message == null ? name : message.lines().findFirst().orElse(name);
    return line.substring(0, Math.min(200, line.length()));
  }

  private void text(int kind, Metadata metadata, String html) throws IOException {
    byte[] written = html.getBytes(StandardCharsets.UTF_8);
    out.writeByte(kind);
    out.writeUTF(mediaType(metadata));
    out.writeInt(written.length);
    out.write(written);
  }

  private static String mediaType(Metadata metadata) {
    String type = metadata.get(Metadata.CONTENT_TYPE);
    return type == null ? "application/octet-stream" : type.replaceFirst(";.*", "");
  }
}
