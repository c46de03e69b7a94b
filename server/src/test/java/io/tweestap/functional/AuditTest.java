package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.audit.Actor;
import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditResult;
import io.tweestap.audit.AuditTrail;
import io.tweestap.audit.chain.SealEvents;
import io.tweestap.tenant.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class AuditTest extends SandboxTest {
  private static final String PATH = "/v1/audit";

  @Autowired private AuditTrail trail;
  @Autowired private SealEvents sealing;

  @Test
  @DisplayName("PRV-8: an event says who, what, on whom, from where, when and how it ended")
  void anEventSaysWhoWhatOnWhomFromWhereWhenAndHowItEnded() {
    TestTenant tenant = newTenant();
    UUID subject = UUID.randomUUID();
    trail.record(
        tenant.tenant().id(),
        new AuditEvent(
            AuditAction.FACTOR_ANSWERED,
            Actor.USER,
            Optional.of(subject),
            Optional.of("203.0.113.77"),
            AuditResult.FAILURE,
            Map.of("factor_kind", "totp")));

    JsonNode event = only(get(tenant, PATH + "?action=factor.answered&subject=" + subject));
    assertThat(event.get("action").asString()).isEqualTo("factor.answered");
    assertThat(event.get("actor").asString()).isEqualTo("user");
    assertThat(event.get("subject").asString()).isEqualTo(subject.toString());
    assertThat(event.get("source").asString()).isEqualTo("203.0.113.0/24");
    assertThat(event.get("result").asString()).isEqualTo("failure");
    assertThat(event.get("at").asString()).endsWith("Z");
    assertThat(event.at("/details/factor_kind").asString()).isEqualTo("totp");
    sealing.run();
    JsonNode sealed = only(get(tenant, PATH + "?action=factor.answered&subject=" + subject));
    assertThat(sealed.get("position").asLong()).isPositive();
    assertThat(sealed.get("link").asString()).hasSize(64);
  }

  @Test
  @DisplayName(
      "PRV-8: reading the audit trail is recorded, once per request and with the filters' names")
  void readingIsRecordedOncePerRequest() {
    TestTenant tenant = newTenant();
    UUID subject = UUID.randomUUID();

    get(tenant, PATH + "?subject=" + subject + "&limit=3");
    get(tenant, PATH + "/export?result=failure");

    Answer reads = get(tenant, PATH + "?action=audit.read&subject=" + subject);
    List<JsonNode> found =
        reads
            .json()
            .get("data")
            .valueStream()
            .filter(event -> event.at("/details/filters").asString().equals("subject"))
            .toList();
    assertThat(found).hasSize(1);
    JsonNode read = found.getFirst();
    assertThat(read.get("actor").asString()).isEqualTo("client:" + tenant.client().clientId());
    assertThat(read.get("source").asString()).isEqualTo("127.0.0.0/24");
    JsonNode exported = only(get(tenant, PATH + "?action=audit.exported"));
    assertThat(exported.at("/details/filters").asString()).isEqualTo("result");
  }

  @Test
  @DisplayName("PRV-8: access to the audit trail takes a scope of its own")
  void readingTakesAScopeOfItsOwn() {
    TestTenant tenant = newTenant(Scope.SETTINGS_READ, Scope.VERIFICATIONS_READ);

    assertThat(get(tenant, PATH).code()).isEqualTo("wrong_scope");
    assertThat(get(tenant, PATH + "/export").code()).isEqualTo("wrong_scope");
  }

  @Test
  void filtersCanBeCombined() {
    TestTenant tenant = newTenant();
    for (AuditResult result : AuditResult.values()) {
      for (String source : List.of("198.51.100.1", "2001:db8:7::1")) {
        clock.advance(Duration.ofSeconds(1));
        trail.record(
            tenant.tenant().id(),
            new AuditEvent(
                AuditAction.LOGIN_ANSWERED,
                Actor.client("x"),
                Optional.empty(),
                Optional.of(source),
                result,
                Map.of()));
      }
    }
    String from = clock.instant().minusSeconds(2).toString();

    String logins = PATH + "?action=login.answered";
    assertThat(size(get(tenant, logins))).isEqualTo(6);
    assertThat(size(get(tenant, logins + "&result=refused"))).isEqualTo(2);
    assertThat(size(get(tenant, logins + "&source=2001:db8:7:1::9"))).isEqualTo(3);
    assertThat(size(get(tenant, logins + "&source=198.51.100.0/24&result=success"))).isEqualTo(1);
    assertThat(size(get(tenant, logins + "&from=" + from))).isEqualTo(3);
    assertThat(size(get(tenant, logins + "&to=" + from))).isEqualTo(3);
    assertThat(size(get(tenant, logins + "&actor=client:x"))).isEqualTo(6);
    assertThat(size(get(tenant, logins + "&actor=client:y"))).isZero();
    for (String wrong :
        List.of("action=x", "result=x", "subject=x", "from=x", "to=x", "cursor=x")) {
      assertThat(get(tenant, PATH + "?" + wrong).code()).as(wrong).isEqualTo("invalid_field");
    }
  }

  @Test
  void pagesFollowEachOtherNewestFirst() {
    TestTenant tenant = newTenant();
    many(tenant, 5);

    Answer first = get(tenant, PATH + "?action=factor.bound&limit=3");
    Answer second =
        get(
            tenant,
            PATH
                + "?action=factor.bound&limit=3&cursor="
                + first.json().get("next_cursor").asString());
    assertThat(numbers(first)).containsExactly("4", "3", "2");
    assertThat(numbers(second)).containsExactly("1", "0");
    assertThat(second.json().has("next_cursor")).isFalse();
  }

  @Test
  void theExportHoldsEveryEventInALineOfItsOwn() {
    TestTenant tenant = newTenant();
    many(tenant, 1203);

    Answer export = get(tenant, PATH + "/export?action=factor.bound");

    assertThat(export.header("Content-Type")).isEqualTo("application/x-ndjson");
    assertThat(export.text().lines())
        .hasSize(1203)
        .allMatch(line -> Json.read(line).get("action").asString().equals("factor.bound"));
    assertThat(export.text().lines().map(line -> Json.read(line).get("id").asString()))
        .doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("PRV-8: clients, settings, test numbers, templates and webhooks are recorded")
  void whatIsSetIsRecorded() {
    TestTenant tenant = newTenant();
    put(tenant, "/v1/settings/test_numbers/+31600000001", "{\"code\":\"123456\"}");
    delete(tenant, "/v1/settings/test_numbers/+31600000001");
    delete(tenant, "/v1/settings/test_numbers/+31600000001");
    put(tenant, "/v1/templates/shop", "{\"texts\":{\"nl\":\"{code}\"}}");
    delete(tenant, "/v1/templates/shop");
    clients.revoke(tenant.tenant().id(), newClient(tenant.tenant()).clientId());

    Answer listed = get(tenant, PATH);

    assertThat(actions(listed))
        .containsExactlyInAnyOrder(
            "audit.read",
            "client.revoked",
            "client.created",
            "template.removed",
            "template.set",
            "test_number.removed",
            "test_number.set",
            "client.created",
            "tenant.created");
    assertThat(listed.text()).contains("+31*******01").doesNotContain("+31600000001", "123456");
  }

  @Test
  @DisplayName("VAL-1: who switched long-lived codes on stands in the audit trail")
  void longLivedCodesAreRecorded() {
    TestTenant tenant = newTenant();
    patch(tenant, "/v1/settings", "{\"long_lived_codes\":true,\"sender_name\":\"Shop\"}");
    patch(tenant, "/v1/settings", "{\"sender_name\":\"Shop\"}");

    JsonNode changed = only(get(tenant, PATH + "?action=settings.changed"));
    assertThat(changed.at("/details/changed").asString()).isEqualTo("long_lived_codes,sender_name");
    assertThat(changed.at("/details/long_lived_codes").asString()).isEqualTo("true");
    assertThat(changed.get("actor").asString()).isEqualTo("client:" + tenant.client().clientId());
  }

  @Test
  @DisplayName("PRV-8: wrong secrets are recorded, and cannot fill the disk")
  void wrongSecretsAreRecordedAndCounted() {
    TestTenant tenant = newTenant();
    String id = tenant.client().clientId();
    for (int i = 0; i < 5; i++) {
      assertThat(clients.authenticate(id, "wrong" + i)).isEmpty();
    }
    String path = PATH + "?action=client.refused";
    await().until(() -> size(get(tenant, path)) == 1);
    clock.advance(Duration.ofSeconds(61));
    assertThat(clients.authenticate(id, "wrong")).isEmpty();
    await().until(() -> size(get(tenant, path)) == 2);

    assertThat(get(tenant, path).json().at("/data/0/details/times").asString()).isEqualTo("5");
    assertThat(get(tenant, path).json().at("/data/1/details/times").asString()).isEqualTo("1");
    assertThat(get(tenant, path).text()).doesNotContain("wrong");
  }

  private void many(TestTenant tenant, int number) {
    IntStream.range(0, number)
        .forEach(i -> {
          clock.advance(Duration.ofMillis(1));
          trail.record(
              tenant.tenant().id(),
              new AuditEvent(
                  AuditAction.FACTOR_BOUND,
                  Actor.USER,
                  Optional.empty(),
                  Optional.empty(),
                  AuditResult.SUCCESS,
                  Map.of("n", Integer.toString(i))));
        });
  }

  private static List<String> numbers(Answer page) {
    return page.json().get("data").valueStream().map(e -> e.at("/details/n").asString()).toList();
  }

  private static List<String> actions(Answer page) {
    return page.json().get("data").valueStream().map(e -> e.get("action").asString()).toList();
  }

  private static int size(Answer page) {
    return page.json().get("data").size();
  }

  private static JsonNode only(Answer page) {
    assertThat(page.json().get("data").size()).as(page.text()).isEqualTo(1);
    return page.json().get("data").get(0);
  }
}
