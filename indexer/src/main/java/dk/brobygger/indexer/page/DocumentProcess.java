package dk.brobygger.indexer.page;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One process that reads documents, with limits of memory and time, and without a network. Once it
 * has failed it is over. For one thread at a time.
 */
final class DocumentProcess implements AutoCloseable {

  /** How a JVM ends that was told to end when it has no memory left. */
  private static final int OUT_OF_MEMORY = 3;

  private final Process process;
  private final DataOutputStream documents;
  private final DataInputStream answers;
  private int read;
  private boolean over;

  private DocumentProcess(Process process) {
    this.process = process;
    this.documents = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /**
   * Starts one.
   *
   * @param memoryMebibytes its largest heap
   */
  static DocumentProcess start(int memoryMebibytes) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + memoryMebibytes + "m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:TieredStopAtLevel=1",
            "-Xlog:disable",
            "-Djava.awt.headless=true",
            // No network: no name is found, and sockets go by a proxy at a port where nobody is.
            "-Djdk.net.hosts.file=" + nowhere(),
            "-DsocksProxyHost=127.0.0.1",
            "-DsocksProxyPort=1",
            "-DsocksNonProxyHosts=",
            "-Dhttp.nonProxyHosts=",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            DocumentWorker.class.getName());
    try {
      return new DocumentProcess(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the process that reads documents", e);
    }
  }

  /** A file without hosts. */
  private static String nowhere() {
    return System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null";
  }

  /** How many documents it has read without failing. */
  int read() {
    return read;
  }

  boolean isAlive() {
    return !over && process.isAlive();
  }

  /** Reads one document, or says why not; after CRASHED, OUT_OF_MEMORY and TIMED_OUT it is over. */
  PageOutcome read(URI address, String name, byte[] bytes, Duration limit) {
    FutureTask<PageOutcome> exchange = new FutureTask<>(asked(address, name, bytes));
    Thread.ofVirtual().start(exchange);
    try {
      PageOutcome outcome = exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      read++;
      return outcome;
    } catch (TimeoutException e) {
      close();
      return unreadable(PageOutcome.Cause.TIMED_OUT, "not read after " + limit.toSeconds() + " s");
    } catch (ExecutionException e) {
      return ended();
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      return unreadable(PageOutcome.Cause.TIMED_OUT, "reading was broken off");
    }
  }

  private Callable<PageOutcome> asked(URI address, String name, byte[] bytes) {
    return () -> {
      documents.writeUTF(name);
      documents.writeInt(bytes.length);
      documents.write(bytes);
      documents.flush();
      return answer(address);
    };
  }

  private PageOutcome answer(URI address) throws IOException {
    int kind = answers.readByte();
    String mediaType = answers.readUTF();
    if (kind == DocumentWorker.NOTHING) {
      return new PageOutcome.Unreadable(
          mediaType, PageOutcome.Cause.valueOf(answers.readUTF()), answers.readUTF());
    }
    String html = new String(answers.readNBytes(answers.readInt()), StandardCharsets.UTF_8);
    return new PageOutcome.Read(
        HtmlReader.document(address, mediaType, html, kind == DocumentWorker.CUT));
  }

  private PageOutcome ended() {
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    int code = process.isAlive() ? 0 : process.exitValue();
    close();
    return code == OUT_OF_MEMORY
        ? unreadable(PageOutcome.Cause.OUT_OF_MEMORY, "reading it takes too much memory")
        : unreadable(PageOutcome.Cause.CRASHED, "the process that read it ended with code " + code);
  }

  private static PageOutcome unreadable(PageOutcome.Cause cause, String reason) {
    return new PageOutcome.Unreadable("application/octet-stream", cause, reason);
  }

  /** Ends the process, whatever it is doing. */
  @Override
  public void close() {
    over = true;
    process.destroyForcibly();
  }
}
