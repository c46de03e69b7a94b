package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.credit.Accounts;
import io.tweestap.credit.Prices;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// Real answers of every operation are what the OpenAPI document says they are.
@TestPropertySource(
    properties = {
      "tweestap.carrier.sandbox.enabled=true",
      "tweestap.webhook.allow-private-addresses=true"
    })
class AnswersDescribedTest extends ApiTest {
  private static final String V = "/v1/verifications";
  private static final String ENDPOINTS = "/v1/webhook_endpoints";
  private static final String NUMBERS = "/v1/settings/test_numbers";
  static final String START = "{\"to\":\"+31612345678\",\"channel\":\"sms\",\"purpose\":\"login\"}";

  @Autowired Accounts accounts;
  @Autowired Prices prices;

  private final Set<String> succeeded = new HashSet<>();

  @Test
  void everyOperationAnswersAsItIsDescribed() {
    TestTenant tenant = newTenant();
    verifications(tenant);
    messages(tenant);
    settings(tenant);
    templates(tenant);
    users(tenant);
    FactorsWalk.go(this, tenant);
    FactorKindsWalk.go(this, tenant);
    policies(tenant);
    webhooks(tenant);
    links(tenant);
    CreditWalk.go(this, newTenant());
    audit(tenant);
    token(tenant);
    call(tenant, "GET", "/v1/openapi.json", null, 200);

    assertThat(succeeded)
        .isEqualTo(
            Described.operations()
                .map(Described.Operation::id)
                .filter(id -> !LoginsDescribedTest.OPERATIONS.contains(id))
                .collect(Collectors.toSet()));
  }

  private void verifications(TestTenant tenant) {
    call(tenant, "PUT", NUMBERS + "/+31600000001", "{\"code\":\"123456\"}", 200);
    call(tenant, "GET", NUMBERS, null, 200);
    String test = START.replace("+31612345678", "+31600000001");
    String one = V + "/" + id(call(tenant, "POST", V, test, 201));
    call(tenant, "POST", one + "/resend", "{\"channel\":\"voice\"}", 429);
    clock.advance(Duration.ofSeconds(31));
    call(tenant, "POST", one + "/resend", "{}", 200);
    call(tenant, "POST", one + "/check", "{\"code\":\"000000\"}", 422);
    call(tenant, "POST", one + "/check", "{\"code\":\"123456\"}", 200);
    call(tenant, "POST", one + "/check", "{\"code\":\"123456\"}", 409);
    call(tenant, "GET", one, null, 200);
    call(tenant, "GET", V + "?state=approved&purpose=login&limit=1", null, 200);
    String other = V + "/" + id(call(tenant, "POST", V, START, 201));
    call(tenant, "DELETE", other, null, 200);
    call(tenant, "POST", other + "/check", "{\"code\":\"123456\"}", 410);
    call(tenant, "DELETE", NUMBERS + "/+31600000001", null, 204);
  }

  private void messages(TestTenant tenant) {
    call(tenant, "POST", V, START, 201);
    String path = "/v1/messages?state=accepted";
    await().until(() -> get(tenant, path).json().get("data").size() > 0);
    Answer listed = call(tenant, "GET", path, null, 200);
    call(tenant, "GET", "/v1/messages/" + id(listed.json().get("data").get(0)), null, 200);
    String estimate = "/v1/messages/estimate";
    call(tenant, "POST", estimate, example("post", estimate).toString(), 200);
    call(tenant, "POST", estimate, "{}", 400);
    MessagesWalk.go(this, tenant);
    call(tenant, "GET", "/v1/sandbox/messages?to=%2B31612345678&limit=1", null, 200);
    call(tenant, "GET", "/v1/sandbox/handsets", null, 200);
    call(tenant, "DELETE", "/v1/sandbox/messages", null, 204);
  }

  private void settings(TestTenant tenant) {
    call(tenant, "GET", "/v1/settings", null, 200);
    String change =
        Described.operation("patch", "/v1/settings")
            .node()
            .at("/requestBody/content/application~1json/examples/change/value")
            .toString();
    call(tenant, "PATCH", "/v1/settings", change, 200);
    call(tenant, "GET", "/v1/settings/pages", null, 200);
    String look = example("patch", "/v1/settings/pages").toString();
    call(tenant, "PATCH", "/v1/settings/pages", look, 200);
    call(tenant, "PATCH", "/v1/settings/pages", "{\"accent\":\"#ffff00\"}", 400);
    String guard = "/v1/fraud/settings";
    call(tenant, "PUT", guard, example("put", guard).toString(), 200);
    call(tenant, "PUT", guard, "{\"mode\":\"off\"}", 400);
    call(tenant, "GET", guard, null, 200);
    call(tenant, "GET", "/v1/fraud/decisions?action=refused&limit=1", null, 200);
    call(tenant, "GET", "/v1/fraud/decisions?rule=x", null, 400);
  }

