package dk.brobygger.web.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;

/**
 * What a mail server reports of a mail that it took and could not deliver (RFC 3464). Anybody can
 * write such a report: it is worth nothing until the outbox knows the mail.
 *
 * @param id the Message-ID of the mail it is about, from the copy or the headers it returns
 * @param reports what became of it, by recipient
 */
public record Bounce(String id, List<Report> reports) {

  /** A report with a whole digest in it has some 100 kB. */
  private static final int LARGEST = 4 << 20;

  /** RFC 3463, section 2: class, subject and detail; comments may follow. */
  private static final Pattern STATUS = Pattern.compile("\\s*([245])\\.\\d{1,3}\\.\\d{1,3}\\b.*");

  /** RFC 3464, section 2.3.1: the kind of address stands before a semicolon. */
  private static final Pattern ADDRESS = Pattern.compile("\\s*rfc822\\s*;\\s*<?([^\\s<>]+)>?\\s*");

  private static final int LONGEST_ANSWER = 300;

  private static final Session SESSION = Session.getInstance(new Properties());

  /** Keeps a copy. */
  public Bounce {
    reports = List.copyOf(reports);
  }

  /**
   * What became of the mail to one recipient.
   *
   * @param addresses the address it was sent to and the one it ended at, in lower case
   * @param permanent whether it will never be delivered there: the action is {@code failed} and the
   *     status begins with 5
   * @param answer the status and what the other server said, in one line
   */
  public record Report(Set<String> addresses, boolean permanent, String answer) {
    /** Keeps a copy. */
    public Report {
      addresses = Set.copyOf(addresses);
    }
  }

  /**
   * Reads a report.
   *
   * @param in a whole mail, 4 MiB at the most; left open
   * @throws IllegalArgumentException if it is no such report; the message says what is missing
   * @throws IOException if it cannot be read
   */
  public static Bounce read(InputStream in) throws IOException {
    byte[] mail = in.readNBytes(LARGEST + 1);
    if (mail.length > LARGEST) {
      throw new IllegalArgumentException("mail has more than 4 MiB, must have less");
    }
    try {
      MimeMessage message = Mime.read(SESSION, mail);
      if (!message.isMimeType("multipart/report")) {
        throw new IllegalArgumentException(
            "Content-Type is \"" + line(message.getContentType()) + "\", must be multipart/report");
      }
      return of(new MimeMultipart(message.getDataHandler().getDataSource()));
    } catch (MessagingException e) {
      throw new IllegalArgumentException(
          "mail is garbled: " + line(String.valueOf(e.getMessage())), e);
    }
  }

  private static Bounce of(MimeMultipart parts) throws MessagingException, IOException {
    Optional<String> id = Optional.empty();
    List<Report> reports = new ArrayList<>();
    for (int number = 0; number < parts.getCount(); number++) {
      BodyPart part = parts.getBodyPart(number);
      if (part.isMimeType("message/delivery-status")) {
        add(new DeliveryStatus(part.getInputStream()), reports);
      } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
        id = text(new InternetHeaders(part.getInputStream()), "Message-ID");
      }
    }
    if (reports.isEmpty()) {
      throw new IllegalArgumentException(
          "report names no recipient with action and status, must name one in a"
              + " message/delivery-status");
    }
    return new Bounce(
        id.orElseThrow(() ->
            new IllegalArgumentException(
                "report returns no Message-ID, must return the headers of the mail")),
        reports);
  }

  private static void add(DeliveryStatus status, List<Report> reports) {
    for (int number = 0; number < status.getRecipientDSNCount(); number++) {
      InternetHeaders recipient = status.getRecipientDSN(number);
      Set<String> addresses = new HashSet<>();
      address(recipient, "Original-Recipient").ifPresent(addresses::add);
      address(recipient, "Final-Recipient").ifPresent(addresses::add);
      Matcher code = STATUS.matcher(text(recipient, "Status").orElse(""));
      Optional<String> action = text(recipient, "Action");
      if (!addresses.isEmpty() && code.matches() && action.isPresent()) {
        reports.add(
            new Report(
                addresses,
                action.get().equalsIgnoreCase("failed") && code.group(1).equals("5"),
                answer(recipient)));
      }
    }
  }

  private static Optional<String> address(InternetHeaders headers, String name) {
    return text(headers, name)
        .map(text -> ADDRESS.matcher(text.toLowerCase(Locale.ROOT)))
        .filter(Matcher::matches)
        .map(found -> found.group(1));
  }

  private static String answer(InternetHeaders recipient) {
    String said =
        text(recipient, "Status").orElse("")
            + text(recipient, "Diagnostic-Code").map(code -> " " + code).orElse("");
    return said.substring(0, Math.min(said.length(), LONGEST_ANSWER));
  }

  private static Optional<String> text(InternetHeaders headers, String name) {
    return Optional.ofNullable(headers.getHeader(name, ", "))
        .map(Bounce::line)
        .filter(text -> !text.isEmpty());
  }

  private static String line(String text) {
    return text.replaceAll("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
  }
}
