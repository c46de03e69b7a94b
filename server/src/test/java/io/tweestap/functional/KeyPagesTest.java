package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import io.tweestap.factor.FactorId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Security keys of a real browser on the account pages and in the prompt")
class KeyPagesTest extends AccountBrowserTest {
  private static final String NOT_IN_THE_PROMPT =
      """
      if (location.pathname.startsWith('/prompt')) {
        navigator.credentials.get = () => new Promise(() => {});
      }
      """;

  private Page page;
  private VirtualKeys keys;
  private App app;

  @BeforeEach
  void aBrowserAndAnApp() {
    app = app(anna);
    page = window(desktop());
    keys = new VirtualKeys(page);
  }

  /// Sets a key up on the account pages.
  private String registered() {
    String key = keys.another();
    start();
    page.locator("form[action$='/codes/kept'], " + ADD).first().waitFor();
    page.waitForLoadState();
    if (page.locator("#codes li").count() == 10) {
      click(page, "/codes/kept");
    }
    return key;
  }

  private void start() {
    account(page);
    page.locator(ADD).click();
    proveWhereAsked();
    click(page, "/account/add", "webauthn");
    touch();
  }

  /// Presses the button that asks for a key, once the script is there.
  private void touch() {
    page.locator("form[data-webauthn-state=ready] [data-webauthn-start]").click();
  }

  /// In the prompt, where the key is asked as soon as the page that asks for one is there.
  private void asked() {
    page.navigate(urlOf(prompted()));
    chooseKey();
    click(page, "/challenge");
  }

  private void proveWhereAsked() {
    page.waitForLoadState();
    if (page.locator("form[action^='/account/prove/']").count() > 0) {
      advance(Duration.ofSeconds(30));
      prove(page, app);
    }
  }

  private void chooseKey() {
    page.locator("a[href$='/ways']").click();
    page.locator("form[action$='/choose']:has(b:text('Security key or passkey')) button")
        .first()
        .click();
  }

  private String outcome() {
    return claimed(page).json().path("state").asString();
  }

  private String alert() {
    return page.locator("[role=alert]:visible").first().innerText();
  }

  private List<FactorId> held() {
    return get(tenant, "/v1/users/anna/factors")
        .json()
        .path("data")
        .valueStream()
        .filter(one -> one.path("kind").asString().equals("webauthn"))
        .filter(one -> one.path("state").asString().equals("active"))
        .map(one -> FactorId.of(one.path("id").asString()).orElseThrow())
        .toList();
  }

  @Test
  @DisplayName("G6: a key and a spare one are set up on the account pages; each opens a login")
  void aKeyAndASpareAreSetUpAndUsed() {
    String first = registered();
    delete(tenant, "/v1/users/anna/factors/" + app.id());
    page.reload();
    assertThat(page.locator("main").innerText()).contains("Add a second way", "Security key");

    String spare = keys.another();
    page.locator(ADD).click();
    click(page, "/account/add", "webauthn");
    touch();
    page.locator("#status").waitFor();
    assertThat(held()).hasSize(2);

    for (String key : List.of(first, spare)) {
      keys.touchOnly(key);
      page.navigate(urlOf(prompted()));
      click(page, "/challenge");
      assertThat(outcome()).isEqualTo("passed");
    }
  }

  @Test
  @DisplayName("WA-13: a key that is set up already says so")
  void aKeyIsSetUpOnce() {
    registered();

    start();

    page.locator("[data-webauthn-state=registered]").waitFor();
    assertThat(alert()).contains("set up already");
    assertThat(held()).hasSize(1);
  }

