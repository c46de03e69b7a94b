package io.tweestap.page.look;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.stream.Stream;

/// Looks at pages in each language, light and dark, on a desk and on a small phone: no missing
/// word, no text that is cut, no sideways scrolling, also with letters of twice the size (WCAG
/// 1.4.4), nothing that axe finds.
///
/// Usually each language is looked at once, with long names in it, and axe looks at each page once,
/// in turn on a desk by day and on a phone at night: what it asks, the pages' shared parts answer
/// in both. With `-Dtweestap.screenshots=true` all twelve windows are, with usual names and axe in
/// each, and `target/gallery` gets a picture of each page: a set to be looked at. A room of pages
/// adds its own by a test named `...GalleryTest` that walks through its pages and calls [#look] on
/// each.
public final class Gallery {
  private static final boolean ALL = Screenshots.wanted();
  private static final Path PICTURES = Path.of("target", "gallery");
  private static final int SMALL = 320;
  private static final int LARGE = 1280;
  private static final String AXE = axe();
  private static final String RUN_AXE =
      """
      async () => (await axe.run()).violations
        .map(found => found.id + ': ' + found.nodes.map(node => node.html).join(' '))
      """;

  /// Whatever text does not fit into its box: a button, a badge, a cell. Boxes that scroll may have
  /// more in them, and what only screen readers see is one pixel wide.
  private static final String CUT =
      """
      () => [...document.querySelectorAll('header *, main *, footer *')]
        .filter(one => !one.closest('svg, select, .unseen, .qr') && !one.matches('input'))
        .filter(one => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
        .filter(one => !['auto', 'scroll'].includes(getComputedStyle(one).overflowX))
        .map(one => one.tagName + '.' + one.className + ': ' + one.textContent.trim())
      """;

  private static final String TEXT_SIZE = "size => document.documentElement.style.fontSize = size";

  private final String room;
  private final Window window;
  private final List<String> faults = new ArrayList<>();
  private int number;

  public Gallery(String room, Window window) {
    this.room = room;
    this.window = window;
  }

  /// One way to look at pages.
  ///
  /// @param longNames whether everything that has a name has a long one
  public record Window(String language, boolean small, boolean dark, boolean longNames) {
    public Browser.NewContextOptions options() {
      return new Browser.NewContextOptions()
          .setLocale(language)
          .setViewportSize(small ? SMALL : LARGE, small ? 640 : 800)
          .setDeviceScaleFactor(small ? 2 : 1)
          .setReducedMotion(ReducedMotion.REDUCE)
          .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
    }

    @Override
    public String toString() {
      return language + (small ? "-phone" : "-desktop") + (dark ? "-dark" : "-light");
    }
  }

  /// The windows to look through.
  public static Stream<Window> windows() {
    if (!ALL) {
      return Stream.of(
          new Window("en", false, false, true),
          new Window("nl", true, false, true),
          new Window("de", true, true, true));
    }
    return Stream.of("en", "nl", "de")
        .flatMap(language ->
            Stream.of(
                new Window(language, false, false, false),
                new Window(language, false, true, false),
                new Window(language, true, false, false),
                new Window(language, true, true, false)));
  }

  /// Looks at the page that is open.
  @SuppressWarnings("unchecked")
  public void look(Page page, String name) {
    page.waitForLoadState();
    number++;
    String shown = "%02d-%s".formatted(number, name);
    if (ALL) {
      Path picture = PICTURES.resolve(room).resolve(window.toString()).resolve(shown + ".png");
      page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
    }
    if (page.content().contains("??")) {
      faults.add(shown + ": a word is missing");
    }
    fits(page, shown);
    if (!window.small()) {
      page.evaluate(TEXT_SIZE, "200%");
      fits(page, shown + " at 200 %");
      page.evaluate(TEXT_SIZE, "");
    }
    if (ALL || isTurnOfAxe()) {
      page.evaluate(AXE);
      ((List<String>) page.evaluate(RUN_AXE)).forEach(fault -> faults.add(shown + ": " + fault));
    }
  }

  private boolean isTurnOfAxe() {
    return window.small() == window.dark() && window.dark() == (number % 2 == 0);
  }

  @SuppressWarnings("unchecked")
  private void fits(Page page, String shown) {
    if (Boolean.TRUE.equals(
        page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))) {
      faults.add(shown + ": scrolls sideways");
    }
    ((List<String>) page.evaluate(CUT)).forEach(text -> faults.add(shown + ": cut: " + text));
  }

  /// What is wrong with the pages.
  public List<String> faults() {
    return List.copyOf(faults);
  }

  private static String axe() {
    try (InputStream file = Gallery.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
