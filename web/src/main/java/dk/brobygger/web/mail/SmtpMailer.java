package dk.brobygger.web.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * Hands mails to an SMTP server (RFC 5321). A 5xx answer to the recipient or the mail is a bounce;
 * anything else that is no acceptance, a lost answer after the last dot too, is to be tried again:
 * then the same mail with the same Message-ID may arrive twice, and none is lost.
 */
public final class SmtpMailer implements Mailer {

  private final MailSettings.Smtp server;
  private final Session session;

  /**
   * Sends through a server.
   *
   * @param server which
   * @param patience how long an answer may take (RFC 5321, section 4.5.3.2, allows 5 to 10 minutes)
   */
  public SmtpMailer(MailSettings.Smtp server, Duration patience) {
    this.server = server;
    String millis = Long.toString(patience.toMillis());
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.writetimeout", millis);
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.quitwait", "false");
    switch (server.tls()) {
      case TLS -> properties.put("mail.smtp.ssl.enable", "true");
      case STARTTLS -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
      }
      case NONE -> {}
    }
    this.session = Session.getInstance(properties);
  }

  @Override
  public Delivery deliver(String id, String from, String recipient, byte[] mail) {
    session.getProperties().put("mail.smtp.from", from);
    try (Transport transport = session.getTransport("smtp")) {
      connect(transport);
      transport.sendMessage(
          Mime.read(session, mail), new Address[] {new InternetAddress(recipient)});
      return new Delivery.Accepted();
    } catch (AuthenticationFailedException e) {
      return new Delivery.Deferred(reason(e));
    } catch (MessagingException e) {
      return isFinal(e) ? new Delivery.Bounced(reason(e)) : new Delivery.Deferred(reason(e));
    }
  }

  private void connect(Transport transport) throws MessagingException {
    if (server.user().isPresent()) {
      MailSettings.Login login = server.user().get();
      transport.connect(server.host(), server.port(), login.name(), login.password());
    } else {
      transport.connect(server.host(), server.port(), null, null);
    }
  }

  /** Whether the server has said no for good, anywhere in the chain of what went wrong. */
  private static boolean isFinal(MessagingException failure) {
    for (Exception each = failure;
        each instanceof MessagingException one;
        each = one.getNextException()) {
      int code =
          switch (one) {
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            case SMTPSendFailedException refused -> refused.getReturnCode();
            default -> 0;
          };
      if (code >= 500 && code < 600) {
        return true;
      }
    }
    return false;
  }

  private static String reason(MessagingException failure) {
    Exception last = failure;
    while (last instanceof MessagingException one && one.getNextException() != null) {
      last = one.getNextException();
    }
    return String.valueOf(last.getMessage()).replaceAll("\\s+", " ").strip();
  }
}
