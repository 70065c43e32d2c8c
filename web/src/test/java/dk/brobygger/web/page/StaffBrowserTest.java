package dk.brobygger.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.store.Reading;
import dk.brobygger.web.Site;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of staff in a real Chromium; skipped where there is none. */
class StaffBrowserTest {

  /** A meeting that is not locked. */
  private static final String MOVED = ".meeting[data-delegate=d1][data-host=h2]";

  private static Chromium chromium;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    chromium = Chromium.open(folder);
    crawled(folder);
  }

  /** A crawl that wrote all there is, and a person who knew better than one of its sources. */
  private static void crawled(Path folder) throws IOException {
    String dispute =
        """
        {"id": "organisation/uenig", "name": "Uenig A/S", "country": "DK", "place": "Odense",
         "edited": ["place"], "disagreements": [{"field": "place", "value": "\\"Aarhus\\"", "claim":
         {"fields": ["place"], "words": "hos os i Aarhus", "source": "https://uenig.example/om",
         "date": "2026-11-24"}}]}
        """;
    chromium
        .site()
        .desk()
        .store()
        .record(
            new Reading("test", LocalDate.of(2026, 11, 25), List.of(EntryJson.read(dispute))),
            Site.NOW);
    Files.writeString(
        folder.resolve("crawl-runs.jsonl"),
        """
        {"source": "sites", "started": "2026-11-25T03:00:00Z", "ended": "2026-11-25T03:09:00Z",\
         "after": 0, "upTo": 100000, "counts": {"new": 2, "requests": 9},\
         "troubles": {"a-host-with-a-very-long-name.example": {"times": 3, "reason": "status 500"}}}
        """);
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  /** A browser that staff have come in with, on a delegation of its own that has been planned. */
  private static Page staff(BrowserContext context, String key) throws IOException {
    chromium.site().delegation(key, "paper/bilbao.json");
    Page page = context.newPage();
    chromium.go(page, "/delegations");
    page.locator("#key").fill(chromium.site().key());
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("Delegations");
    chromium.go(page, "/delegations/" + key);
    page.getByText("Make the plan").click();
    assertThat(page.locator(".meeting")).hasCount(6);
    return page;
  }

  /** Walks with the tabulator until something is in focus. */
  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 80; i++) {
      page.keyboard().press("Tab");
      if ((boolean)
          page.evaluate("one => document.activeElement.closest(one) !== null", selector)) {
        return;
      }
    }
    throw new AssertionError("the keyboard does not get to " + selector);
  }

  @Test
  void meeting_isMovedLockedAndUndoneWithTheKeyboardAlone_andWithoutTheScript() throws IOException {
    try (BrowserContext context =
        chromium.context(new Browser.NewContextOptions().setLocale("en-GB"))) {
      // The test asks by script what is in focus; the page's own script is kept away.
      context.route("**/delegation.js", route -> route.abort());
      Page page = staff(context, "keyboard");
      tabTo(page, MOVED);
      page.keyboard().press("Enter");
      assertThat(page.locator(".picked")).containsText("choose a slot below");
      tabTo(page, "td[data-delegate=d1]:not(:has(.meeting)) form");
      String slot = (String) page.evaluate("document.activeElement.closest('td').dataset.slot");
      page.keyboard().press("Enter");
      assertThat(page.locator("td[data-slot=" + slot + "] " + MOVED)).isVisible();
      tabTo(page, MOVED);
      page.keyboard().press("Enter");
      assertThat(page.locator(".picked")).containsText("choose a slot below");
      tabTo(page, ".picked form");
      page.keyboard().press("Enter");
      assertThat(page.locator(MOVED)).containsText("Locked");
      tabTo(page, "form:has([value=undo])");
      page.keyboard().press("Enter");
      assertThat(page.locator(MOVED)).not().containsText("Locked");
    }
  }

  @Test
  void meeting_isMovedByDragAndDrop_andConflictsAreShownAtOnce() throws IOException {
    try (BrowserContext context =
        chromium.context(new Browser.NewContextOptions().setLocale("en-GB"))) {
      Page page = staff(context, "drag");
      List<String> said = new ArrayList<>();
      page.onConsoleMessage(message -> said.add(message.text()));
      lift(page, page.locator("td[data-delegate=d1]:has(.tag)"));
      assertThat(page.locator("td.over")).hasCount(1);
      page.mouse().up();
      // Plans of the same worth differ in who else meets whom at the time.
      Locator faults = page.locator(".faults li:has-text('Energy Cluster Denmark meets')");
      assertThat(faults).hasCount(2);
      assertThat(page.locator("td[data-delegate=d1] .fault").first())
          .containsText("Energy Cluster Denmark meets Basque Maritime Cluster at the time.");
      assertThat(said).isEmpty();
    }
  }

  @Test
  void meeting_isNotMovedToAnotherDelegate() throws IOException {
    try (BrowserContext context =
        chromium.context(new Browser.NewContextOptions().setLocale("en-GB"))) {
      Page page = staff(context, "drag-astray");
      lift(page, page.locator("td[data-delegate=d2]").first());
      assertThat(page.locator("td.over")).hasCount(0);
      page.mouse().up();
      assertThat(page.locator("td.open")).hasCount(0);
      assertThat(page.locator(".faults")).hasCount(0);
      assertThat(page.locator("td[data-delegate=d1] " + MOVED)).isVisible();
    }
  }

  /**
   * Drags the meeting over a cell and holds it there; the page shows its column as open.
   *
   * <p>Playwright takes over a drag that the first movement after pressing begins. On a busy
   * machine that movement can be one of Chromium's own, after a layout; then the drag ends at once
   * and a person would take hold again.
   */
  private static void lift(Page page, Locator cell) {
    // The meeting stands there before the script that lets it be dragged has run.
    assertThat(page.locator(MOVED)).hasAttribute("draggable", "true");
    takeHold(page, cell);
    for (int again = 0; again < 2 && page.locator("td.open").count() == 0; again++) {
      page.mouse().up();
      takeHold(page, cell);
    }
    assertThat(page.locator("td.open").first()).isVisible();
    // Arriving says that it has entered, moving on within the cell what it is over.
    cell.hover(new Locator.HoverOptions().setPosition(5, 5));
    cell.hover(new Locator.HoverOptions().setPosition(8, 8));
  }

  private static void takeHold(Page page, Locator cell) {
    page.locator(MOVED).hover();
    page.mouse().down();
    cell.hover();
  }

  @Test
  void answer_isGivenByLinkWithoutJavaScript() throws IOException {
    try (BrowserContext context =
            chromium.context(new Browser.NewContextOptions().setLocale("en-GB"));
        BrowserContext guest =
            chromium.context(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en-GB"))) {
      Page page = staff(context, "answer");
      chromium.go(page, "/delegations/answer/links");
      Page theirs = guest.newPage();
      theirs.navigate(page.locator("tr:has-text('Green Hub') a").getAttribute("href"));
      Locator party = theirs.locator("fieldset:has-text('Basque Energy Cluster')");
      party.locator("summary").click();
      assertThat(party.locator("details .source").first()).isVisible();
      party.getByText("No", new Locator.GetByTextOptions().setExact(true)).click();
      theirs.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(theirs.locator("[role=status]")).containsText("your answers are saved");
      chromium.go(page, "/delegations/answer");
      assertThat(page.locator(".faults")).containsText("refuses the meeting");
    }
  }

  @Test
  void staffPage_isReachableForEverybodyOnPhoneAndWideScreen() throws IOException {
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      int width = colours == ColorScheme.DARK ? 320 : 1440;
      try (BrowserContext context =
          chromium.context(
              new Browser.NewContextOptions()
                  .setLocale("en-GB")
                  .setColorScheme(colours)
                  .setBypassCSP(true)
                  .setViewportSize(width, 900))) {
        String key = "reach-" + width;
        Page page = staff(context, key);
        page.locator(MOVED + " a").click();
        page.locator("td[data-delegate=d1]:has(.tag) form button").click();
        assertThat(page.locator(".faults")).isVisible();
        chromium.go(page, "/delegations/" + key + "/links");
        String wishes = page.locator("tbody a").first().getAttribute("href");
        for (String path :
            List.of(
                "/delegations",
                "/delegations/" + key,
                "/delegations/" + key + "?delegate=d1&host=h2",
                "/delegations/" + key + "/links",
                "/delegations/" + key + "/outcomes",
                "/delegations/results",
                "/crawls",
                URI.create(wishes).getPath())) {
          chromium.assertReachable(page, path);
        }
      }
    }
  }
}
