package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Frequency;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Real answers about logins, sessions and browsers are what the OpenAPI document says they are.
class LoginsDescribedTest extends LoginTest {
  /// What is seen here, and so need not be seen by [AnswersDescribedTest].
  static final Set<String> OPERATIONS =
      Described.operations()
          .filter(operation ->
              Set.of("Logins", "Sessions and browsers", "Disconnects").contains(tag(operation)))
          .map(Described.Operation::id)
          .collect(Collectors.toSet());

  private final Set<String> succeeded = new HashSet<>();

  @Test
  void everyOperationAnswersAsItIsDescribed() {
    offered();
    enrolled();
    challenged();
    prompted();
    payment();
    reset();
    disconnects();

    assertThat(succeeded).isEqualTo(OPERATIONS);
  }

  private void offered() {
    String id = idOf("{\"user\":\"anna\",\"purpose\":\"login\"}");
    call("POST", path(id, "/enrollment/confirm"), "{\"code\":\"123456\"}", 409);
    call("POST", path(id, "/enrollment/proof"), "{}", 422);
    call("POST", path(id, "/enrollment"), "{\"kind\":\"totp\"}", 409);
    call("POST", path(id, "/enrollment/skip"), null, 200);
    call("POST", path(id, "/enrollment/skip"), null, 409);
  }

  private void enrolled() {
    addressesAreProven(anna);
    policy(
        terms(
            java.util.Optional.of(yesterday()),
            java.util.Optional.of(new Frequency.PerBrowser(30)),
            java.util.Optional.of(FirstFactorProof.MAIL_LINK)));
    String id = idOf("{\"user\":\"anna\",\"purpose\":\"login\"}");
    call("POST", path(id, "/enrollment/skip"), null, 409);
    call("POST", path(id, "/enrollment/proof"), null, 201);
    call("POST", path(id, "/enrollment/proof"), null, 429);
    call("POST", path(id, "/enrollment/proof/check"), "{\"code\":\"0000\"}", 422);
    String code = "{\"code\":\"" + mailedCode(1) + "\"}";
    call("POST", path(id, "/enrollment/proof/check"), code, 200);
    call("POST", path(id, "/enrollment"), "{}", 400);
    Answer begun = call("POST", path(id, "/enrollment"), "{\"kind\":\"totp\"}", 201);
    App app = appOf(begun);
    call("POST", path(id, "/enrollment/confirm"), "{\"code\":\"" + wrong(app) + "\"}", 422);
    call(
        "POST",
        path(id, "/enrollment/confirm"),
        "{\"code\":\"" + code(app) + "\",\"remember_browser\":true}",
        200);
    advance(Duration.ofSeconds(60));
  }

  private void challenged() {
    App app = app(anna);
    String id =
        idOf(
            "{\"user\":\"anna\",\"purpose\":\"login\",\"application\":\"shop\","
                + "\"ip\":\"203.0.113.9\",\"user_agent\":\"Firefox\"}");
    String factor = "{\"factor_id\":\"" + app.id() + "\"";
    call("POST", path(id, "/challenges"), factor + "}", 201);
    call("POST", path(id, "/answers"), factor + ",\"code\":\"" + wrong(app) + "\"}", 422);
    call("POST", path(id, "/answers"), factor + "}", 400);
    String answer = factor + ",\"code\":\"" + code(app) + "\",\"remember_browser\":true}";
    String token =
        call("POST", path(id, "/answers"), answer, 200).json().path("browser_token").asString();
    call("POST", path(id, "/answers"), answer, 409);
    call("GET", path(id, ""), null, 200);
    call("POST", "/v1/sessions/" + id + "/touch", null, 200);
    call("GET", "/v1/users/anna/sessions", null, 200);
    call("DELETE", "/v1/users/anna/sessions/" + id, null, 204);
    call("DELETE", "/v1/users/anna/sessions/" + id, null, 404);
    call("POST", "/v1/sessions/" + id + "/touch", null, 200);
    call("DELETE", "/v1/users/anna/sessions", null, 204);
    idOf("{\"user\":\"anna\",\"purpose\":\"login\",\"browser_token\":\"" + token + "\"}");
    String browser =
        call("GET", "/v1/users/anna/browsers", null, 200).json().at("/data/0/id").asString();
    call("DELETE", "/v1/users/anna/browsers/" + browser, null, 204);
    call("DELETE", "/v1/users/anna/browsers", null, 204);
    call("POST", "/v1/users/anna/password-changed", null, 204);
  }

