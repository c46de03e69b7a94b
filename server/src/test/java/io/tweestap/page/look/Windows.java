package io.tweestap.page.look;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.tweestap.page.sandbox.TestBrowser;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Opens windows of one Chromium for a test class, each with cookies of its own, and closes them
/// after each test.
public final class Windows implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private static final int PATIENCE_MS = 40_000;

  private final List<BrowserContext> open = new ArrayList<>();
  private @Nullable TestBrowser browser;

  @Override
  public void beforeAll(ExtensionContext context) {
    browser = TestBrowser.start();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    open.forEach(BrowserContext::close);
    open.clear();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (browser != null) {
      browser.close();
    }
  }

  /// A new window.
  public Page open(Browser.NewContextOptions how) {
    BrowserContext opened = Objects.requireNonNull(browser).browser().newContext(how);
    opened.setDefaultTimeout(PATIENCE_MS);
    open.add(opened);
    return opened.newPage();
  }
}
