package io.tweestap.page.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each state of the page in each language, light and dark, on a desk and on a small phone: no
/// missing word, no sideways scrolling, nothing that axe calls serious; with screenshots.
class TryItLooksTest extends BrowserTest {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String AXE = axe();
  private static final String RUN_AXE =
      """
      async () => (await axe.run()).violations
        .filter(found => found.impact === 'serious' || found.impact === 'critical')
        .map(found => found.id + ': ' + found.nodes.map(node => node.html).join(' '))
      """;

  private static String axe() {
    try (InputStream file = TryItLooksTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Browser.NewContextOptions window(boolean small, boolean dark) {
    return new Browser.NewContextOptions()
        .setViewportSize(small ? 320 : 1280, small ? 640 : 900)
        .setReducedMotion(ReducedMotion.REDUCE)
        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
  }

  @ParameterizedTest
  @CsvSource({
    "en, false, false", "en, false, true", "en, true, false", "en, true, true",
    "nl, false, false", "nl, false, true", "nl, true, false", "nl, true, true",
    "de, false, false", "de, false, true", "de, true, false", "de, true, true"
  })
  void eachStateLooksRight(String language, boolean small, boolean dark) {
    String name = language + (small ? "-phone" : "-desktop") + (dark ? "-dark" : "-light");
    Page page = open(window(small, dark), "/sandbox?lang=" + language);
    List<String> faults = new ArrayList<>();

    look(page, name + "-1-form", faults);
    ask(page, "transaction", "sms", newNumber());
    String code = codeOnPhone(page);
    look(page, name + "-2-code", faults);
    type(page, otherThan(code));
    look(page, name + "-3-wrong", faults);
    type(page, code);
    look(page, name + "-4-ok", faults);
    page.locator(".replay button").click();
    look(page, name + "-5-used", faults);
    page.locator("form[action='/sandbox/over'] button").click();
    ask(page, "registration", "email", language + small + dark + "@example.org");
    newest(page).waitFor();
    page.locator(".behind summary").click();
    look(page, name + "-6-mail", faults);
    page.locator("form[action='/sandbox/over'] button").click();
    ask(page, "login", "voice", newNumber());
    newest(page).waitFor();
    look(page, name + "-7-call", faults);

    assertThat(faults).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private static void look(Page page, String name, List<String> faults) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
    if (page.content().contains("??")) {
      faults.add(name + ": a word is missing");
    }
    if (Boolean.TRUE.equals(
        page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))) {
      faults.add(name + ": scrolls sideways");
    }
    page.evaluate(AXE);
    ((List<String>) page.evaluate(RUN_AXE)).forEach(fault -> faults.add(name + ": " + fault));
  }
}
