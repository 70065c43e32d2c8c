package dk.brobygger.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.search.Desk;
import dk.brobygger.web.account.Subscriber;
import dk.brobygger.web.account.Wishes;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyPostTest {

  private static final LocalTime AT = LocalTime.of(6, 30);

  @TempDir Path folder;

  private static Instant on(int days, String time) {
    return Sample.GATHERED
        .plusDays(days)
        .atTime(LocalTime.parse(time))
        .atZone(Wishes.COPENHAGEN)
        .toInstant();
  }

  private static void subscribe(Post post) {
    Wishes usual = Wishes.USUAL;
    Wishes wishes =
        new Wishes(
            usual.language(),
            Optional.of(EntryId.of("cluster/energy-cluster-denmark")),
            usual.frequency(),
            Set.of(),
            usual.away(),
            usual.most(),
            false,
            false);
    Subscriber asked =
        post.subscribers().ask("reader@example.org", wishes, on(0, "05:00")).orElseThrow();
    post.subscribers().confirm(asked.id(), Sample.GATHERED);
  }

  @Test
  void digests_areWrittenAtTheirTime_andAtOnceAfterAnOutage() {
    MailSettings settings =
        new MailSettings(
            "d@example.org",
            MailSettings.NONE.site(),
            Optional.of(AT),
            Optional.empty(),
            Optional.empty());
    List<String> sent = new ArrayList<>();
    Mailer mailer =
        (id, from, to, mail) -> {
          sent.add(id);
          return new Delivery.Accepted();
        };
    try (Desk desk = Desk.open(folder, on(0, "05:00"))) {
      Post post = new Post(desk, settings);
      subscribe(post);
      DailyPost daily = new DailyPost(post, mailer, on(0, "05:00"));
      daily.run(on(0, "06:29"));
      assertThat(sent).as("before its time").isEmpty();
      daily.run(on(0, "06:30"));
      daily.run(on(0, "23:00"));
      assertThat(sent).as("once a day").hasSize(1);
      int before = sent.size();
      new DailyPost(post, mailer, on(60, "12:00")).run(on(60, "12:00"));
      assertThat(sent.size() - before).as("one mail after two months, at once").isOne();
    }
  }
}
