package dk.brobygger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BouncesCommandTest {

  private static final String REPORT =
      """
      Content-Type: multipart/report; report-type=delivery-status; boundary="b"

      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx.example.org

      Final-Recipient: rfc822; reader@example.org
      Action: failed
      Status: 5.1.1

      --b
      Content-Type: text/rfc822-headers

      Message-ID: <made-up@localhost>

      --b--
      """;

  @TempDir Path folder;

  private final WebCommands commands = new WebCommands();

  @Test
  void folderOfReports_isReadToTheEndThoughOneIsNone() throws IOException {
    Path mails = Files.createDirectories(folder.resolve("new"));
    Files.writeString(mails.resolve("1.eml"), "Subject: Out of office\n\nBack on Monday.\n");
    Files.writeString(mails.resolve("2.eml"), REPORT);
    Path data = Files.createDirectories(folder.resolve("data"));
    assertThat(commands.run("bounces", "--data", data.toString(), mails.toString())).isEqualTo(2);
    assertThat(commands.err())
        .contains("1.eml: Content-Type is \"text/plain\", must be multipart/report");
    assertThat(commands.out())
        .contains("2.eml: is not about a mail that was sent from here to that address, ignored");
  }

  @Test
  void badInput_isRefusedInOneSentence() {
    String missing = folder.resolve("missing").toString();
    assertThat(commands.run("bounces", "--data", missing, "x.eml")).isEqualTo(2);
    assertThat(commands.err()).contains("data is " + missing + ", must be a data folder");
    assertThat(commands.run("bounces", "--data", folder.toString(), missing)).isEqualTo(2);
    assertThat(commands.err()).contains("there is no file " + missing);
    assertThat(commands.run("bounces", "--data", folder.toString())).isEqualTo(2);
  }
}
