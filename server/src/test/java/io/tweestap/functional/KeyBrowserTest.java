package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import io.tweestap.page.look.Windows;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The script of the pages in a real Chromium with a virtual authenticator. The tenant chose no
/// site, so keys are for the server's own address.
@DisplayName("webauthn.js: a browser makes keys and answers with them")
class KeyBrowserTest extends LoginTest {
  private static final String FACTORS = "/v1/users/anna/factors";
  private static final String WITHOUT_JSON =
      """
      delete PublicKeyCredential.parseCreationOptionsFromJSON;
      delete PublicKeyCredential.parseRequestOptionsFromJSON;
      delete PublicKeyCredential.prototype.toJSON;
      """;

  @RegisterExtension static final Windows WINDOWS = new Windows();
  private Page page;

  @BeforeEach
  void anAuthenticator() {
    page = WINDOWS.open(new Browser.NewContextOptions());
    new VirtualKeys(page).another();
  }

  private String origin() {
    return "http://localhost:" + address("/").getPort();
  }

  private void show(String ceremony, JsonNode options) {
    String form =
        """
        <!doctype html><form method="post" action="/done" data-webauthn="%s" data-options='%s'>
        <input type="hidden" name="response"><button data-webauthn-start>Go</button>
        <p data-webauthn-error="registered" hidden>registered</p>
        <p data-webauthn-error="refused" hidden>refused</p></form>
        <script src="/webauthn.js"></script>
        """
            .formatted(ceremony, options);
    page.route(
        origin() + "/form",
        route ->
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(form)));
    page.route(
        origin() + "/done",
        route ->
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("done")));
    page.navigate(origin() + "/form");
  }

  /// What the script put into the form.
  private String said(String ceremony, JsonNode options) {
    show(ceremony, options);
    Request sent = page.waitForRequest(origin() + "/done", () -> page.locator("button").click());
    page.waitForURL(origin() + "/done");
    return URLDecoder.decode(
        sent.postData().substring("response=".length()), StandardCharsets.UTF_8);
  }

  private JsonNode begun() {
    Answer begun = post(tenant, FACTORS, "{\"kind\":\"webauthn\"}");
    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    return begun.json();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", WITHOUT_JSON})
  @DisplayName("WA-3, WA-18: with the browser's own JSON, and in browsers without")
  void aBrowserMakesAKeyAndAnswersWithIt(String before) {
    page.addInitScript(before.isEmpty() ? ";" : before);
    JsonNode begun = begun();
    String factor = begun.at("/factor/id").asString();
    String made = said("create", begun.at("/challenge/public_key"));
    Answer confirmed =
        post(tenant, FACTORS + "/" + factor + "/confirm", "{\"response\":" + made + "}");
    assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);

    String login = pending();
    JsonNode asked =
        post(tenant, "/v1/logins/" + login + "/challenges", "{\"factor_id\":\"" + factor + "\"}")
            .json();
    String answer = said("get", asked.path("public_key"));
    Answer passed =
        post(
            tenant,
            "/v1/logins/" + login + "/answers",
            "{\"factor_id\":\"%s\",\"response\":%s}".formatted(factor, answer));

    assertThat(outcome(passed)).as(passed.text()).isEqualTo("passed");
    show("create", begun().at("/challenge/public_key"));
    page.locator("button").click();
    page.locator("form[data-webauthn-state=registered]").waitFor();
    assertThat(page.locator("[data-webauthn-error=registered]").isVisible()).isTrue();
    assertThat(page.locator("[data-webauthn-error=refused]").isVisible()).isFalse();
  }
}
