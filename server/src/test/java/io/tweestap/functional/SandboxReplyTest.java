package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Invariant 6: a handset on the screen writes to nobody else's tenant")
class SandboxReplyTest extends InboundScene {
  @Test
  void whatIsTypedStaysInTheTenantOfWhoTypes() {
    TestTenant other = otherTenant();
    String typed = "{\"from\":\"%s\",\"to\":\"%s\",\"text\":\"STOP\"}";

    Answer answer = post(other, "/v1/sandbox/replies", typed.formatted(number, own));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(get(tenant, LIST).json().path("data")).isEmpty();
    assertThat(get(tenant, "/v1/opt-outs").json().path("data")).isEmpty();
    assertThat(get(other, LIST).json().path("data")).hasSize(1);
  }
}
