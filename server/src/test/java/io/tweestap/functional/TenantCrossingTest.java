package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@DisplayName("Invariant 6: nothing of one tenant can be read or changed by another")
class TenantCrossingTest extends VerificationTest {
  private static final String UNKNOWN = "018f0000-0000-7000-8000-000000000000";

  private static final String DISCONNECT =
      "{\"reason\":\"lost\",\"scope\":{\"all\":true},\"caller_check\":\"called back\","
          + "\"staff\":\"m\"}";

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  private TestTenant stranger;
  private String address;
  private final Map<String, String> ids = new LinkedHashMap<>();

  @BeforeEach
  void everyKindOfThingExists() {
    stranger = otherTenant();
    Answer endpoint =
        post(
            tenant,
            "/v1/webhook_endpoints",
            "{\"url\":\"http://127.0.0.1:65535/hook\",\"events\":[\"verification.started\"]}");
    String verification = started();
    text(1);
    ids.put("/v1/verifications", verification);
    ids.put("/v1/messages", first("/v1/messages"));
    ids.put(
        "/v1/messages/batches",
        post(tenant, "/v1/messages", "{\"to\":\"%s\",\"text\":\"hi\"}".formatted(freshNumber()))
            .json()
            .path("batch_id")
            .asString());
    ids.put("/v1/webhook_endpoints", endpoint.json().path("id").asString());
    ids.put("/v1/webhook_events", first("/v1/webhook_events"));
    String link = "link-" + tenant.client().clientId().replaceAll("[^a-z0-9]", "");
    link = link.substring(0, Math.min(link.length(), 30));
    post(
        tenant,
        "/v1/links",
        "{\"name\":\"%s\",\"host\":\"localhost\",\"port\":1,\"system_id\":\"acme\",".formatted(link)
            + "\"password\":\"secret08\",\"active\":false}");
    ids.put("/v1/links", link);
    put(tenant, "/v1/templates/shop", "{\"texts\":{\"nl\":\"{code}\"}}");
    ids.put("/v1/templates", "shop");
    put(tenant, "/v1/message_templates/shop", "{\"texts\":{\"nl\":\"Dag\"}}");
    ids.put("/v1/message_templates", "shop");
    put(tenant, "/v1/sender_rules/DE", "{\"kind\":\"registered\",\"senders\":[\"Shop\"]}");
    ids.put("/v1/sender_rules", "DE");
    String own = "%2B" + number.substring(1);
    put(tenant, "/v1/numbers/" + own, "{}");
    ids.put("/v1/numbers", own);
    post(
        tenant,
        "/v1/sandbox/replies",
        "{\"from\":\"+31612345678\",\"to\":\"%s\",\"text\":\"hi\"}".formatted(number));
    ids.put("/v1/inbound", first("/v1/inbound"));
    post(tenant, "/v1/opt-outs", "{\"number\":\"+31612345679\"}");
    ids.put("/v1/opt-outs", first("/v1/opt-outs"));
    ids.put("/v1/credit/statements", "2026-11");
    put(tenant, "/v1/settings/test_numbers/%2B31600000001", "{\"code\":\"424242\"}");
    ids.put("/v1/settings/test_numbers", "%2B31600000001");
    put(
        tenant,
        "/v1/users/anna",
        "{\"groups\":[\"staff\"],"
            + "\"addresses\":[{\"kind\":\"email\",\"address\":\"anna@example.org\"}]}");
    ids.put("/v1/users", "anna");
    address = get(tenant, "/v1/users/anna").json().at("/addresses/0/id").asString();
    String login =
        post(tenant, "/v1/logins", "{\"user\":\"anna\",\"purpose\":\"login\"}")
            .json()
            .path("id")
            .asString();
    post(tenant, "/v1/logins/" + login + "/enrollment/skip", "{}");
    ids.put("/v1/logins", login);
    ids.put("/v1/sessions", login);
    patch(tenant, "/v1/settings", "{\"disconnect_needs_approval\":true}");
    ids.put(
        "/v1/disconnects",
        post(tenant, "/v1/users/anna/disconnect", DISCONNECT).json().path("id").asString());
    ids.put(
        "/v1/policies",
        post(tenant, "/v1/policies", "{\"name\":\"Staff\"}").json().path("id").asString());
    Answer exemption =
        post(
            tenant,
            "/v1/users/anna/exemptions",
            "{\"reason\":\"r\",\"staff\":\"A\",\"until\":\""
                + clock.instant().plusSeconds(3600)
                + "\"}");
    ids.put("/v1/users/anna/exemptions", exemption.json().path("id").asString());
    post(
        tenant,
        "/v1/tokens/import",
        "{\"format\":\"oath_csv\",\"content\":\"1001,"
            + "3132333435363738393031323334353637383930,hotp\"}");
    ids.put("/v1/tokens", first("/v1/tokens"));
    post(tenant, "/v1/users/anna/factors", "{\"kind\":\"totp\"}");
    ids.put("/v1/users/anna/factors", first("/v1/users/anna/factors"));
    ids.put(
        "/v1/users/anna/app-passwords",
        post(
                tenant,
                "/v1/users/anna/app-passwords",
                "{\"service\":\"imap\",\"device\":\"phone\",\"authenticated_at\":\"%s\"}"
                    .formatted(clock.instant()))
            .json()
            .path("id")
            .asString());
    assertThat(ids.values()).doesNotContain("").hasSize(23);
  }

