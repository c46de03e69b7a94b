package io.tweestap.page.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.tweestap.page.look.Gallery;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each state of the page to try it, in each language.
class TryItGalleryTest extends BrowserTest {
  @ParameterizedTest
  @MethodSource("io.tweestap.page.look.Gallery#windows")
  void eachStateLooksRight(Gallery.Window window) {
    Page page = open(window.options(), "/sandbox?lang=" + window.language());
    Gallery gallery = new Gallery("sandbox", window);

    gallery.look(page, "form");
    ask(page, "transaction", "sms", newNumber());
    String code = codeOnPhone(page);
    gallery.look(page, "code");
    type(page, otherThan(code));
    gallery.look(page, "wrong");
    type(page, code);
    gallery.look(page, "ok");
    page.locator(".replay button").click();
    gallery.look(page, "used");
    over(page);
    ask(page, "registration", "email", window + "@example.org");
    newest(page).waitFor();
    page.locator(".behind summary").click();
    gallery.look(page, "mail");
    over(page);
    ask(page, "login", "voice", newNumber());
    newest(page).waitFor();
    gallery.look(page, "call");

    assertThat(gallery.faults()).isEmpty();
  }

  private static void over(Page page) {
    page.locator("form[action='/sandbox/over'] button").click();
  }
}
