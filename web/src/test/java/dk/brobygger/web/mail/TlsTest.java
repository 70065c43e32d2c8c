package dk.brobygger.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails go over a connection that is safe, or not at all. */
class TlsTest {

  private static final String PASSWORD = "changeit";
  private static final byte[] MAIL =
      "Subject: Nyt\r\n\r\nNyt\r\n".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  private static Path program(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name);
  }

  private static String run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private Path certificate() throws IOException {
    Path file = folder.resolve("server.p12");
    String said =
        run(
            List.of(
                program("keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString()));
    assertThat(file).as(said).exists();
    return file;
  }

  private static FakeSmtp server(Path certificate) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(certificate)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return new FakeSmtp(() -> FakeSmtp.Fault.NONE, context.getServerSocketFactory());
  }

  private static Delivery deliver(MailSettings.Smtp server) {
    return new SmtpMailer(server, Duration.ofSeconds(20))
        .deliver("<1@example.org>", "from@example.org", "to@example.org", MAIL);
  }

  /** Sends one mail, in a process that trusts whom it is told to. */
  static final class Sender {
    private Sender() {}

    /** To the port that is given. */
    public static void main(String[] arguments) {
      System.out.println(
          deliver(
              new MailSettings.Smtp(
                  "127.0.0.1",
                  Integer.parseInt(arguments[0]),
                  MailSettings.Tls.TLS,
                  Optional.empty())));
    }
  }

  @Test
  void serverThatIsTrusted_getsMailOverTls() throws IOException, GeneralSecurityException {
    Path certificate = certificate();
    try (FakeSmtp server = server(certificate)) {
      String said =
          run(
              List.of(
                  program("java").toString(),
                  "-Djavax.net.ssl.trustStore=" + certificate,
                  "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
                  "-cp",
                  System.getProperty("java.class.path"),
                  Sender.class.getName(),
                  Integer.toString(server.address().port())));
      assertThat(said).contains("Accepted");
      assertThat(server.taken()).hasSize(1);
    }
  }

  @Test
  void serverThatIsNotTrusted_getsNothing() throws IOException, GeneralSecurityException {
    try (FakeSmtp server = server(certificate())) {
      assertThat(deliver(server.address(MailSettings.Tls.TLS)))
          .isInstanceOf(Delivery.Deferred.class);
      assertThat(server.taken()).isEmpty();
    }
  }

  @Test
  void serverWithoutStarttls_getsNothing() throws IOException {
    try (FakeSmtp server = new FakeSmtp(() -> FakeSmtp.Fault.NONE)) {
      assertThat(deliver(server.address(MailSettings.Tls.STARTTLS)))
          .isInstanceOf(Delivery.Deferred.class);
      assertThat(server.taken()).isEmpty();
    }
  }
}
