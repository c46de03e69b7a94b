package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@DisplayName("The fraud guard shows what it decided, and does what a tenant chose")
@TestPropertySource(properties = "tweestap.risk.guard-sandbox=true")
class FraudDecisionsTest extends VerificationTest {
  private static final String DECISIONS = "/v1/fraud/decisions";
  private static final String SETTINGS = "/v1/fraud/settings";

  @BeforeEach
  void aFullHourBegins() {
    Instant now = clock.instant();
    Instant next = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    advance(Duration.between(now, next));
  }

  @Test
  void everyRefusalIsKeptWithItsNumbers() {
    sent(3);
    Instant begun = clock.instant();
    refused(2);

    JsonNode all = decisions("");
    assertThat(all.size()).isEqualTo(2);
    JsonNode first = all.get(1);
    assertThat(first.get("action").asString()).isEqualTo("refused");
    assertThat(first.get("rule").asString()).isEqualTo("country_hour");
    assertThat(first.get("count").asDouble()).isEqualTo(4);
    assertThat(first.get("threshold").asDouble()).isEqualTo(3.3);
    assertThat(first.get("country").asString()).isEqualTo("NL");
    assertThat(first.get("channel").asString()).isEqualTo("sms");
    assertThat(first.get("source_network").asString()).isEqualTo("192.0.2.0/24");
    assertThat(first.get("to").asString()).matches("\\+31\\*+\\d\\d");
    assertThat(first.get("blocked_until").asString())
        .isEqualTo(begun.plus(Duration.ofMinutes(15)).toString());
    assertThat(first.get("opened_block").asBoolean()).isTrue();
    assertThat(all.get(0).get("opened_block").asBoolean()).isFalse();
    assertThat(all.get(0).get("count").asDouble()).isEqualTo(4);
    assertThat(all.toString()).doesNotContain(number);
  }

  @Test
  void decisionsArePagedAndFiltered() {
    sent(3);
    refused(3);

    Answer page = get(tenant, DECISIONS + "?limit=2");
    assertThat(page.json().get("data").size()).isEqualTo(2);
    String cursor = page.json().get("next_cursor").asString();
    assertThat(decisions("?limit=2&cursor=" + cursor).size()).isEqualTo(1);
    assertThat(decisions("?action=refused&rule=country_hour&country=NL").size()).isEqualTo(3);
    assertThat(decisions("?action=would_refuse").size()).isZero();
    assertThat(decisions("?country=DE").size()).isZero();
    assertThat(decisions("?since=" + clock.instant().plusSeconds(1)).size()).isZero();
    assertThat(decisions("?until=" + clock.instant().minusSeconds(1)).size()).isZero();
    for (String wrong : new String[] {"?rule=x", "?country=nl", "?since=now", "?limit=0"}) {
      assertThat(get(tenant, DECISIONS + wrong).code()).as(wrong).isEqualTo("invalid_field");
    }
  }

  @Test
  void anotherTenantSeesNothingOfIt() {
    sent(3);
    refused(1);
    put(tenant, SETTINGS, "{\"mode\":\"record_only\",\"safe_numbers\":[\"+319912\"]}");
    tenant = otherTenant();

    assertThat(decisions("").size()).isZero();
    assertThat(get(tenant, SETTINGS).text())
        .isEqualTo(
            "{\"mode\":\"enforce\",\"messages_mode\":\"record_only\",\"safe_numbers\":[],"
                + "\"safe_networks\":[]}");
  }

  @Test
  void aBlockIsToldOnceAndStandsInTheAudit() {
    post(
        tenant,
        "/v1/webhook_endpoints",
        "{\"url\":\"http://127.0.0.1:65535/hook\",\"events\":[\"fraud.blocked\"]}");
    sent(3);
    refused(3);

    JsonNode events = get(tenant, "/v1/webhook_events").json().get("data");
    assertThat(events.size()).isEqualTo(1);
    JsonNode data = events.get(0).get("data");
    assertThat(events.get(0).get("type").asString()).isEqualTo("fraud.blocked");
    assertThat(data.get("id")).isEqualTo(decisions("").get(2).get("id"));
    assertThat(data.get("rule").asString()).isEqualTo("country_hour");
    assertThat(data.toString()).doesNotContain("+316");
    JsonNode trail = get(tenant, "/v1/audit?action=fraud.blocked").json().get("data");
    assertThat(trail.size()).isEqualTo(1);
    assertThat(trail.get(0).at("/details/rule").asString()).isEqualTo("country_hour");
    assertThat(trail.get(0).get("actor").asString()).isEqualTo("system");
  }

