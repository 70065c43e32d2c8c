package dk.brobygger.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.store.Reading;
import dk.brobygger.web.Site;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real Chromium; skipped where there is none. */
class BrowserTest {

  private static final List<Path> USUAL_PLACES =
      Stream.of(
              "/usr/bin/chromium",
              "/usr/bin/chromium-browser",
              "/usr/bin/google-chrome-stable",
              "/usr/bin/google-chrome",
              "/snap/bin/chromium",
              "/Applications/Chromium.app/Contents/MacOS/Chromium",
              "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
          .map(Path::of)
          .toList();

  /** The pages that are laid out otherwise where there is room. */
  private static final List<String> WIDE =
      List.of(
          "/",
          "/?q=havvind",
          "/cluster/vestklyngen/partners",
          "/call/TEST-2027-WIND-01",
          "/clusters");

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** WCAG 2.2, levels A and AA, and what axe's makers hold to be good practice. */
  private static final String AXE_RUN =
      """
      async () => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const found = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
        return found.violations.flatMap(rule =>
          rule.nodes.map(node => rule.id + ': ' + node.html + ' ' + node.failureSummary));
      }
      """;

  /** A meeting that is not locked. */
  private static final String MOVED = ".meeting[data-delegate=d1][data-host=h2]";

  private static Site site;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    Optional<Path> chromium = USUAL_PLACES.stream().filter(Files::isExecutable).findFirst();
    assumeTrue(
        chromium.isPresent(), "browser tests are skipped: no Chromium at any of " + USUAL_PLACES);
    // A busy machine takes longer than the usual five seconds.
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    site = Site.open(folder);
    crawled(folder);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.orElseThrow())
                    .setArgs(FLAGS));
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
    site.desk()
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
    if (playwright != null) {
      playwright.close();
    }
    if (site != null) {
      site.close();
    }
  }

  @Test
  void mainPath_isWalkedWithoutJavaScript() {
    try (BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setLocale("da-DK")
                .setViewportSize(390, 844))) {
      Page page = context.newPage();
      page.navigate(site.address("/").toString());
      page.getByRole(com.microsoft.playwright.options.AriaRole.SEARCHBOX)
          .fill("vestklyngen havvind");
      page.getByText("Søg", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("h1")).containsText("resultater for “vestklyngen havvind”");
      page.getByText("Vestklyngen", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("h1")).hasText("Vestklyngen");
      page.locator("a.button").getByText("Partnere i udlandet").click();
      assertThat(page.locator("h1")).hasText("Partnere i udlandet for Vestklyngen");
      assertThat(page.locator(".match h3").first()).hasText("1 Nordlicht Energie");
      page.locator(".trail").getByText("Opslag, der passer").click();
      assertThat(page.locator("h1")).hasText("Opslag for Vestklyngen");
      Locator blocked = page.locator(".blocked .match").first();
      assertThat(blocked.locator(".tree")).not().isVisible();
      blocked.locator("summary").click();
      assertThat(blocked.locator(".tree .quote").first()).isVisible();
      assertThat(blocked.locator(".tree")).containsText("Opslaget, hvad der støttes");
      page.locator("a.language").click();
      assertThat(page.locator("h1")).hasText("Calls for Vestklyngen");
      assertThat(page.url()).contains("/cluster/vestklyngen/calls");
      page.locator(".trail a").first().click();
      assertThat(page.locator(".actions")).containsText("Partners abroad");
    }
  }

  @Test
  void page_isReachableForEverybodyOnPhoneAndWideScreen() throws IOException {
    String axe = axe();
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      boolean phone = colours == ColorScheme.DARK;
      try (BrowserContext context =
          browser.newContext(
              new Browser.NewContextOptions()
                  .setLocale(phone ? "da-DK" : "en-GB")
                  .setColorScheme(colours)
                  .setBypassCSP(true)
                  .setViewportSize(phone ? 320 : 1440, 900))) {
        Page page = context.newPage();
        for (String path : phone ? Site.PAGES : WIDE) {
          page.navigate(site.address(path).toString());
          page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
          assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
              .as("width of " + path)
              .isLessThanOrEqualTo(phone ? 320 : 1440);
          page.evaluate(axe);
          assertThat((List<?>) page.evaluate(AXE_RUN)).as(path + " " + colours).isEmpty();
        }
      }
    }
  }

  /** A browser that staff have come in with, on a delegation of its own that has been planned. */
  private static Page staff(BrowserContext context, String key) throws IOException {
    site.delegation(key, "paper/bilbao.json");
    Page page = context.newPage();
    page.navigate(site.address("/delegations").toString());
    page.locator("#key").fill(site.key());
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("Delegations");
    page.navigate(site.address("/delegations/" + key).toString());
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
        browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"))) {
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
        browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"))) {
      Page page = staff(context, "drag");
      List<String> said = new java.util.ArrayList<>();
      page.onConsoleMessage(message -> said.add(message.text()));
      lift(page, page.locator("td[data-delegate=d1]:has(.tag)"));
      assertThat(page.locator("td.over")).hasCount(1);
      page.mouse().up();
      assertThat(page.locator(".faults li")).hasCount(2);
      assertThat(page.locator("td[data-delegate=d1] .fault").first())
          .containsText("Energy Cluster Denmark meets Basque Maritime Cluster at the time.");
      assertThat(said).isEmpty();
    }
  }

  @Test
  void meeting_isNotMovedToAnotherDelegate() throws IOException {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"))) {
      Page page = staff(context, "drag-astray");
      lift(page, page.locator("td[data-delegate=d2]").first());
      assertThat(page.locator("td.over")).hasCount(0);
      page.mouse().up();
      assertThat(page.locator("td.open")).hasCount(0);
      assertThat(page.locator(".faults")).hasCount(0);
      assertThat(page.locator("td[data-delegate=d1] " + MOVED)).isVisible();
    }
  }

  /** Drags the meeting over a cell and holds it there; the page shows its column as open. */
  private static void lift(Page page, Locator cell) {
    page.locator(MOVED).hover();
    page.mouse().down();
    cell.hover();
    assertThat(page.locator("td.open").first()).isVisible();
    // Arriving says that it has entered, moving on within the cell what it is over.
    cell.hover(new Locator.HoverOptions().setPosition(5, 5));
    cell.hover(new Locator.HoverOptions().setPosition(8, 8));
  }

  @Test
  void answer_isGivenByLinkWithoutJavaScript() throws IOException {
    try (BrowserContext context =
            browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"));
        BrowserContext guest =
            browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en-GB"))) {
      Page page = staff(context, "answer");
      page.navigate(site.address("/delegations/answer/links").toString());
      Page theirs = guest.newPage();
      theirs.navigate(page.locator("tr:has-text('Green Hub') a").getAttribute("href"));
      Locator party = theirs.locator("fieldset:has-text('Basque Energy Cluster')");
      party.locator("summary").click();
      assertThat(party.locator("details .source").first()).isVisible();
      party.getByText("No", new Locator.GetByTextOptions().setExact(true)).click();
      theirs.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(theirs.locator("[role=status]")).containsText("your answers are saved");
      page.navigate(site.address("/delegations/answer").toString());
      assertThat(page.locator(".faults")).containsText("refuses the meeting");
    }
  }

  @Test
  void staffPage_isReachableForEverybodyOnPhoneAndWideScreen() throws IOException {
    String axe = axe();
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      int width = colours == ColorScheme.DARK ? 320 : 1440;
      try (BrowserContext context =
          browser.newContext(
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
        page.navigate(site.address("/delegations/" + key + "/links").toString());
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
                java.net.URI.create(wishes).getPath())) {
          page.navigate(site.address(path).toString());
          page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
          assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
              .as("width of " + path)
              .isLessThanOrEqualTo(width);
          page.evaluate(axe);
          assertThat((List<?>) page.evaluate(AXE_RUN)).as(path + " " + colours).isEmpty();
        }
      }
    }
  }

  @Test
  void searchBox_completesByKeyboardAlone() throws IOException {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setLocale("da-DK").setBypassCSP(true))) {
      Page page = context.newPage();
      page.navigate(site.address("/").toString());
      Locator box = page.getByRole(com.microsoft.playwright.options.AriaRole.COMBOBOX);
      box.pressSequentially("vestkl");
      Locator first = page.locator("[role=option]").first();
      assertThat(first).hasText("Vestklyngen Klynge");
      page.evaluate(axe());
      assertThat((List<?>) page.evaluate(AXE_RUN)).isEmpty();
      page.keyboard().press("ArrowDown");
      assertThat(first).hasAttribute("aria-selected", "true");
      assertThat(box).hasAttribute("aria-activedescendant", "completion-0");
      page.keyboard().press("Escape");
      assertThat(page.locator("[role=listbox]")).not().isVisible();
      box.fill("");
      box.pressSequentially("havvin");
      assertThat(first).hasText("havvind Kompetence");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      assertThat(page.locator("h1")).containsText("resultater for “havvind”");
    }
  }

  @Test
  void page_obeysItsOwnPolicy() {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      java.util.List<String> said = new java.util.ArrayList<>();
      page.onConsoleMessage(message -> said.add(message.text()));
      page.onPageError(said::add);
      for (String path : List.of("/", "/?q=havvind", "/cluster/vestklyngen/calls")) {
        page.navigate(site.address(path).toString());
      }
      assertThat(said).isEmpty();
    }
  }

  private static String axe() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(BrowserTest.class.getResourceAsStream("/axe.min.js"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
