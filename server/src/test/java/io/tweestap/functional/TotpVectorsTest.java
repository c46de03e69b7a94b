package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/// Has a server of its own, because it moves the clock from 1970 to 2603.
@TestPropertySource(properties = "tweestap.factor.totp-skew=1")
@DisplayName("RFC 6238 appendix B through the API")
class TotpVectorsTest extends FactorTest {
  @Test
  @DisplayName("OTP-2, OTP-3: every vector of the three hashes is right at its time, and only once")
  void everyVectorIsRightAtItsTime() {
    clock.set(Instant.ofEpochSecond(30));
    freshTenantAndNumber();
    aUser();
    List<Map<String, String>> vectors = Vectors.csv("totp-rfc6238.csv");
    assertThat(vectors).hasSize(18);
    Map<String, String> paths = new HashMap<>();

    for (Map<String, String> vector : vectors) {
      clock.set(Instant.ofEpochSecond(Long.parseLong(value(vector, "unix_time"))));
      String hash = value(vector, "mode");
      String action = paths.containsKey(hash) ? "/verify" : "/confirm";
      String path = paths.computeIfAbsent(hash, _ -> begun(vector));

      Answer answer = post(tenant, path + action, typed(value(vector, "totp")));

      assertThat(answer.status()).as(vector + answer.text()).isEqualTo(200);
      Answer again = post(tenant, path + "/verify", typed(value(vector, "totp")));
      assertThat(again.code()).as(vector.toString()).isEqualTo("already_used");
    }
  }

  private String begun(Map<String, String> vector) {
    String body =
        ",\"algorithm\":\"%s\",\"digits\":8,\"secret\":\"%s\""
            .formatted(value(vector, "mode"), value(vector, "key_base32_nopad"));
    return begun(body).path();
  }

  private static String value(Map<String, String> vector, String name) {
    return Objects.requireNonNull(vector.get(name));
  }
}
