package dk.brobygger.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dk.brobygger.web.Site;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Chromium that looks at a site. */
final class Chromium implements AutoCloseable {

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

  private final Site site;
  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Site site, Path program) {
    this.site = site;
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(FLAGS));
  }

  /** Opens a site in a folder and a browser on it; skips the tests where there is no browser. */
  static Chromium open(Path folder) throws IOException {
    Optional<Path> program = USUAL_PLACES.stream().filter(Files::isExecutable).findFirst();
    assumeTrue(
        program.isPresent(), "browser tests are skipped: no Chromium at any of " + USUAL_PLACES);
    // A busy machine takes longer than the usual five seconds.
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    return new Chromium(Site.open(folder), program.orElseThrow());
  }

  Site site() {
    return site;
  }

  BrowserContext context(Browser.NewContextOptions options) {
    return browser.newContext(options);
  }

  void go(Page page, String path) {
    page.navigate(site.address(path).toString());
  }

  /** A page with all its details open is no wider than the screen, and everybody can use it. */
  void assertReachable(Page page, String path) throws IOException {
    go(page, path);
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .as("width of " + path)
        .isLessThanOrEqualTo(page.viewportSize().width);
    assertBarrierFree(page, path);
  }

  /** What is shown now can be used by everybody; the context must bypass the page's policy. */
  void assertBarrierFree(Page page, String what) throws IOException {
    page.evaluate(axe());
    assertThat((List<?>) page.evaluate(AXE_RUN)).as(what).isEmpty();
  }

  private static String axe() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Chromium.class.getResourceAsStream("/axe.min.js"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    playwright.close();
    site.close();
  }
}
