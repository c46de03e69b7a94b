package io.tweestap.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.shared.TenantId;
import io.tweestap.testkit.FixedRandomness;
import java.security.SecureRandom;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class ClientIdTest {
  @Test
  void tenantCanBeReadFromEveryClientId() {
    SecureRandom random = new FixedRandomness(1);
    for (int i = 0; i < 1_000; i++) {
      TenantId tenant = new TenantId(new UUID(random.nextLong(), random.nextLong()));
      ClientId id = ClientId.draw(tenant, random);
      assertThat(ClientId.parse(id.text())).contains(id);
    }
  }

  @Test
  void outermostTenantsSurvive() {
    for (UUID uuid : new UUID[] {new UUID(0, 0), new UUID(-1, -1), new UUID(0, -1)}) {
      ClientId id = ClientId.withTail(new TenantId(uuid), "00000000");
      assertThat(ClientId.parse(id.text())).contains(id);
    }
  }

  @Test
  void sandboxClientIsWellFormed() {
    assertThat(ClientId.parse(SandboxTenant.tryItClient().text()))
        .contains(SandboxTenant.tryItClient());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "00000000000000000000000000-0000000",
        "00000000000000000000000000-000000000",
        "00000000000000000000000000_00000000",
        "80000000000000000000000000-00000000",
        "0000000000000000000000000i-00000000",
        "0000000000000000000000000A-00000000",
        "00000000000000000000000000-0000000u",
        "00000000000000000000000000-0000000'"
      })
  void nonsenseIsNoClientId(String text) {
    assertThat(ClientId.parse(text)).isEmpty();
  }
}