  private void templates(TestTenant tenant) {
    String one = "/v1/templates/shop";
    call(tenant, "PUT", one, "{\"texts\":{\"nl\":\"{code} opent {sender}, {life}.\"}}", 200);
    call(tenant, "PUT", one, "{\"texts\":{\"nl\":\"no place\"}}", 422);
    call(tenant, "GET", "/v1/templates", null, 200);
    call(tenant, "GET", one, null, 200);
    call(tenant, "DELETE", one, null, 204);
    call(tenant, "GET", one, null, 404);
  }

  private void users(TestTenant tenant) {
    String one = "/v1/users/anna";
    String wish = example("put", "/v1/users/{ref}").toString();
    call(tenant, "PUT", one, wish, 201);
    call(tenant, "PUT", one, wish, 200);
    call(tenant, "PATCH", one, "{\"groups\":[\"staff\"]}", 200);
    Answer user = call(tenant, "GET", one + "?reveal=true", null, 200);
    call(tenant, "GET", "/v1/users?group=staff&state=active", null, 200);
    String address = one + "/addresses/" + id(user.json().at("/addresses/0"));
    call(tenant, "POST", address + "/confirm", "{\"code\":\"000000\"}", 404);
    call(tenant, "POST", address + "/verify", "{\"channel\":\"sms\"}", 422);
    call(tenant, "POST", address + "/verify", null, 201);
    call(tenant, "POST", address + "/confirm", "{\"code\":\"0000\"}", 422);
    String mail = "/v1/sandbox/messages?to=anna%40example.org";
    await().until(() -> get(tenant, mail).json().at("/data").size() > 0);
    String code = get(tenant, mail).json().at("/data/0/text").asString().split(" ")[0];
    call(tenant, "POST", address + "/confirm", "{\"code\":\"" + code + "\"}", 200);
    call(tenant, "POST", one + "/suspend", null, 200);
    call(tenant, "POST", one + "/resume", "{\"staff\":\"jan\",\"reason\":\"back\"}", 200);
    call(tenant, "POST", one + "/deadline", example("post", one + "/deadline").toString(), 200);
    call(tenant, "GET", one + "/export", null, 200);
    call(tenant, "POST", one + "/close", "{}", 200);
    call(tenant, "POST", one + "/resume", "{}", 409);
    call(tenant, "PUT", one, wish, 409);
    call(tenant, "DELETE", one, null, 204);
    call(tenant, "GET", one, null, 404);
    file(tenant, "/v1/users/import", "ref;phone\nanna;0612345678\nben;061\n");
    file(tenant, "/v1/users/import?atomic=true", "ref;phone\nanna;0612345678\nben;061\n");
    file(tenant, "/v1/users/import?dry_run=true", "name\nanna\n");
    String app = "otpauth://totp/a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\n";
    file(tenant, "/v1/factors/import", "user,otpauth_uri\nanna," + app + "nobody," + app);
    file(tenant, "/v1/factors/import", "name\nanna\n");
  }

  private void file(TestTenant tenant, String path, String csv) {
    HttpRequest.Builder request = authorized(tenant, path).header("Content-Type", "text/csv");
    see("POST", path, send(request.POST(HttpRequest.BodyPublishers.ofString(csv))));
  }

  static JsonNode example(String method, String path) {
    return Described.operation(method, path)
        .node()
        .at("/requestBody/content/application~1json/examples")
        .iterator()
        .next()
        .get("value");
  }

  private void policies(TestTenant tenant) {
    call(tenant, "PUT", "/v1/users/bert", "{\"groups\":[\"staff\"]}", 201);
    String policy =
        "{\"name\":\"Staff\",\"group\":\"staff\",\"required_from\":\"2020-01-01\","
            + "\"exemptions_need_approval\":true}";
    String one = "/v1/policies/" + id(call(tenant, "POST", "/v1/policies", policy, 201));
    call(tenant, "POST", "/v1/policies", policy, 409);
    call(tenant, "GET", "/v1/policies", null, 200);
    call(tenant, "GET", one, null, 200);
    call(tenant, "PUT", one, policy, 400);
    call(tenant, "GET", "/v1/users/bert/policy?locale=nl", null, 200);
    call(tenant, "POST", "/v1/users/bert/account-links", "{}", 201);
    call(tenant, "POST", "/v1/policies/preview", "{\"date\":\"2099-03-01\"}", 200);
    call(tenant, "GET", "/v1/policies/coverage", null, 200);
    exemptions(tenant);
    see("PUT", one, send(withJson(seen(tenant, one, 1), "PUT", policy)));
    see("PUT", one, send(withJson(seen(tenant, one, 1), "PUT", policy)));
    see("DELETE", one, send(seen(tenant, one, 1).DELETE()));
    see("DELETE", one, send(seen(tenant, one, 2).DELETE()));
  }

