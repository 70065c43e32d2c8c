package dk.brobygger.indexer.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * A parser that does what the worst documents make parsers do; {@code MThd}, as MIDI files begin,
 * and the deed. No other parser here reads MIDI.
 */
public final class FakeHostileParser implements Parser {

  private static final long serialVersionUID = 1;

  @Override
  public Set<MediaType> getSupportedTypes(ParseContext context) {
    return Set.of(MediaType.audio("midi"));
  }

  @Override
  public void parse(InputStream in, ContentHandler out, Metadata metadata, ParseContext context)
      throws IOException, SAXException {
    String[] words = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split(" ");
    XHTMLContentHandler text = new XHTMLContentHandler(out, metadata);
    text.startDocument();
    switch (words[1]) {
      case "hang" -> {
        while (true) {
          LockSupport.park();
        }
      }
      case "spin" -> {
        while (words.length > 0) {
          Thread.onSpinWait();
        }
      }
      case "halt" -> Runtime.getRuntime().halt(77);
      case "eat" -> eat();
      case "recurse" -> recurse(0);
      case "chatter" -> System.out.println("I am an answer");
      case "call" -> text.element("p", called(words[2]));
      case "endless" -> {
        while (true) {
          text.element("p", "more and more and more and more and more");
        }
      }
      default -> throw new IllegalArgumentException("unknown deed " + words[1]);
    }
    text.element("p", "done");
    text.endDocument();
  }

  private static void eat() {
    List<byte[]> eaten = new ArrayList<>();
    while (eaten.size() < Integer.MAX_VALUE) {
      eaten.add(new byte[1 << 20]);
    }
  }

  private static int recurse(int depth) {
    return depth < 0 ? depth : recurse(depth + 1) + 1;
  }

  /** Tries by address and by socket. */
  private static String called(String address) {
    URI target = URI.create(address);
    StringBuilder result = new StringBuilder();
    try (InputStream in = target.toURL().openStream()) {
      result.append("got ").append(in.readAllBytes().length);
    } catch (IOException e) {
      result.append("no address");
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(target.getHost(), target.getPort()), 2_000);
      result.append(", got socket");
    } catch (IOException e) {
      result.append(", no socket");
    }
    return result.toString();
  }
}
