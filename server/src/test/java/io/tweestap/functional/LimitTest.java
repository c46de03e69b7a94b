package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("OOB-13, ASVS-6.6.3: sends are limited per address, prefix, source, tenant and day")
class LimitTest extends VerificationTest {
  @Test
  void anAddressGetsSoManyAnHour() {
    for (int i = 0; i < 10; i++) {
      started();
    }

    refused("sends_per_address_hour");
    number = freshNumber();
    started();
  }

  @Test
  void aRefusalSaysWhenToTryAgainAndThatHolds() {
    limit("sends_per_address_hour", 2);
    started();
    started();

    Answer refused = start("");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("1800");
    assertThat(refused.json().path("retry_after_seconds").asInt()).isEqualTo(1800);

    advance(Duration.ofSeconds(1799));
    refused("sends_per_address_hour");
    advance(Duration.ofSeconds(1));
    started();
  }

  @Test
  void aRefusedSendUsesUpNothingElse() {
    limit("sends_per_address_hour", 1);
    limit("sends_per_tenant_day", 3);
    started();
    for (int i = 0; i < 5; i++) {
      refused("sends_per_address_hour");
    }

    number = freshNumber();
    started();
    number = freshNumber();
    started();
    number = freshNumber();
    refused("sends_per_tenant_day");
    assertThat(get(tenant, "/v1/messages").json().path("data").size()).isEqualTo(3);
  }

  @Test
  void numbersThatDifferInTheLastFourDigitsShareALimit() {
    limit("sends_per_prefix_hour", 2);
    String prefix = number.substring(0, number.length() - 4);
    for (String line : List.of("0001", "0002")) {
      number = prefix + line;
      started();
    }

    number = prefix + "0003";
    refused("sends_per_prefix_hour");
  }

  @Test
  void aSourceIsLimitedOverAllNumbers() {
    limit("sends_per_source_hour", 1);
    assertThat(startFrom("192.0.2.1").status()).isEqualTo(201);
    assertThat(startFrom("192.0.2.1").json().path("limit").asString())
        .isEqualTo("sends_per_source_hour");
    assertThat(startFrom("192.0.2.2").status()).isEqualTo(201);
  }

  @Test
  void oneVisitorsIpv6AddressesCountTogether() {
    limit("sends_per_source_hour", 1);
    assertThat(startFrom("2001:db8:1:2::1").status()).isEqualTo(201);
    assertThat(startFrom("2001:db8:1:2:ffff::9").status()).isEqualTo(429);
    assertThat(startFrom("2001:db8:1:3::1").status()).isEqualTo(201);
  }

  @Test
  void anotherTenantHasLimitsOfItsOwn() {
    limit("sends_per_address_hour", 1);
    started();
    refused("sends_per_address_hour");

    tenant = otherTenant();
    started();
  }

  @Test
  void manyAtOnceDoNotOvershoot() throws Exception {
    limit("sends_per_address_hour", 5);

    List<Integer> answers = Together.run(32, () -> start("").status());

    assertThat(answers).filteredOn(status -> status == 201).hasSize(5);
    assertThat(answers).filteredOn(status -> status == 429).hasSize(27);
  }

  @Test
  void resendsCountAsWell() {
    limit("sends_per_address_hour", 1);
    String id = started();
    advance(Duration.ofSeconds(30));

    assertThat(resend(id).json().path("limit").asString()).isEqualTo("sends_per_address_hour");
  }

  private Answer startFrom(String ip) {
    number = freshNumber();
    return start("\"source_ip\": \"" + ip + "\"");
  }

  private void limit(String name, int capacity) {
    Answer changed =
        patch(tenant, "/v1/settings", "{\"limits\": {\"%s\": %d}}".formatted(name, capacity));
    assertThat(changed.status()).isEqualTo(200);
  }

  private void refused(String limit) {
    Answer refused = start("");
    assertThat(refused.code()).as(refused.text()).isEqualTo("rate_limited");
    assertThat(refused.json().path("limit").asString()).isEqualTo(limit);
  }
}
