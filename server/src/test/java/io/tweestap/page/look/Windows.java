package io.tweestap.page.look;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.tweestap.page.sandbox.TestBrowser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Opens windows of Chromium for a test class, each with cookies of its own, and closes them after
/// each test.
public final class Windows implements BeforeAllCallback, AfterEachCallback {
  private static final int PATIENCE_MS = 40_000;

  private final List<BrowserContext> open = new ArrayList<>();

  /// Without a browser no test of the class begins.
  @Override
  public void beforeAll(ExtensionContext context) {
    TestBrowser.get();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    open.forEach(BrowserContext::close);
    open.clear();
  }

  /// A new window.
  public Page open(Browser.NewContextOptions how) {
    BrowserContext opened = TestBrowser.get().newContext(how);
    opened.setDefaultTimeout(PATIENCE_MS);
    open.add(opened);
    return opened.newPage();
  }
}
