package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.tenant.Scope;
import org.junit.jupiter.api.Test;

/// What a text comes to, asked over REST: bounded, behind its scope, and kept nowhere.
class MessageEstimateTest extends SandboxTest {
  private static final String PATH = "/v1/messages/estimate";

  @Test
  void itAsksForTheScopeOfMessages() {
    String body = "{\"text\":\"hello\"}";
    assertThat(post(newTenant(Scope.MESSAGES_READ), PATH, body).status()).isEqualTo(200);
    assertThat(post(newTenant(Scope.USERS_READ), PATH, body).code()).isEqualTo("wrong_scope");
  }

  @Test
  void aTextIsBounded() {
    TestTenant tenant = newTenant();
    assertThat(post(tenant, PATH, text("a".repeat(5_000))).json().get("sms_parts").asInt())
        .isEqualTo(33);
    assertThat(post(tenant, PATH, text("a".repeat(5_001))).code()).isEqualTo("invalid_field");
    assertThat(post(tenant, PATH, text("")).code()).isEqualTo("missing_field");
  }

  @Test
  void halfOfASurrogatePairIsRefused() {
    assertThat(post(newTenant(), PATH, text("\\ud83d")).code()).isEqualTo("invalid_field");
    assertThat(post(newTenant(), PATH, text("\\ud83d\\ude00")).status()).isEqualTo(200);
  }

  @Test
  void noMessageComesOfIt() {
    TestTenant tenant = newTenant();
    post(tenant, PATH, text("hello"));
    assertThat(get(tenant, "/v1/messages").json().get("data").size()).isZero();
  }

  private static String text(String text) {
    return "{\"text\":\"" + text + "\"}";
  }
}