  /// What the page would send, without sending it.
  private String kept() {
    page.route(
        "**/answer",
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("text/html").setBody("<h1>Kept</h1>")));
    Request sent = page.waitForRequest(request -> request.url().endsWith("/answer"), this::asked);
    page.locator("h1:text('Kept')").waitFor();
    page.unroute("**/answer");
    return field(sent.postData(), "response");
  }

  private static String field(String form, String name) {
    return URLDecoder.decode(
        form.replaceFirst("(?s)^(?:.*&)?" + name + "=([^&]*).*$", "$1"), StandardCharsets.UTF_8);
  }

  /// From now on the prompt sends this answer of a key in the place of the right one.
  private void sends(String response) {
    String encoded = URLEncoder.encode(response, StandardCharsets.UTF_8);
    page.route(
        "**/answer",
        route ->
            route.resume(
                new Route.ResumeOptions()
                    .setPostData(
                        route
                            .request()
                            .postData()
                            .replaceFirst("response=[^&]*", "response=" + encoded))));
  }

  @Test
  @DisplayName("WA-1: an answer that was seen before opens no other login")
  void aReplayedAnswerIsRefused() {
    registered();
    String seen = kept();
    sends(seen);

    asked();

    assertThat(alert()).contains("That is not right");
    page.unroute("**/answer");
    touch();
    assertThat(outcome()).isEqualTo("passed");
  }

  /// A page of another origin that passes on what the prompt asks.
  private void phishing(String origin, String options) throws Exception {
    String script = Files.readString(Path.of("src", "main", "resources", "static", "webauthn.js"));
    String form =
        """
        <!doctype html><form method="post" action="/got" data-webauthn="get" data-options='%s'>
        <input type="hidden" name="response"><button data-webauthn-start>Go</button></form>
        <script src="/own.js"></script>
        """
            .formatted(options);
    page.route(origin + "/**", route -> route.fulfill(of(route, form, script)));
    page.navigate(origin + "/phish");
  }

  private static Route.FulfillOptions of(Route route, String form, String script) {
    return route.request().url().endsWith(".js")
        ? new Route.FulfillOptions().setContentType("text/javascript").setBody(script)
        : new Route.FulfillOptions().setContentType("text/html").setBody(form);
  }

  @Test
  @DisplayName("WA-5: a page at another port gets an answer that the prompt refuses")
  void whatAnotherOriginGotIsRefused() throws Exception {
    registered();
    page.addInitScript(NOT_IN_THE_PROMPT);
    asked();
    String prompt = page.url();
    String options = page.locator("form[data-webauthn]").getAttribute("data-options");

    phishing("http://localhost:8998", options);
    Request got = page.waitForRequest(request -> request.url().endsWith("/got"), this::touch);
    String response = field(got.postData(), "response");
    page.navigate(prompt);
    page.evaluate(
        """
        response => {
          const form = document.querySelector('form[data-webauthn]');
          form.elements.namedItem('response').value = response;
          form.submit();
        }
        """,
        response);

    page.locator("[role=alert]:visible").waitFor();
    assertThat(alert()).contains("That is not right");
  }

  @Test
  @DisplayName("WA-7: at another host the browser itself gives nothing away")
  void anotherHostGetsNothing() throws Exception {
    registered();
    page.addInitScript(NOT_IN_THE_PROMPT);
    asked();
    String options = page.locator("form[data-webauthn]").getAttribute("data-options");

    phishing("https://bank.example", options);
    touch();

    page.locator("form[data-webauthn-state=wrong_site]").waitFor();
    assertThat(page.locator("[name=response]").inputValue()).isEmpty();
  }

  @Test
  @DisplayName("WA-16: a key that was removed is not asked, and what it says opens nothing")
  void aRemovedKeyOpensNothing() {
    String lost = registered();
    FactorId gone = held().getFirst();
    registered();
    account(page);
    page.locator("a[href$='/factors/" + gone + "/remove']").click();
    proveWhereAsked();
    click(page, "/remove");
    assertThat(held()).hasSize(1).doesNotContain(gone);

    keys.touchOnly(lost);
    asked();
    page.locator("form[data-webauthn-state=refused]").waitFor();

    page.addInitScript(
        """
        const get = navigator.credentials.get.bind(navigator.credentials);
        navigator.credentials.get = asked => {
          asked.publicKey.allowCredentials = [];
          return get(asked);
        };
        """);
    asked();
    page.locator(".note.bad#said").waitFor();
    assertThat(alert()).contains("That is not right");
  }

  @Test
  @DisplayName("WA-19: a copy of a key gives itself away by its counter; a tenant may only note it")
  void aCounterThatGoesBackIsHandledByPolicy() {
    String key = registered();
    for (int i = 0; i < 2; i++) {
      asked();
      assertThat(outcome()).isEqualTo("passed");
    }
    keys.replaceByCopy(key, 0);

    asked();

    page.locator("#said").waitFor();
    assertThat(alert()).contains("may have been copied");
    patch(tenant, "/v1/settings", "{\"webauthn\":{\"counter_back\":\"note\"}}");
    asked();
    assertThat(outcome()).isEqualTo("passed");
  }
}
