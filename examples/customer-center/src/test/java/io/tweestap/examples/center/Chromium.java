package io.tweestap.examples.center;

import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/// The Chromium of this machine. Where there is none, tests are skipped by name; in CI they fail.
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));
  private static final List<String> QUIET =
      List.of("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking");

  static Chromium start() {
    Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElseGet(Chromium::no);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var options = new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(QUIET);
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  private static Path no() {
    missing("Chromium");
    throw new AssertionError("unreachable");
  }

  /// Ends the test: skipped, or failed in CI.
  static void missing(String program) {
    String message = "SKIPPED: no " + program + " on this machine";
    if (System.getenv("CI") != null) {
      fail(message);
    }
    System.err.println(message);
    Assumptions.abort(message);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
