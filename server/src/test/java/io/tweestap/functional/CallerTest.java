package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.jwt.RawJwt;
import io.tweestap.tenant.AccessTokens;
import io.tweestap.tenant.Scope;
import io.tweestap.vault.TokenKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CallerTest extends SandboxTest {
  @Autowired private AccessTokens tokens;
  @Autowired private TokenKeys keys;

  @Test
  void nobodyIsAskedForCredentials() {
    Answer answer = send(request("/v1/settings").GET());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("unauthenticated");
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.headers().allValues("WWW-Authenticate"))
        .containsExactly(
            "Bearer realm=\"tweestap\"", "Basic realm=\"tweestap\", charset=\"UTF-8\"");
  }

  @Test
  void keyPairWorksAsBasic() {
    TestTenant tenant = newTenant();

    Answer answer = withHeader(basic(tenant.client().clientId(), tenant.client().secret()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("tenant_id").asString())
        .isEqualTo(tenant.tenant().id().toString());
  }

  @Test
  void wrongBasicIsRefusedEvenAfterTheRightOne() {
    TestTenant tenant = newTenant();
    String id = tenant.client().clientId();
    assertThat(withHeader(basic(id, tenant.client().secret())).status()).isEqualTo(200);

    assertThat(withHeader(basic(id, tenant.client().secret() + "x")).status()).isEqualTo(401);
    assertThat(withHeader(basic(id, "")).status()).isEqualTo(401);
    assertThat(withHeader("Basic !").status()).isEqualTo(401);
    assertThat(withHeader("Basic " + Base64.getEncoder().encodeToString(new byte[3])).status())
        .isEqualTo(401);
    assertThat(withHeader("Digest x").status()).isEqualTo(401);
    assertThat(withHeader("Basic").status()).isEqualTo(401);
    assertThat(withHeader("").status()).isEqualTo(401);
  }

  @Test
  void secretOfAnotherTenantIsRefused() {
    TestTenant one = newTenant();
    TestTenant two = newTenant();

    assertThat(withHeader(basic(one.client().clientId(), two.client().secret())).status())
        .isEqualTo(401);
  }

  @Test
  void revokedClientIsOutAtOnceOnThisNode() {
    TestTenant tenant = newTenant();
    String bearer = "Bearer " + tokens.issue(tenant.caller());
    String basic = basic(tenant.client().clientId(), tenant.client().secret());
    assertThat(withHeader(bearer).status()).isEqualTo(200);
    assertThat(withHeader(basic).status()).isEqualTo(200);

    clients.revoke(tenant.tenant().id(), tenant.client().clientId());

    assertThat(withHeader(bearer).status()).isEqualTo(401);
    assertThat(withHeader(basic).status()).isEqualTo(401);
  }

  @Test
  @DisplayName("a token is refused when altered, unsigned (alg=none), or signed by other keys")
  void forgedTokensAreRefused() {
    TestTenant tenant = newTenant();
    String token = tokens.issue(tenant.caller());
    String[] parts = token.split("\\.");
    String body = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String other = encode(body.replace("settings:read", "settings:rEAd"));

    assertThat(bearer(token)).isEqualTo(200);
    assertThat(bearer(parts[0] + "." + other + "." + parts[2])).isEqualTo(401);
    assertThat(bearer(encode("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + "."))
        .isEqualTo(401);
    assertThat(bearer(encode("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2]))
        .isEqualTo(401);
    assertThat(bearer(TokenKeys.ofItsOwn().sign(like(tenant, "tweestap", "tweestap-api"))))
        .isEqualTo(401);
    assertThat(bearer("a.b.c")).isEqualTo(401);
    assertThat(bearer("x".repeat(5000))).isEqualTo(401);
  }

  @Test
  @DisplayName("a token of ours for another audience or from another issuer is refused (OIDC-18)")
  void tokenForAnotherUseIsRefused() {
    TestTenant tenant = newTenant();

    assertThat(bearer(keys.sign(like(tenant, "tweestap", "tweestap-api")))).isEqualTo(200);
    assertThat(bearer(keys.sign(like(tenant, "tweestap", "elsewhere")))).isEqualTo(401);
    assertThat(bearer(keys.sign(like(tenant, "elsewhere", "tweestap-api")))).isEqualTo(401);
  }

  @Test
  void tokenInTheAddressIsNotRead() {
    TestTenant tenant = newTenant();

    assertThat(send(request("/v1/settings?access_token=" + tokens.issue(tenant.caller()))).status())
        .isEqualTo(401);
  }

  @Test
  void missingScopeIsNamed() {
    TestTenant tenant = newTenant(Scope.MESSAGES_READ);

    Answer answer = get(tenant, "/v1/settings");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("wrong_scope");
    assertThat(answer.json().get("scope").asString()).isEqualTo("settings:read");
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() {
    Answer answer = get(newTenant(), "/v1/settings");

    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  private RawJwt like(TestTenant tenant, String issuer, String audience) {
    return RawJwt.newBuilder()
        .setTypeHeader("at+jwt")
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(tenant.client().clientId())
        .addStringClaim("tid", tenant.tenant().id().toString())
        .addStringClaim("scope", "settings:read")
        .setIssuedAt(clock.instant())
        .setExpiration(clock.instant().plus(Duration.ofMinutes(15)))
        .build();
  }

  private int bearer(String token) {
    return withHeader("Bearer " + token).status();
  }

  private Answer withHeader(String authorization) {
    return send(request("/v1/settings").header("Authorization", authorization).GET());
  }

  private static String basic(String id, String secret) {
    byte[] pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static String encode(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