  @Test
  void whatIsOnlyRecordedIsSent() {
    put(tenant, SETTINGS, "{\"mode\":\"record_only\"}");
    sent(6);

    JsonNode all = decisions("?action=would_refuse");
    assertThat(all.size()).isEqualTo(3);
    assertThat(all.valueStream().filter(one -> one.get("opened_block").asBoolean())).hasSize(1);
    assertThat(get(tenant, "/v1/messages").json().get("data").size()).isEqualTo(6);

    put(tenant, SETTINGS, "{\"mode\":\"enforce\"}");
    refused(1);
  }

  @Test
  void whatIsSafeIsNeitherCountedNorRefused() {
    String safe =
        "{\"mode\":\"enforce\",\"safe_numbers\":[\"%s\"],\"safe_networks\":[\"198.51.100.0/24\","
                .formatted(number.substring(0, 8))
            + "\"2001:db8::/32\"]}";
    assertThat(put(tenant, SETTINGS, safe).status()).isEqualTo(200);
    for (int i = 0; i < 8; i++) {
      started();
    }
    for (String source : new String[] {"198.51.100.7", "2001:db8:1::7"}) {
      for (int i = 0; i < 4; i++) {
        number = freshNumber();
        assertThat(startFrom(source).status()).isEqualTo(201);
      }
    }
    assertThat(decisions("").size()).isZero();
    sent(3);
    refused(1);
  }

  @Test
  void aChangeOfTheSettingsStandsInTheAuditWithoutNumbers() {
    put(tenant, SETTINGS, "{\"mode\":\"enforce\",\"safe_numbers\":[\"+31612345678\"]}");

    Answer trail = get(tenant, "/v1/audit?action=fraud_settings.changed");
    assertThat(trail.json().at("/data/0/details/safe_numbers").asString()).isEqualTo("1");
    assertThat(trail.text()).doesNotContain("612345678");
    assertThat(get(tenant, SETTINGS).json().at("/safe_numbers/0").asString())
        .isEqualTo("+31612345678");
  }

  @Test
  void settingsAreChecked() {
    for (String wrong :
        new String[] {
          "{\"mode\":\"off\"}",
          "{\"mode\":\"enforce\",\"safe_numbers\":[\"0612\"]}",
          "{\"mode\":\"enforce\",\"safe_numbers\":[null]}",
          "{\"mode\":\"enforce\",\"safe_networks\":[\"example.org\"]}",
          "{\"mode\":\"enforce\",\"safe_networks\":[\"10.0.0.0/33\"]}"
        }) {
      assertThat(put(tenant, SETTINGS, wrong).code()).as(wrong).isEqualTo("invalid_field");
    }
    assertThat(put(tenant, SETTINGS, "{}").code()).isEqualTo("missing_field");
  }

  @Test
  void aListAsWideAsACountryWouldSwitchTheGuardOffAndIsRefused() {
    for (String wide : new String[] {"+31", "+31612"}) {
      String body = "{\"mode\":\"enforce\",\"safe_numbers\":[\"%s\"]}".formatted(wide);
      assertThat(put(tenant, SETTINGS, body).code()).as(wide).isEqualTo("invalid_field");
    }
    for (String wide :
        new String[] {"0.0.0.0/0", "128.0.0.0/1", "10.0.0.0/15", "::/0", "2001::/31"}) {
      String body = "{\"mode\":\"enforce\",\"safe_networks\":[\"%s\"]}".formatted(wide);
      assertThat(put(tenant, SETTINGS, body).code()).as(wide).isEqualTo("invalid_field");
    }
    String narrow =
        "{\"mode\":\"enforce\",\"safe_numbers\":[\"+316123\"],"
            + "\"safe_networks\":[\"10.0.0.0/16\",\"2001:db8::/32\"]}";
    assertThat(put(tenant, SETTINGS, narrow).status()).isEqualTo(200);
  }

  private void sent(int times) {
    for (int i = 0; i < times; i++) {
      number = freshNumber();
      assertThat(start("").status()).isEqualTo(201);
    }
  }

  private void refused(int times) {
    for (int i = 0; i < times; i++) {
      number = freshNumber();
      assertThat(startFrom("192.0.2.7").code()).isEqualTo("fraud_blocked");
      advance(Duration.ofMillis(i < times - 1 ? 2 : 0));
    }
  }

  private Answer startFrom(String source) {
    return start("\"source_ip\": \"" + source + "\"");
  }

  private JsonNode decisions(String query) {
    return get(tenant, DECISIONS + query).json().get("data");
  }
}
