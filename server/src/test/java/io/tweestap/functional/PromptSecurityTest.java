package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.login.prompt.PromptHandle;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayName("The hosted prompt gives nothing to a thief, a stranger or another site")
class PromptSecurityTest extends PromptTest {
  @ParameterizedTest
  @DisplayName("SES-5: open redirect: only whole addresses on the tenant's list lead back")
  @ValueSource(
      strings = {
        "https://evil.example/login/back",
        "https://shop.example/login/back/",
        "https://shop.example/login/back?x=1",
        "https://shop.example/login/BACK",
        "https://shop.example:443/login/back",
        "https://shop.example@evil.example/login/back",
        "https://shop.example.evil.example/login/back",
        "//shop.example/login/back",
        "javascript:alert(1)",
        ""
      })
  void onlyWholeAddressesOnTheListLeadBack(String url) {
    Answer refused = begin("\"return_url\":\"" + url + "\"");

    assertThat(refused.code()).isEqualTo("invalid_field");
    assertThat(refused.json().path("field").asString()).isEqualTo("return_url");
  }

  @Test
  void nothingInARequestChangesWhereItLeads() {
    App app = app(anna);
    WebVisitor browser = opened(prompted());
    browser.get(browser.address + "?return_url=https://evil.example/&state=x");

    browser.send("/answer", "code", code(app), "return_url", "https://evil.example/", "state", "x");

    assertThat(browser.outside).startsWith(BACK + "?login_id=");
    assertThat(browser.brought("state")).isEqualTo("s%20p%26c%3D%2F%C3%BC");
  }

  @Test
  void stateIsForReturnsAndHasAForm() {
    assertThat(begin("\"state\":\"x\"").json().path("field").asString()).isEqualTo("state");
    String back = "\"return_url\":\"" + BACK + "\"";
    assertThat(begin(back + ",\"state\":\"a\\nb\"").code()).isEqualTo("invalid_field");
    assertThat(begin(back + ",\"state\":\"" + "x".repeat(501) + "\"").code())
        .isEqualTo("invalid_field");
  }

  @Test
  @DisplayName("The address opens in one browser; a second one is refused in clear words")
  void aSecondBrowserIsRefused() {
    app(anna);
    JsonNode login = prompted();
    WebVisitor first = opened(login).sees("Confirm that it is you");

    WebVisitor second = visitor().get(urlOf(login));

    assertThat(second.page.status()).isEqualTo(403);
    second.sees("This page cannot be opened here", "It was opened in another browser");
    second.get(first.address).sees("This page cannot be opened here");
    assertThat(second.page.text()).doesNotContain("phone", "anna");
    first.get(urlOf(login)).sees("Confirm that it is you");
  }