  /// The id of a thing of a user that fits the path.
  private String inner(Endpoint endpoint) {
    if (endpoint.path().contains("/exemptions/")) {
      return ids.getOrDefault("/v1/users/anna/exemptions", "");
    }
    if (endpoint.path().contains("/app-passwords/")) {
      return ids.getOrDefault("/v1/users/anna/app-passwords", "");
    }
    return endpoint.path().contains("/factors/")
        ? ids.getOrDefault("/v1/users/anna/factors", "")
        : address;
  }

  /// Every endpoint with a name or id in its path, tried with the other tenant's credentials,
  /// answers as for something that is nowhere. Creating one's own thing of the same name is no
  /// crossing.
  @Test
  void anotherTenantsThingsAnswerLikeUnknownOnes() {
    for (Endpoint endpoint : endpointsWithId()) {
      String id = ids.get(endpoint.collection());
      assertThat(id).as("a thing for " + endpoint).isNotNull();
      if (endpoint.method().equals("PUT")) {
        continue;
      }
      String inner = inner(endpoint);
      Answer crossing = call(stranger, endpoint.with(id, inner));
      Answer unknown = call(stranger, endpoint.with(unknownLike(id), UNKNOWN));

      assertThat(crossing.status()).as(endpoint.toString()).isEqualTo(404);
      assertThat(withoutId(withoutId(crossing.text(), id), inner))
          .isEqualTo(withoutId(withoutId(unknown.text(), unknownLike(id)), UNKNOWN));
    }
  }

  @Test
  void nothingWasChangedByTrying() {
    await()
        .until(() ->
            get(tenant, "/v1/messages")
                .json()
                .path("data")
                .valueStream()
                .noneMatch(message -> message.path("state").asString().equals("queued")));
    Map<String, String> before = snapshot();

    endpointsWithId().stream()
        .filter(endpoint -> !endpoint.method().equals("GET"))
        .forEach(endpoint ->
            call(
                stranger,
                endpoint.with(ids.getOrDefault(endpoint.collection(), ""), inner(endpoint))));

    assertThat(snapshot()).isEqualTo(before);
  }

  @Test
  void listsShowNothingOfAnotherTenant() {
    for (String list :
        List.of(
            "/v1/verifications",
            "/v1/messages",
            "/v1/users",
            "/v1/users?group=staff",
            "/v1/webhook_endpoints",
            "/v1/webhook_events",
            "/v1/links",
            "/v1/inbound",
            "/v1/numbers",
            "/v1/opt-outs",
            "/v1/fraud/decisions",
            "/v1/templates",
            "/v1/message_templates",
            "/v1/tokens",
            "/v1/tokens?serial=1001",
            "/v1/policies",
            "/v1/exemptions",
            "/v1/settings/test_numbers",
            "/v1/sandbox/messages",
            "/v1/sandbox/handsets",
            "/v1/sandbox/messages?to=" + number.replace("+", "%2B"),
            "/v1/verifications?to=" + number.replace("+", "%2B"))) {
      JsonNode data = get(stranger, list).json().path("data");
      assertThat(data.isArray()).as(list).isTrue();
      assertThat(data.size()).as(list).isZero();
    }
  }

