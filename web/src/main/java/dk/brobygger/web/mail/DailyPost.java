package dk.brobygger.web.mail;

import dk.brobygger.web.account.Wishes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The post as a daily job: writes once a day after a time of day, at once where that time has
 * passed before it began, and sends what waits whenever it is asked. For one thread.
 */
public final class DailyPost {

  /** How long a mail server may take to answer. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Post post;
  private final Mailer mailer;
  private final Optional<DailyTime> time;
  private Optional<Instant> next;

  /**
   * A job that begins at a moment.
   *
   * @param post writes and sends
   * @param mailer takes the mails
   * @param now the moment
   */
  public DailyPost(Post post, Mailer mailer, Instant now) {
    this.post = post;
    this.mailer = mailer;
    this.time = post.settings().at().map(at -> new DailyTime(at, Wishes.COPENHAGEN));
    this.next = time.map(daily -> daily.on(Wishes.day(now)));
  }

  /** The mailer of a data folder: its server, or a folder of files. */
  public static Mailer mailer(MailSettings settings, Path folder) {
    return settings
        .smtp()
        .<Mailer>map(server -> new SmtpMailer(server, PATIENCE))
        .orElseGet(() -> new FileMailer(folder.resolve("mail")));
  }

  /** Does what is to be done at a moment. */
  public void run(Instant now) {
    if (next.filter(due -> !due.isAfter(now)).isPresent()) {
      post.write(Wishes.day(now), now);
      next = time.map(daily -> daily.next(now));
    }
    post.send(mailer, now);
  }
}
