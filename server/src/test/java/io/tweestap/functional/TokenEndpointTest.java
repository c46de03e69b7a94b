package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.tenant.Scope;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TokenEndpointTest extends SandboxTest {
  private static final String GRANT = "grant_type=client_credentials";

  @Test
  @DisplayName("RFC 6749 4.4: a secret in HTTP Basic gets a token of 15 minutes")
  void basicSecretGetsAToken() {
    TestTenant tenant = newTenant(Scope.SETTINGS_READ, Scope.MESSAGES_READ);

    Answer answer = send(form(basic(tenant), GRANT));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("token_type").asString()).isEqualTo("Bearer");
    assertThat(answer.json().get("expires_in").asInt()).isEqualTo(900);
    assertThat(answer.json().get("scope").asString()).isEqualTo("messages:read settings:read");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Pragma")).isEqualTo("no-cache");
    assertThat(settings(token(answer)).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("RFC 6749 2.3.1: a secret in the form gets a token")
  void formSecretGetsAToken() {
    TestTenant tenant = newTenant();

    Answer answer = send(form(request("/oauth2/token"), GRANT + inForm(tenant)));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(settings(token(answer)).status()).isEqualTo(200);
  }

  @Test
  void tokenEndsAfterFifteenMinutes() {
    TestTenant tenant = newTenant();
    String token = token(send(form(basic(tenant), GRANT)));

    clock.advance(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(settings(token).status()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));

    Answer late = settings(token);
    assertThat(late.status()).isEqualTo(401);
    assertThat(late.code()).isEqualTo("unauthenticated");
    assertThat(late.headers().allValues("WWW-Authenticate"))
        .containsExactly(
            "Bearer realm=\"tweestap\", error=\"invalid_token\"",
            "Basic realm=\"tweestap\", charset=\"UTF-8\"");
  }

  @Test
  void subsetOfTheScopesCanBeAskedFor() {
    TestTenant tenant = newTenant(Scope.SETTINGS_READ, Scope.SETTINGS_WRITE);

    Answer answer = send(form(basic(tenant), GRANT + "&scope=settings%3Aread"));

    assertThat(answer.json().get("scope").asString()).isEqualTo("settings:read");
    Answer write =
        send(
            withJson(
                request("/v1/settings").header("Authorization", "Bearer " + token(answer)),
                "PATCH",
                "{}"));
    assertThat(write.status()).isEqualTo(403);
    assertThat(write.code()).isEqualTo("wrong_scope");
    assertThat(write.json().get("scope").asString()).isEqualTo("settings:write");
    assertThat(write.header("WWW-Authenticate")).contains("insufficient_scope");
  }

  @Test
  @DisplayName("RFC 6749 5.2: invalid_scope for a scope that the client does not have")
  void foreignScopeIsRefused() {
    TestTenant tenant = newTenant(Scope.SETTINGS_READ);

    for (String scope : new String[] {"settings:write", "nonsense", "settings:read%20%20x"}) {
      Answer answer = send(form(basic(tenant), GRANT + "&scope=" + scope));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().get("error").asString()).isEqualTo("invalid_scope");
    }
  }

  @Test
  @DisplayName(
      "RFC 6749 5.2: invalid_client, the same for wrong secret, unknown and revoked client")
  void wrongUnknownAndRevokedClientsLookTheSame() {
    TestTenant tenant = newTenant();
    TestTenant revoked = newTenant();
    clients.revoke(revoked.tenant().id(), revoked.client().clientId());
    String id = tenant.client().clientId();
    String unknown = id.substring(0, id.length() - 1) + (id.endsWith("0") ? "1" : "0");

    Answer wrong = send(form(basic(id, "tws_wrong"), GRANT));
    Answer other = send(form(basic(unknown, tenant.client().secret()), GRANT));
    Answer gone = send(form(basic(revoked), GRANT));
    Answer nonsense = send(form(basic("nobody", "nothing"), GRANT));

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.json().get("error").asString()).isEqualTo("invalid_client");
    assertThat(wrong.header("WWW-Authenticate")).startsWith("Basic ");
    assertThat(wrong.header("Cache-Control")).isEqualTo("no-store");
    assertThat(other.text()).isEqualTo(wrong.text());
    assertThat(gone.text()).isEqualTo(wrong.text());
    assertThat(nonsense.text()).isEqualTo(wrong.text());
  }

  @Test
  @DisplayName("RFC 6749 5.2: invalid_request and unsupported_grant_type")
  void malformedRequestsAreNamed() {
    TestTenant tenant = newTenant();

    assertThat(error(form(basic(tenant), ""))).isEqualTo("invalid_request");
    assertThat(error(form(basic(tenant), GRANT + "&" + GRANT))).isEqualTo("invalid_request");
    assertThat(error(form(basic(tenant), GRANT + "&x=%zz"))).isEqualTo("invalid_request");
    assertThat(error(form(basic(tenant), GRANT + inForm(tenant)))).isEqualTo("invalid_request");
    assertThat(error(withJson(basic(tenant), "POST", "{}"))).isEqualTo("invalid_request");
    assertThat(error(form(basic(tenant), "grant_type=password")))
        .isEqualTo("unsupported_grant_type");
  }

  @Test
  void credentialsInTheAddressAreNotRead() {
    TestTenant tenant = newTenant();

    Answer answer = send(form(request("/oauth2/token?" + GRANT + inForm(tenant)), GRANT));

    assertThat(answer.json().get("error").asString()).isEqualTo("invalid_client");
  }

  @Test
  void otherMethodsAreNotAllowed() {
    Answer answer = send(request("/oauth2/token").GET());

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.code()).isEqualTo("method_not_allowed");
    assertThat(answer.header("Allow")).isEqualTo("POST");
  }

  @Test
  void hugeFormIsRefused() {
    Answer answer = send(form(request("/oauth2/token"), "x=" + "y".repeat(64 * 1024)));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("body_too_large");
  }

  private Answer settings(String token) {
    return send(request("/v1/settings").header("Authorization", "Bearer " + token).GET());
  }

  private static String token(Answer answer) {
    return answer.json().get("access_token").asString();
  }

  private static String error(HttpRequest.Builder request) {
    Answer answer = send(request);
    assertThat(answer.status()).isEqualTo(400);
    return answer.json().get("error").asString();
  }

  private static String inForm(TestTenant tenant) {
    return "&client_id="
        + tenant.client().clientId()
        + "&client_secret="
        + tenant.client().secret();
  }

  private HttpRequest.Builder basic(TestTenant tenant) {
    return basic(tenant.client().clientId(), tenant.client().secret());
  }

  private HttpRequest.Builder basic(String id, String secret) {
    byte[] pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return request("/oauth2/token")
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private static HttpRequest.Builder form(HttpRequest.Builder request, String body) {
    return request
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }
}
