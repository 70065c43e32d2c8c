package dk.brobygger.web.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our signatures (RFC 6376), judged by Apache James with the public key as it stands in DNS. */
class DkimTest {

  private static final Instant NOW = Instant.parse("2025-01-04T06:00:00Z");

  @TempDir Path folder;

  private KeyPair pair;
  private String mail;

  @BeforeEach
  void sign() throws GeneralSecurityException, IOException {
    pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    Path key = Files.write(folder.resolve("dkim.der"), pair.getPrivate().getEncoded());
    MailSettings settings =
        new MailSettings(
            "digest@brobygger.example",
            MailSettings.NONE.site(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new MailSettings.Dkim("brobygger.example", "s1", key)));
    byte[] bytes =
        new Mime(settings)
            .write(
                "<digest.2027-01-04.x@brobygger.example>",
                "reader@example.org",
                "Nyt opslag: Æblegrød på havet",
                "Rødgrød  med fløde \n\n-- \nHvorfor = derfor\n\n",
                Optional.of(
                    "<html lang=\"da\"><p>Rødgrød</p></html>\n".getBytes(StandardCharsets.UTF_8)),
                Optional.of("https://brobygger.example/subscription/t/unsubscribe"),
                NOW);
    mail = new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private List<SignatureRecord> verified(String bytes) throws IOException, FailException {
    String published =
        "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    return new DKIMVerifier(
            (methods, selector, domain) -> {
              assertThat(selector + "._domainkey." + domain)
                  .isEqualTo("s1._domainkey.brobygger.example");
              return List.of(published);
            })
        .verify(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void signedMail_isConfirmed() throws IOException, FailException {
    List<SignatureRecord> signatures = verified(mail);
    assertThat(signatures).hasSize(1);
    assertThat(signatures.getFirst().getHeaders().stream().map(CharSequence::toString))
        .map(name -> name.toLowerCase(java.util.Locale.ROOT))
        .contains("from", "to", "subject", "date", "message-id", "list-unsubscribe");
  }

  @Test
  void mailChangedOnTheWay_isNotConfirmed() {
    for (String[] change :
        new String[][] {
          {"Hvorfor", "Hvortil"},
          {"lang=3D\"da\"", "lang=3D\"en\""},
          {"To: reader@", "To: other@"},
          {"/unsubscribe>", "/elsewhere>"}
        }) {
      String changed = mail.replace(change[0], change[1]);
      assertThat(changed).isNotEqualTo(mail);
      assertThatThrownBy(() -> verified(changed)).isInstanceOf(PermFailException.class);
    }
  }
}
