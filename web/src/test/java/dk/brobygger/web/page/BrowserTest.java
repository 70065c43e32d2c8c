package dk.brobygger.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dk.brobygger.web.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real Chromium; skipped where there is none. */
class BrowserTest {

  /** The pages that are laid out otherwise where there is room. */
  private static final List<String> WIDE =
      List.of(
          "/",
          "/?q=havvind",
          "/cluster/vestklyngen/partners",
          "/call/TEST-2027-WIND-01",
          "/clusters");

  private static Chromium chromium;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    chromium = Chromium.open(folder);
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void mainPath_isWalkedWithoutJavaScript() {
    try (BrowserContext context =
        chromium.context(
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setLocale("da-DK")
                .setViewportSize(390, 844))) {
      Page page = context.newPage();
      chromium.go(page, "/");
      page.getByRole(AriaRole.SEARCHBOX).fill("vestklyngen havvind");
      page.getByText("Søg", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("h1")).containsText("resultater for “vestklyngen havvind”");
      page.getByText("Vestklyngen", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("h1")).hasText("Vestklyngen");
      page.locator("a.button").getByText("Partnere i udlandet").click();
      assertThat(page.locator("h1")).hasText("Partnere i udlandet til Vestklyngen");
      assertThat(page.locator(".match h3").first()).hasText("1 Nordlicht Energie");
      page.locator(".trail").getByText("Opslag, der passer").click();
      assertThat(page.locator("h1")).hasText("Opslag til Vestklyngen");
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
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      boolean phone = colours == ColorScheme.DARK;
      try (BrowserContext context =
          chromium.context(
              new Browser.NewContextOptions()
                  .setLocale(phone ? "da-DK" : "en-GB")
                  .setColorScheme(colours)
                  .setBypassCSP(true)
                  .setViewportSize(phone ? 320 : 1440, 900))) {
        Page page = context.newPage();
        for (String path : phone ? Site.PAGES : WIDE) {
          chromium.assertReachable(page, path);
        }
      }
    }
  }

  @Test
  void searchBox_completesByKeyboardAlone() throws IOException {
    try (BrowserContext context =
        chromium.context(new Browser.NewContextOptions().setLocale("da-DK").setBypassCSP(true))) {
      Page page = context.newPage();
      chromium.go(page, "/");
      Locator box = page.getByRole(AriaRole.COMBOBOX);
      box.pressSequentially("vestkl");
      Locator first = page.locator("[role=option]").first();
      assertThat(first).hasText("Vestklyngen Klynge");
      chromium.assertBarrierFree(page, "completions");
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
    try (BrowserContext context = chromium.context(new Browser.NewContextOptions())) {
      Page page = context.newPage();
      List<String> said = new ArrayList<>();
      page.onConsoleMessage(message -> said.add(message.text()));
      page.onPageError(said::add);
      for (String path : List.of("/", "/?q=havvind", "/cluster/vestklyngen/calls")) {
        chromium.go(page, path);
      }
      assertThat(said).isEmpty();
    }
  }
}
