package dk.brobygger.web.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;
import org.simplejavamail.utils.mail.dkim.SigningAlgorithm;

/** Makes whole mails (RFC 5322) of words: the bytes that are stored, sent and sent again. */
final class Mime {

  /** Without it the library reads all jars for it, for each part of each mail. */
  static {
    System.setProperty(
        "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
  }

  /** Room for what is no text of a mail, a signature included. */
  private static final int HEADERS = 4096;

  private static final Session SESSION = Session.getInstance(new Properties());

  private final MailSettings settings;

  Mime(MailSettings settings) {
    this.settings = settings;
  }

  /** A Message-ID for what a subscriber is told on a day: the same whenever it is made. */
  String id(String kind, String subscriber, String day) {
    String domain = settings.from().substring(settings.from().indexOf('@') + 1);
    return "<" + kind + "." + day + "." + subscriber + "@" + domain + ">";
  }

  /**
   * One mail.
   *
   * @param html the same with marks, as UTF-8
   * @param leave where one POST ends all mail (RFC 8058); none in a mail nobody subscribed to
   */
  byte[] write(
      String id,
      String to,
      String subject,
      String text,
      Optional<byte[]> html,
      Optional<String> leave,
      Instant now) {
    try {
      MimeMessage message = new Written(id);
      message.setFrom(new InternetAddress(settings.from(), "Brobygger", "UTF-8"));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
      message.setSubject(subject, "UTF-8");
      message.setSentDate(Date.from(now));
      message.setHeader("Auto-Submitted", "auto-generated");
      if (leave.isPresent()) {
        message.setHeader("List-Unsubscribe", "<" + leave.get() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
      }
      MimeMultipart both = new MimeMultipart("alternative");
      both.addBodyPart(part(text.getBytes(StandardCharsets.UTF_8), "plain"));
      if (html.isPresent()) {
        both.addBodyPart(part(html.get(), "html"));
      }
      message.setContent(both);
      message.saveChanges();
      return bytes(signed(message), size(both));
    } catch (MessagingException | IOException e) {
      // Neither message nor cause, which may quote the address: this is logged.
      throw new IllegalStateException(
          "cannot write mail " + id + ": " + e.getClass().getSimpleName());
    }
  }

  private static MimeBodyPart part(byte[] text, String subtype) throws MessagingException {
    InternetHeaders headers = new InternetHeaders();
    headers.setHeader("Content-Type", "text/" + subtype + "; charset=UTF-8");
    headers.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return new MimeBodyPart(headers, QuotedPrintable.of(text));
  }

  private MimeMessage signed(MimeMessage message) throws MessagingException {
    if (settings.dkim().isEmpty()) {
      return message;
    }
    MailSettings.Dkim dkim = settings.dkim().get();
    DkimSigner signer = new DkimSigner(dkim.domain(), dkim.selector(), key(dkim));
    signer.setHeaderCanonicalization(Canonicalization.RELAXED);
    signer.setBodyCanonicalization(Canonicalization.RELAXED);
    signer.setSigningAlgorithm(SigningAlgorithm.SHA256_WITH_RSA);
    signer.setLengthParam(false);
    // The domain's key is asked for by those who read the signature, not by us.
    signer.setCheckDomainKey(false);
    signer.addHeaderToSign("List-Unsubscribe");
    signer.addHeaderToSign("List-Unsubscribe-Post");
    return new DkimMessage(message, signer);
  }

  private static RSAPrivateKey key(MailSettings.Dkim dkim) {
    try {
      return (RSAPrivateKey)
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(dkim.key())));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "dkim.key is " + dkim.key() + ", must be an RSA key as PKCS #8 in DER", e);
    }
  }

  private static int size(MimeMultipart parts) throws MessagingException {
    int size = 0;
    for (int number = 0; number < parts.getCount(); number++) {
      size += parts.getBodyPart(number).getSize();
    }
    return size;
  }

  private static byte[] bytes(MimeMessage message, int body)
      throws MessagingException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body + HEADERS);
    message.writeTo(out);
    return out.toByteArray();
  }

  /** A mail as it was stored. */
  static MimeMessage read(Session session, byte[] mail) throws MessagingException {
    return new MimeMessage(session, new ByteArrayInputStream(mail));
  }

  /** Keeps its own Message-ID, which the library would make anew. */
  private static final class Written extends MimeMessage {

    private final String id;

    Written(String id) {
      super(SESSION);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
