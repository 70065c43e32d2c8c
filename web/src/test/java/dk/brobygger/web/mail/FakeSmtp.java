package dk.brobygger.web.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.net.ServerSocketFactory;

/**
 * A mail server on loopback (RFC 5321) that keeps what it took, and misbehaves after the last dot
 * as it is told. Takes no mail for recipients whose address begins with {@code gone}.
 */
final class FakeSmtp implements AutoCloseable {

  /** What happens after the last dot. */
  enum Fault {
    NONE,
    /** The mail is taken, and the answer never comes. */
    DROPPED_ANSWER,
    /** Neither mail nor answer. */
    DROPPED_MAIL,
    /** Not now. */
    BUSY
  }

  /** A mail that was taken. */
  record Taken(String recipient, String mail) {}

  private final ServerSocket socket;
  private final Supplier<Fault> faults;
  private final List<Taken> taken = new CopyOnWriteArrayList<>();

  FakeSmtp(Supplier<Fault> faults) throws IOException {
    this(faults, ServerSocketFactory.getDefault());
  }

  FakeSmtp(Supplier<Fault> faults, ServerSocketFactory sockets) throws IOException {
    this.faults = faults;
    this.socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  MailSettings.Smtp address() {
    return address(MailSettings.Tls.NONE);
  }

  MailSettings.Smtp address(MailSettings.Tls tls) {
    return new MailSettings.Smtp(
        "127.0.0.1", socket.getLocalPort(), tls, java.util.Optional.empty());
  }

  List<Taken> taken() {
    return taken;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> talk(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
      OutputStream out = client.getOutputStream();
      say(out, "220 fake");
      String recipient = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String command = line.toUpperCase(java.util.Locale.ROOT);
        if (command.startsWith("RCPT TO:")) {
          recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
          say(out, recipient.startsWith("gone") ? "550 5.1.1 nobody here" : "250 OK");
        } else if (command.equals("DATA")) {
          say(out, "354 go on");
          if (!data(in, out, recipient)) {
            return;
          }
        } else if (command.equals("QUIT")) {
          say(out, "221 bye");
          return;
        } else {
          say(out, "250 OK");
        }
      }
    } catch (IOException e) {
      // The client went away, as clients do.
    }
  }

  /** Whether the talk goes on. */
  private boolean data(BufferedReader in, OutputStream out, String recipient) throws IOException {
    StringBuilder mail = new StringBuilder();
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        return false;
      }
      mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    Fault fault = faults.get();
    if (fault == Fault.NONE || fault == Fault.DROPPED_ANSWER) {
      taken.add(new Taken(recipient, mail.toString()));
    }
    switch (fault) {
      case NONE -> say(out, "250 taken");
      case BUSY -> say(out, "451 4.3.2 come back later");
      case DROPPED_ANSWER, DROPPED_MAIL -> {
        return false;
      }
    }
    return true;
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