  private void exemptions(TestTenant tenant) {
    String all = "/v1/users/bert/exemptions";
    String body =
        "{\"reason\":\"no phone\",\"staff\":\"Alice\",\"until\":\""
            + clock.instant().plus(Duration.ofDays(9))
            + "\"}";
    String one = all + "/" + id(call(tenant, "POST", all, body, 201));
    call(tenant, "POST", all, body, 409);
    call(tenant, "POST", one + "/approve", "{\"staff\":\"Alice\"}", 422);
    call(tenant, "POST", one + "/approve", "{\"staff\":\"Bob\"}", 200);
    call(tenant, "POST", one + "/approve", "{\"staff\":\"Bob\"}", 409);
    call(tenant, "GET", all, null, 200);
    call(tenant, "GET", "/v1/exemptions?state=active", null, 200);
    call(tenant, "DELETE", one + "?staff=Alice", null, 200);
  }

  private HttpRequest.Builder seen(TestTenant tenant, String path, int version) {
    return authorized(tenant, path).header("If-Match", "\"" + version + "\"");
  }

  private void webhooks(TestTenant tenant) {
    String body =
        "{\"url\":\"http://127.0.0.1:65535/h\","
            + "\"events\":[\"verification.started\",\"message.accepted\"]}";
    String one = ENDPOINTS + "/" + id(call(tenant, "POST", ENDPOINTS, body, 201));
    call(tenant, "GET", ENDPOINTS, null, 200);
    call(tenant, "GET", one, null, 200);
    call(tenant, "PATCH", one, "{\"description\":\"shop\"}", 200);
    call(tenant, "POST", one + "/rotate_secret", null, 200);
    String event =
        "/v1/webhook_events/"
            + call(tenant, "POST", one + "/ping", null, 202).json().get("event_id").asString();
    call(tenant, "POST", V, START, 201);
    String events = "/v1/webhook_events";
    await().until(() -> get(tenant, events + "?type=message.accepted").text().contains("about"));
    Answer listed = call(tenant, "GET", events, null, 200);
    assertThat(listed.json().get("data").valueStream().map(AnswersDescribedTest::type))
        .contains("ping", "verification.started", "message.accepted");
    call(tenant, "POST", event + "/replay", null, 202);
    await().until(() -> get(tenant, event).json().at("/deliveries/0").has("last_error"));
    call(tenant, "GET", event, null, 200);
    call(tenant, "DELETE", one, null, 204);
  }

  /// It gets no messages: the other tests of this server need theirs.
  private void links(TestTenant tenant) {
    String link =
        "{\"name\":\"described\",\"host\":\"localhost\",\"port\":1,\"system_id\":\"acme\","
            + "\"password\":\"secret08\",\"active\":false}";
    call(tenant, "POST", "/v1/links", link, 201);
    call(tenant, "POST", "/v1/links", link, 409);
    call(tenant, "POST", "/v1/links", link.replace("1,", "0,"), 400);
    call(tenant, "GET", "/v1/links", null, 200);
    call(tenant, "GET", "/v1/links/described", null, 200);
    call(tenant, "PATCH", "/v1/links/described", "{\"window\":5}", 200);
    call(tenant, "DELETE", "/v1/links/described", null, 204);
    call(tenant, "GET", "/v1/links/described", null, 404);
    String rules =
        "{\"version\":%d,\"rules\":[{\"name\":\"nl\",\"countries\":[\"NL\"],"
            + "\"carriers\":[{\"carrier\":\"described\"}]}]}";
    call(tenant, "PUT", "/v1/routes", rules.formatted(0), 200);
    call(tenant, "PUT", "/v1/routes", rules.formatted(0), 412);
    call(tenant, "PUT", "/v1/routes", rules.formatted(1).replace("NL", "nl"), 400);
    call(tenant, "GET", "/v1/routes", null, 200);
    call(tenant, "GET", "/v1/routes/learning", null, 200);
  }

  private void audit(TestTenant tenant) {
    call(tenant, "GET", "/v1/audit?result=success&limit=1", null, 200);
    call(tenant, "GET", "/v1/audit?action=none", null, 400);
    call(tenant, "GET", "/v1/audit/export?action=audit.read", null, 200);
    call(tenant, "GET", "/v1/audit/export?subject=anna", null, 400);
  }

