package dk.brobygger.indexer.demo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A web server on a loopback address of its own. It answers as it is told, byte for byte, and keeps
 * a log by its own clock of who asked what. Safe for many threads.
 */
public final class FakeHost implements AutoCloseable {

  private final ServerSocket server;
  private final Answer answer;
  private final List<Asked> log = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  /**
   * A request as it came in.
   *
   * @param nanos when its first byte came, by {@link System#nanoTime()}
   * @param method such as {@code GET}
   * @param path path and query
   * @param headers its fields, names in lower case
   * @param body what came behind them
   */
  public record Asked(
      long nanos, String method, String path, Map<String, String> headers, byte[] body) {

    /** A field, whatever the case of its name; empty where it is not there. */
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  /** Writes an answer, and says whether the connection stays open. */
  @FunctionalInterface
  public interface Answer {
    /** Writes it. */
    boolean to(Asked asked, OutputStream out) throws IOException, InterruptedException;
  }

  /**
   * Opens it.
   *
   * @param ip a loopback address; the port is a free one
   * @param answer answers every request
   */
  public FakeHost(String ip, Answer answer) {
    this.answer = answer;
    try {
      server = new ServerSocket(0, 200, InetAddress.getByName(ip));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** A whole answer with its right length. */
  public static boolean send(OutputStream out, int status, String headers, byte[] body)
      throws IOException {
    String head = "HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length + "\r\n" + headers;
    out.write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
    return true;
  }

  /** The same, of text. */
  public static boolean send(OutputStream out, int status, String headers, String body)
      throws IOException {
    return send(out, status, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  /** These very characters, and then the connection is closed. */
  public static boolean raw(OutputStream out, String answer) throws IOException {
    out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    return false;
  }

  /** Its address and port. */
  public InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  /** The address of a path at it. */
  public String url(String path) {
    return "http://"
        + server.getInetAddress().getHostAddress()
        + ":"
        + server.getLocalPort()
        + path;
  }

  /** All requests so far, the first one first; goes on growing. */
  public List<Asked> log() {
    return log;
  }

  /** How many connections were ever made, asked or not. */
  public int connections() {
    return connections.get();
  }

  /** What was asked for so far. */
  public List<String> paths() {
    return log.stream().map(Asked::path).toList();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      boolean open = true;
      while (open) {
        in.mark(1);
        if (in.read() < 0) {
          return;
        }
        long nanos = System.nanoTime();
        in.reset();
        Asked asked = read(in, nanos);
        log.add(asked);
        open = answer.to(asked, out);
      }
    } catch (IOException e) {
      // who asked has gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Asked read(InputStream in, long nanos) throws IOException {
    String[] request = line(in).split(" ");
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    return new Asked(nanos, request[0], request[1], headers, body);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new IOException("the request ends in its head");
      }
      line.write(read);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }

  /** Takes no more connections. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