  private void prompted() {
    String back = "https://shop.example.org/login/back";
    patch(tenant, "/v1/settings/pages", "{\"return_urls\":[\"" + back + "\"]}");
    String body =
        Described.operation("post", "/v1/logins")
            .node()
            .at("/requestBody/content/application~1json/examples/prompt/value")
            .toString();
    call("POST", "/v1/logins", body.replace(back, back + "/"), 400);
    App app = app(anna);
    JsonNode login = call("POST", "/v1/logins", body, 201).json();
    String claim = path(login.path("id").asString(), "/claim");
    WebVisitor browser = new WebVisitor(address("/"));
    browser.get(login.path("prompt_url").asString());
    browser.send("/answer", "code", code(app));
    call("POST", claim, "{\"return_code\":\"AAAA\"}", 422);
    call("POST", claim, "{}", 400);
    call("GET", path(login.path("id").asString(), ""), null, 200);
    String code = "{\"return_code\":\"" + browser.brought("return_code") + "\"}";
    call("POST", claim, code, 200);
    call("POST", claim, code, 409);
    advance(Duration.ofSeconds(60));
  }

  private void payment() {
    String example =
        Described.operation("post", "/v1/logins")
            .node()
            .at("/requestBody/content/application~1json/examples/payment/value")
            .toString();
    String id = idOf(example);
    call("POST", path(id, "/recovery"), null, 409);
    call("DELETE", path(id, ""), null, 200);
    call("POST", path(id, "/challenges"), "{\"factor_id\":\"" + anna.id() + "\"}", 409);
    call("POST", "/v1/logins", "{\"user\":\"nobody\",\"purpose\":\"login\"}", 404);
    call("POST", "/v1/logins", "{\"user\":\"anna\",\"purpose\":\"x\"}", 400);
  }

  private void reset() {
    String id = idOf("{\"user\":\"anna\",\"purpose\":\"password_reset\"}");
    call("POST", path(id, "/recovery/check"), "{\"code\":\"123456\"}", 410);
    call("POST", path(id, "/recovery"), "{\"address_id\":\"" + anna.id() + "\"}", 422);
    call("POST", path(id, "/recovery"), null, 201);
    String code = "{\"code\":\"" + mailedCode(2) + "\"}";
    call("POST", path(id, "/recovery/check"), code, 200);
  }

  private void disconnects() {
    String path = "/v1/users/anna/disconnect";
    String all =
        Described.operation("post", path)
            .node()
            .at("/requestBody/content/application~1json/examples/all/value")
            .toString();
    call("POST", path, "{}", 400);
    call("POST", path, all.replace("{\"all\":true}", "{\"factor_id\":\"" + anna.id() + "\"}"), 404);
    call("POST", path, all, 200);
    patch(tenant, "/v1/settings", "{\"disconnect_needs_approval\":true}");
    String one = "/v1/disconnects/" + call("POST", path, all, 202).json().path("id").asString();
    call("GET", "/v1/disconnects", null, 200);
    call("GET", one, null, 200);
    call("POST", one + "/approve", null, 409);
    TestTenant first = tenant;
    tenant = new TestTenant(first.tenant(), newClient(first.tenant()));
    call("POST", one + "/approve", null, 200);
    call("POST", one + "/approve", null, 409);
    String other = "/v1/disconnects/" + call("POST", path, all, 202).json().path("id").asString();
    call("DELETE", other, null, 200);
    call("DELETE", one, null, 409);
    call("GET", "/v1/disconnects/" + anna.id(), null, 404);
  }

  private String idOf(String body) {
    return call("POST", "/v1/logins", body, 201).json().path("id").asString();
  }

  private static String path(String login, String rest) {
    return "/v1/logins/" + login + rest;
  }

  private Answer call(String method, String path, @Nullable String json, int status) {
    var request = authorized(tenant, path);
    Answer answer =
        send(
            json == null
                ? request.method(method, java.net.http.HttpRequest.BodyPublishers.noBody())
                : withJson(request, method, json));
    assertThat(answer.status()).as(method + " " + path + "\n" + answer.text()).isEqualTo(status);
    Described.Operation operation = Described.operation(method, path);
    AnswerCheck.check(operation, answer);
    if (answer.status() < 300) {
      succeeded.add(operation.id());
    }
    return answer;
  }

  private static String tag(Described.Operation operation) {
    return operation.node().at("/tags/0").asString();
  }
}
