package dk.brobygger.web.mail;

/** Hands mails over. For one thread at a time. */
public interface Mailer {

  /**
   * Hands one mail over.
   *
   * @param id its Message-ID
   * @param from the sender's address
   * @param recipient the address it goes to
   * @param mail the whole mail
   */
  Delivery deliver(String id, String from, String recipient, byte[] mail);
}
