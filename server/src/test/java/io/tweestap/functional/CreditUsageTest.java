package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.credit.Money;
import io.tweestap.credit.PriceLine;
import io.tweestap.tenant.Scope;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What was spent, by day, country and sender.
class CreditUsageTest extends CreditScene {
  @BeforeEach
  void aPartToBelgiumCostsTwenty() {
    Money price = Money.read("0.20", "EUR").orElseThrow();
    prices.put(List.of(new PriceLine("BE", "", "", LocalDate.EPOCH, price)));
    patch(tenant, "/v1/settings", "{\"allowed_countries\":[\"NL\",\"BE\"]}");
    billed("10.00");
  }

  @Test
  void linesAreToldApartByWhatIsAskedFor() {
    spend("+32470123456", "x".repeat(200));
    spend(freshNumber(), "Hi");
    spend(freshNumber(), "Hi");

    JsonNode all = usage("");
    assertThat(all.get("total").toString())
        .isEqualTo("{\"messages\":3,\"parts\":4,\"amount\":\"0.60\"}");
    assertThat(all.get("currency").asString()).isEqualTo("EUR");
    assertThat(all.get("lines").size()).isEqualTo(2);
    assertThat(all.at("/lines/0/sender").asString()).isNotEmpty();
    assertThat(usage("?by=country").get("lines").toString())
        .isEqualTo(
            "[{\"country\":\"BE\",\"messages\":1,\"parts\":2,\"amount\":\"0.40\"},"
                + "{\"country\":\"NL\",\"messages\":2,\"parts\":2,\"amount\":\"0.20\"}]");
    assertThat(usage("?by=sender,day").get("lines").size()).isEqualTo(1);
    theBooksAreRight();
  }

  @Test
  void aDayIsOneOfTheTenantsTimeZone() {
    assertThat(patch(tenant, "/v1/settings", "{\"time_zone\":\"Pacific/Kiritimati\"}").status())
        .isEqualTo(200);
    spend(freshNumber(), "Hi");
    LocalDate there = LocalDate.ofInstant(clock.instant(), ZoneId.of("Pacific/Kiritimati"));

    JsonNode usage = usage("?by=day");
    assertThat(usage.get("time_zone").asString()).isEqualTo("Pacific/Kiritimati");
    assertThat(usage.at("/lines/0/day").asString()).isEqualTo(there.toString());
    assertThat(usage("?from=" + there + "&to=" + there).get("lines").size()).isEqualTo(1);
    LocalDate before = there.minusDays(1);
    assertThat(usage("?from=" + before + "&to=" + before).get("lines").size()).isZero();
  }

  @Test
  void withoutUsageThereAreNoLines() {
    JsonNode none = get(newTenant(), "/v1/credit/usage").json();
    assertThat(none.has("currency")).isFalse();
    assertThat(none.at("/total/amount").asString()).isEqualTo("0.00");
  }

  @Test
  void whatCannotBeToldIsRefusedWithTheReason() {
    for (String query :
        List.of(
            "from=2026-13-01",
            "from=yesterday",
            "from=-999999999-01-01",
            "to=+999999999-12-31",
            "from=2026-02-01&to=2026-01-31",
            "from=2025-01-01&to=2026-01-02",
            "by=week",
            "by=",
            "by=day,",
            "by=day%3B--",
            "from=2026-01-01T00:00:00Z")) {
      Answer refused = get(tenant, "/v1/credit/usage?" + query);
      assertThat(refused.code()).as(query).isEqualTo("invalid_field");
    }
    assertThat(get(tenant, "/v1/credit/usage?from=2025-01-01&to=2026-01-01").status())
        .isEqualTo(200);
  }

  @Test
  void moreLinesThanCanBeToldAreNotCutOff() {
    String many =
        """
        INSERT INTO credit_usage (tenant_id, day, country, network, sender, currency, messages,
          parts, amount)
        SELECT :tenant, DATE '2026-01-01', 'NL', '', 'S' || n, 'EUR', 1, 1, 1
        FROM generate_series(1, 10001) AS n
        """;
    jdbc.sql(many).param("tenant", tenant.tenant().id().value()).update();
    String day = "?from=2026-01-01&to=2026-01-01";
    Answer refused = get(tenant, "/v1/credit/usage" + day);
    assertThat(refused.code()).isEqualTo("invalid_field");
    assertThat(refused.json().get("detail").asString()).contains("10,000 lines");
    assertThat(usage(day + "&by=country").at("/lines/0/messages").asInt()).isEqualTo(10_001);
  }

  @Test
  void usageIsTheTenantsOwnAndNeedsItsScope() {
    spend(freshNumber(), "Hi");
    JsonNode strangers = get(newTenant(), "/v1/credit/usage").json();
    assertThat(strangers.get("lines").size()).isZero();
    assertThat(get(newTenant(Scope.MESSAGES_READ), "/v1/credit/usage").code())
        .isEqualTo("wrong_scope");
  }

  private void spend(String to, String text) {
    number = to;
    Answer sent = post(tenant, "/v1/messages", "{\"to\":\"" + to + "\",\"text\":\"" + text + "\"}");
    assertThat(sent.status()).as(sent.text()).isEqualTo(202);
    String path = "/v1/messages/" + CreditTest.messageId(sent);
    await().until(() -> !get(tenant, path).json().get("state").asString().equals("queued"));
    await()
        .until(() -> {
          clock.advance(Duration.ofSeconds(3));
          runChore();
          return reserved().equals("0.00");
        });
  }

  private JsonNode usage(String query) {
    Answer answer = get(tenant, "/v1/credit/usage" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }
}
