package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.tweestap.factor.FactorId;

/// Base of the tests of the account pages in a real browser.
abstract class AccountBrowserTest extends PromptBrowserTest {
  static final String ADD = "a[href$='/account/add']";

  /// A link for a user.
  String accountUrl(String ref, String fields) {
    Answer link = post(tenant, "/v1/users/" + ref + "/account-links", "{" + fields + "}");
    assertThat(link.status()).as(link.text()).isEqualTo(201);
    return link.json().path("url").asString();
  }

  /// Opens Anna's account pages.
  void account(Page page) {
    page.navigate(accountUrl("anna", ""));
    page.locator("#status").waitFor();
  }

  static void home(Page page) {
    page.locator("a[href$='/account']").first().click();
    page.locator("#status").waitFor();
  }

  /// Answers with an app on the page that asks for a proof.
  void prove(Page page, App app) {
    choose(page, app.id());
    type(page, code(app));
  }

  /// Has another factor asked for, unless it is this one.
  static void choose(Page page, FactorId factor) {
    Locator other =
        page.locator("form[action$='/prove/choose']:has([value='" + factor + "']) button");
    if (other.count() > 0) {
      page.locator(".others summary").click();
      other.first().click();
    }
  }
}