  @Test
  @DisplayName("Race: of many browsers with one address, one opens it")
  void oneOfManyOpensIt() throws Exception {
    app(anna);
    String url = urlOf(prompted());

    List<Integer> statuses = Together.run(16, () -> visitor().get(url).page.status());

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 403).hasSize(15);
  }

  @Test
  void whatOnlyLooksAheadDoesNotUseTheAddressUp() {
    app(anna);
    JsonNode login = prompted();
    WebVisitor browser = visitor();
    send(browser.request(urlOf(login)).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    send(browser.request(urlOf(login)).header("Sec-Purpose", "prefetch").GET());

    browser.get(urlOf(login)).sees("Confirm that it is you");
  }

  @Test
  @DisplayName("Session fixation: who lures somebody into doing his login does not get in")
  void aPlantedAddressGainsNothing() {
    App app = app(anna);
    // The thief knows the password, begins a login, and sends its address to the victim.
    JsonNode login = prompted();
    WebVisitor victim = opened(login);
    victim.send("/answer", "code", code(app));

    // The login has passed, but in the victim's browser. The thief's has no return code.
    String id = idOf(login);
    assertThat(read(id).json().path("state").asString()).isEqualTo("pending");
    assertThat(read(id).json().path("next").asString()).isEqualTo("claim");
    assertThat(read(id).text()).doesNotContain("\"result\"", "amr");
    String otherCode = otherReturnCode(app);
    for (String guess : List.of("x", "AAAA", otherCode)) {
      assertThat(claim(id, guess).code()).as(guess).isEqualTo("wrong_code");
    }
    visitor().get(urlOf(login)).sees("This page cannot be opened here");
  }

  /// The code of another login of the same user.
  private String otherReturnCode(App app) {
    advance(Duration.ofSeconds(31));
    WebVisitor own = opened(prompted());
    own.send("/answer", "code", code(app));
    return own.brought("return_code");
  }

  @Test
  @DisplayName("Race: a return that is replayed many times is taken once")
  void aReplayedReturnIsTakenOnce() throws Exception {
    App app = app(anna);
    WebVisitor browser = opened(prompted());
    browser.send("/answer", "code", code(app));

    List<String> outcomes = Together.run(16, () -> outcome(claim(browser)));

    assertThat(outcomes).filteredOn("passed"::equals).hasSize(1);
    assertThat(outcomes).filteredOn("already_claimed"::equals).hasSize(15);
  }

  @Test
  void aRepeatedClaimWithItsKeyGetsTheSameAnswer() {
    App app = app(anna);
    WebVisitor browser = opened(prompted());
    browser.send("/answer", "code", code(app));
    String path = "/v1/logins/" + browser.brought("login_id") + "/claim";
    String body = "{\"return_code\":\"" + browser.brought("return_code") + "\"}";

    Answer first =
        send(withJson(authorized(tenant, path), "POST", body).header("Idempotency-Key", "1"));
    Answer again =
        send(withJson(authorized(tenant, path), "POST", body).header("Idempotency-Key", "1"));

    assertThat(first.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
  }

  @Test
  void aResultIsTakenInTime() {
    App app = app(anna);
    WebVisitor browser = opened(prompted());
    browser.send("/answer", "code", code(app));
    advance(Duration.ofMinutes(21));

    assertThat(claim(browser).code()).isEqualTo("login_over");
    assertThat(read(browser.brought("login_id")).json().path("state").asString())
        .isEqualTo("pending");
  }

  @Test
  @DisplayName("Invariant 6: another tenant takes no result, and its pages show none of this one")
  void anotherTenantGetsNothing() {
    App app = app(anna);
    JsonNode login = prompted();
    WebVisitor browser = opened(login);
    PromptHandle foreign =
        new PromptHandle(otherTenant().tenant().id(), UUID.fromString(idOf(login)));

    visitorWith(browser).get("/prompt/" + foreign.text()).sees("This page cannot be opened here");
    browser.send("/answer", "code", code(app));

    String path = "/v1/logins/" + idOf(login) + "/claim";
    String body = "{\"return_code\":\"" + browser.brought("return_code") + "\"}";
    assertThat(post(otherTenant(), path, body).status()).isEqualTo(404);
    assertThat(claim(browser).status()).isEqualTo(200);
  }

  private WebVisitor visitorWith(WebVisitor cookiesOf) {
    WebVisitor other = visitor();
    other.cookies.putAll(cookiesOf.cookies);
    return other;
  }

  @Test
  @DisplayName("CSRF: no step is taken by a form of another site")
  void aForeignFormTakesNoStep() {
    App app = app(anna);
    WebVisitor browser = opened(prompted());
    String answer = browser.address + "/answer";
    Map<String, String> fields = Map.of("factor", app.id().toString(), "code", code(app));

    browser.post(answer, fields);

    assertThat(browser.page.status()).isEqualTo(403);
    browser.sees("This page has grown old");
    for (String step :
        List.of(
            "/leave",
            "/choose",
            "/challenge",
            "/begin",
            "/proof",
            "/proof/check",
            "/pick",
            "/setup",
            "/setup/again",
            "/setup/confirm",
            "/setup/cancel",
            "/skip",
            "/codes/kept",
            "/done")) {
      browser.post(answer.replace("/answer", step), fields);
      assertThat(browser.page.status()).as(step).isEqualTo(403);
    }
    browser.get(answer.replace("/answer", "")).sees("Confirm that it is you");
  }

  @Test
  @DisplayName("OIDC-20: pages are in no frame, in no cache, and tell no address on")
  void headersShutThePageIn() {
    app(anna);
    WebVisitor browser = opened(prompted());

    assertThat(browser.page.header("Content-Security-Policy"))
        .contains("frame-ancestors 'none'", "form-action 'self' https://shop.example")
        .doesNotContain("unsafe-", "/login/back");
    assertThat(browser.page.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(browser.page.header("Cache-Control")).contains("no-store");
    assertThat(browser.page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(browser.page.text()).doesNotContain("style=\"", "onclick", "<script>");
  }

  @Test
  void cookiesAreHardToTake() {
    app(anna);
    Answer opened = send(visitor().request(urlOf(prompted())).GET());

    assertThat(opened.status()).isEqualTo(303);
    assertThat(opened.header("Location")).doesNotContain("open");
    assertThat(opened.headers().allValues("Set-Cookie"))
        .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
  }

  @Test
  @DisplayName("Brute force: ten wrong answers end the login, whatever way they go")
  void guessesEndTheLogin() {
    App app = app(anna);
    JsonNode login = prompted();
    WebVisitor browser = opened(login);
    jdbc.sql("UPDATE login SET answers_wrong = answers_max - 2 WHERE tenant_id = ?")
        .param(tenant.tenant().id().value())
        .update();
    browser.send("/answer", "code", wrong(app)).sees("You have one more try.");

    browser.send("/answer", "code", wrong(app));

    browser.sees("Too many wrong answers", "Back to Test");
    assertThat(read(idOf(login)).json().path("state").asString()).isEqualTo("failed");
    assertThat(browser.page.text()).contains("href=\"" + BACK);
  }

  @Test
  void anAddressThatIsNoneSaysSo() {
    for (String path : List.of("/prompt/x", "/prompt/open/x", "/prompt/open/" + "A".repeat(86))) {
      WebVisitor browser = visitor().get(path);
      assertThat(browser.page.status()).as(path).isEqualTo(403);
      browser.sees("This page cannot be opened here");
    }
  }

  @Test
  void aLoginWithoutAPromptHasNone() {
    app(anna);
    JsonNode login = begun("");

    assertThat(login.has("prompt_url")).isFalse();
    assertThat(claim(idOf(login), "x").status()).isEqualTo(404);
  }
}
