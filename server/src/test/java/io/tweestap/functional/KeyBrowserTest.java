package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import io.tweestap.page.sandbox.TestBrowser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
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

  private static TestBrowser browser;
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void startBrowser() {
    browser = TestBrowser.start();
  }

  @AfterAll
  static void stopBrowser() {
    browser.close();
  }

  @BeforeEach
  void anAuthenticator() {
    context = browser.browser().newContext();
    context.setDefaultTimeout(15_000);
    page = context.newPage();
    CDPSession session = context.newCDPSession(page);
    session.send("WebAuthn.enable");
    JsonObject how = new JsonObject();
    how.addProperty("protocol", "ctap2");
    how.addProperty("transport", "usb");
    how.addProperty("hasResidentKey", true);
    how.addProperty("hasUserVerification", true);
    how.addProperty("isUserVerified", true);
    how.addProperty("automaticPresenceSimulation", true);
    JsonObject asked = new JsonObject();
    asked.add("options", how);
    session.send("WebAuthn.addVirtualAuthenticator", asked);
  }

  @AfterEach
  void closeWindow() {
    context.close();
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
