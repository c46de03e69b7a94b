package io.tweestap.page.sandbox;

import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// The Chromium of this machine, started once for all tests of this JVM, with which it ends. Where
/// there is none, tests are skipped by name; in CI they fail.
public final class TestBrowser {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));
  private static final List<String> QUIET =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static @Nullable Browser running;

  private TestBrowser() {}

  /// A new one where the last has crashed.
  public static synchronized Browser get() {
    Browser browser = running;
    if (browser == null || !browser.isConnected()) {
      browser = start();
      running = browser;
    }
    return browser;
  }

  private static Browser start() {
    return PLACES.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .map(TestBrowser::launch)
        .orElseGet(TestBrowser::missing);
  }

  private static Browser launch(Path chromium) {
    Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    return playwright
        .chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(QUIET));
  }

  private static Browser missing() {
    String message = "SKIPPED: no Chromium in " + PLACES + "; install the package chromium";
    if (System.getenv("CI") != null) {
      return fail(message);
    }
    System.err.println(message);
    Assumptions.abort(message);
    throw new AssertionError("unreachable");
  }
}