  @Test
  void theAuditTrailShowsNothingOfAnotherTenant() {
    String ours = tenant.client().clientId();

    assertThat(get(tenant, "/v1/audit").text()).contains(ours);
    assertThat(get(stranger, "/v1/audit").text()).doesNotContain(ours);
    assertThat(get(stranger, "/v1/audit/export?actor=client:" + ours).text()).isEmpty();
  }

  @Test
  void aCursorOfAnotherTenantShowsNothing() {
    started();
    started();
    String cursor = get(tenant, "/v1/verifications?limit=1").json().path("next_cursor").asString();

    assertThat(get(tenant, "/v1/verifications?cursor=" + cursor).json().path("data").size())
        .isEqualTo(2);
    assertThat(get(stranger, "/v1/verifications?cursor=" + cursor).json().path("data").size())
        .isZero();
  }

  @Test
  void aCodeCannotBeCheckedByAnotherTenant() {
    String code = code(1);
    String path = "/v1/verifications/" + ids.get("/v1/verifications") + "/check";

    assertThat(post(stranger, path, "{\"code\":\"" + code + "\"}").status()).isEqualTo(404);
    assertThat(post(tenant, path, "{\"code\":\"" + code + "\"}").status()).isEqualTo(200);
  }

  private Set<Endpoint> endpointsWithId() {
    Set<Endpoint> endpoints = new TreeSet<>();
    for (RequestMappingInfo info : requestMappingHandlerMapping.getHandlerMethods().keySet()) {
      for (String path : info.getPatternValues()) {
        if (path.startsWith("/v1/") && path.contains("{")) {
          info.getMethodsCondition()
              .getMethods()
              .forEach(method -> endpoints.add(new Endpoint(method.name(), path)));
        }
      }
    }
    return endpoints;
  }

  private Answer call(TestTenant as, Endpoint endpoint) {
    String body = body(endpoint.path());
    return send(
        authorized(as, endpoint.path())
            .header("Content-Type", "application/json")
            .method(
                endpoint.method(),
                endpoint.method().equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(body)));
  }

  private static String body(String path) {
    if (path.contains("/factors/") && path.endsWith("challenges")) {
      return "{}";
    }
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "answers", "challenges" ->
          "{\"factor_id\":\""
              + UNKNOWN
              + "\""
              + (path.endsWith("answers") ? ",\"code\":\"1\"}" : "}");
      case "enrollment" -> "{\"kind\":\"totp\"}";
      case "disconnect" -> DISCONNECT;
      case "claim" -> "{\"return_code\":\"1\"}";
      case "check", "confirm" -> "{\"code\":\"123456\"}";
      default -> "{}";
    };
  }

  private Map<String, String> snapshot() {
    Map<String, String> all = new LinkedHashMap<>();
    ids.forEach((collection, _) -> all.put(collection, get(tenant, collection).text()));
    return all;
  }

  private String first(String list) {
    return get(tenant, list).json().at("/data/0/id").asString("");
  }

  private static String unknownLike(String id) {
    return switch (id) {
      case "shop" -> "nothing";
      case "anna" -> "nobody";
      case "DE" -> "FR";
      default -> id.startsWith("%2B") ? "%2B31600000009" : UNKNOWN;
    };
  }

  private static String withoutId(String text, String id) {
    return text.replace(id, "ID").replace(id.replace("%2B", "+"), "ID");
  }

  private record Endpoint(String method, String path) implements Comparable<Endpoint> {
    String collection() {
      return path.substring(0, path.indexOf("/{"));
    }

    /// @param inner id of a thing within the thing
    Endpoint with(String id, String inner) {
      String outer = path.replaceFirst("\\{[^}]*}", id);
      return new Endpoint(method, outer.replaceFirst("\\{[^}]*}", inner));
    }

    @Override
    public int compareTo(Endpoint other) {
      return (path + method).compareTo(other.path + other.method);
    }
  }
}
