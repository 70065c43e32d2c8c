package dk.brobygger.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.web.Site;
import java.io.StringReader;
import java.nio.file.Path;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsTest {

  @TempDir Path folder;

  @Test
  void atom_tellsWhatTheDigestsTellWithStableIds() throws Exception {
    try (Site site = Site.open(folder)) {
      String first = site.get("/cluster/vestklyngen/calls.atom", "Accept-Language", "da").body();
      Document feed = Jsoup.parse(first, "", Parser.xmlParser());
      assertThat(feed.select("feed > entry")).isNotEmpty();
      for (Element entry : feed.select("entry")) {
        assertThat(entry.select("id").text()).matches("http://127.0.0.1:8080/call/.+#2026-11-25");
        assertThat(entry.select("updated").text()).isEqualTo("2026-11-24T23:00:00Z");
        assertThat(entry.select("title").text()).containsPattern("^(Nyt opslag: |Passer, men)");
      }
      assertThat(feed.select("feed > updated").text())
          .as("as its newest entry")
          .isEqualTo("2026-11-24T23:00:00Z");
      assertThat(site.get("/cluster/vestklyngen/calls.atom", "Accept-Language", "da").body())
          .isEqualTo(first);
      assertThat(site.get("/cluster/vestklyngen/calls.atom").headers().allValues("Vary"))
          .as("its language depends on who asks")
          .containsExactly("Accept-Language, Cookie");
      assertThat(site.get("/cluster/nobody/calls.atom").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void calendar_holdsTheDeadlines() throws Exception {
    try (Site site = Site.open(folder)) {
      String text = site.get("/cluster/vestklyngen/calls.ics", "Accept-Language", "da").body();
      Calendar calendar = new CalendarBuilder().build(new StringReader(text));
      assertThat(calendar.getComponents("VEVENT")).isNotEmpty();
      assertThat(text).contains("SUMMARY:Frist: ", "UID:call/");
      assertThat(text.lines().filter(line -> line.startsWith("DTSTAMP")))
          .as("the day each was read, not the moment of asking")
          .isNotEmpty()
          .allMatch(line -> line.matches("DTSTAMP:\\d{8}T2[23]0000Z"));
    }
  }
}
