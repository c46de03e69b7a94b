package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.login.session.Sessions;
import java.net.URI;
import org.springframework.beans.factory.annotation.Autowired;

/// Base of the tests of the account pages: links, browsers, a visit that has proven a factor.
abstract class AccountTest extends LoginTest {
  static final String COOKIE = "tweestap_account";

  @Autowired Sessions sessions;

  /// A link for Anna, as the path that a browser loads.
  String link() {
    return link("anna", "{}");
  }

  String link(String ref, String body) {
    Answer answer = post(tenant, "/v1/users/" + ref + "/account-links", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return URI.create(answer.json().path("url").asString()).getPath();
  }

  Browser browser() {
    return new Browser(this::request);
  }

  /// A browser on a visit of Anna's.
  Browser visit() {
    return visit(link());
  }

  Browser visit(String link) {
    Browser browser = browser();
    Answer answer = browser.load(link);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return browser;
  }

  /// Anna proves the app on the page that asks for it.
  Answer prove(Browser browser, App app) {
    browser.load("/account/prove");
    return browser.submit(
        "/account/prove/answer", "factor", app.id().toString(), "code", code(app));
  }

  /// A browser on a visit on which the app was proven.
  Browser proven(App app) {
    Browser browser = visit();
    assertThat(prove(browser, app).status()).isEqualTo(200);
    return browser;
  }
}