  private void token(TestTenant tenant) {
    for (String form : new String[] {"grant_type=client_credentials", "grant_type=x", ""}) {
      Answer answer =
          send(
              request("/oauth2/token")
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          form
                              + "&client_id="
                              + tenant.client().clientId()
                              + "&client_secret="
                              + tenant.client().secret())));
      see("POST", "/oauth2/token", answer);
    }
    see("GET", V, send(request(V).GET()));
  }

  @Test
  void everyRefusalIsDescribed() {
    TestTenant tenant = newTenant();
    String started = V + "/" + id(call(tenant, "POST", V, START, 201));
    for (String body :
        new String[] {
          "{",
          "{\"phone\":\"1\"}",
          "{}",
          START.replace("login", "x"),
          START.replace("sms", "fax"),
          START.replace("+31612345678", "061"),
          START.replace("+31612345678", "+33612345678"),
          START.replace("+31612345678", "09001234"),
          START.replace("sms", "email"),
          START.replace("}", ",\"ttl\":700}"),
          START.replace("}", ",\"template\":\"x\"}"),
          START.replace("}", ",\"code_length\":3}"),
          "{\"to\":\"" + "x".repeat(70_000) + "\"}"
        }) {
      assertThat(call(tenant, "POST", V, body, 0).status()).isGreaterThanOrEqualTo(400);
    }
    for (String query : new String[] {"state=x", "since=x", "limit=0", "limit=x", "cursor=x"}) {
      call(tenant, "GET", V + "?" + query, null, 400);
    }
    call(tenant, "GET", V + "/x", null, 404);
    call(tenant, "POST", started + "/check", "{\"code\":1}", 400);
    call(tenant, "PATCH", "/v1/settings", "{\"limits\":{\"x\":1}}", 400);
    call(tenant, "PUT", NUMBERS + "/31", "{\"code\":\"123456\"}", 400);
    call(tenant, "DELETE", NUMBERS + "/+31600000009", null, 404);
    call(tenant, "POST", ENDPOINTS, "{\"url\":\"ftp://a\",\"events\":[\"ping\"]}", 400);
    call(tenant, "POST", ENDPOINTS + "/x/ping", null, 404);
    call(tenant, "GET", "/v1/webhook_events?type=x", null, 400);
    call(tenant, "GET", "/v1/messages/x", null, 404);
    see("GET", V, send(authorized(tenant, V).header("Accept", "image/png").GET()));
    see("POST", V, send(authorized(tenant, V).POST(HttpRequest.BodyPublishers.ofString("{}"))));
  }

  @Test
  void rateLimitsAndRepetitionsAreDescribed() {
    TestTenant tenant = newTenant();
    call(tenant, "PATCH", "/v1/settings", "{\"limits\":{\"sends_per_address_hour\":1}}", 200);
    HttpRequest.Builder keyed = withJson(authorized(tenant, V), "POST", START);
    keyed.header("Idempotency-Key", "one");
    Answer first = send(keyed.copy());
    Answer again = send(keyed.copy());
    see("POST", V, again);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    Answer limited = call(tenant, "POST", V, START, 429);
    assertThat(limited.header("Retry-After"))
        .isEqualTo(limited.json().get("retry_after_seconds").asString());
    HttpRequest.Builder changed =
        withJson(authorized(tenant, V), "POST", START.replace("login", "binding"));
    see("POST", V, send(changed.header("Idempotency-Key", "one")));
  }

  /// Every example of a request is one that the server takes.
  @Test
  void examplesOfAStartAreAccepted() {
    TestTenant tenant = newTenant();
    Described.operation("post", V)
        .node()
        .at("/requestBody/content/application~1json/examples")
        .forEach(example -> call(tenant, "POST", V, example.get("value").toString(), 201));
  }

  /// @param status what must come back; 0 for anything that is described
  Answer call(TestTenant as, String method, String path, @Nullable String json, int status) {
    HttpRequest.Builder request = authorized(as, path);
    Answer answer =
        send(
            json == null
                ? request.method(method, HttpRequest.BodyPublishers.noBody())
                : withJson(request, method, json));
    if (status != 0) {
      assertThat(answer.status()).as(method + " " + path + "\n" + answer.text()).isEqualTo(status);
    }
    see(method, path, answer);
    return answer;
  }

  private void see(String method, String path, Answer answer) {
    Described.Operation operation = Described.operation(method, path);
    AnswerCheck.check(operation, answer);
    if (answer.status() < 300) {
      succeeded.add(operation.id());
    }
  }

  private static String type(JsonNode event) {
    return event.get("type").asString();
  }

  private static String id(Answer answer) {
    return id(answer.json());
  }

  private static String id(JsonNode thing) {
    return thing.get("id").asString();
  }
}
