package dk.brobygger.web.mail;

/** What became of handing a mail over. */
public sealed interface Delivery {

  /** Somebody has it and answers for it now. */
  record Accepted() implements Delivery {}

  /**
   * Nobody there takes it, now or later.
   *
   * @param answer what was answered
   */
  record Bounced(String answer) implements Delivery {}

  /**
   * It is not known to be taken; to be tried again.
   *
   * @param reason why
   */
  record Deferred(String reason) implements Delivery {}
}
