package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FactorLifeTest extends FactorTest {
  private static final String ROWS =
      """
      SELECT state, CASE WHEN secret_sealed IS NULL THEN 'wiped' ELSE 'sealed' END AS secret
      FROM factor
      WHERE tenant_id = :tenant
      ORDER BY id
      """;

  @Test
  @DisplayName("BND-1: the record of a factor says when, how and until when")
  void theRecordTellsItsStory() {
    App app = begun(",\"name\":\"phone\",\"expires_at\":\"2099-01-01T00:00:00Z\"");
    confirm(app, code(app));
    advance(Duration.ofMinutes(1));
    verify(app, code(app));
    verify(app, wrong(app));

    JsonNode record = factor(app);
    assertThat(record.at("/source").asString()).isEqualTo("enrolled");
    assertThat(record.at("/state").asString()).isEqualTo("active");
    assertThat(record.at("/failures").asInt()).isEqualTo(1);
    assertThat(record.at("/expires_at").asString()).isEqualTo("2099-01-01T00:00:00Z");
    assertThat(record.at("/bound_at").asString()).isNotEmpty();
    assertThat(record.at("/last_used_at").asString()).isEqualTo(clock.instant().toString());
    assertThat(record.has("slowed_until")).isFalse();
  }

  @Test
  @DisplayName("REC-5, ASVS-6.3.7: each change is in the audit, and told at every address")
  void everyChangeIsRecordedAndTold() {
    App app = begun(",\"name\":\"phone\"");
    confirm(app, code(app));
    patch(tenant, app.path(), "{\"name\":\"work phone\",\"staff\":\"jan\"}");
    patch(tenant, app.path(), "{\"name\":\"work phone\"}");
    post(tenant, app.path() + "/suspend", "{}");
    post(tenant, app.path() + "/resume", "{}");
    delete(tenant, app.path());

    assertThat(actions().stream().filter(action -> action.startsWith("factor.")))
        .containsExactlyInAnyOrder(
            "factor.binding_started",
            "factor.bound",
            "factor.renamed",
            "factor.changed",
            "factor.changed",
            "factor.removed");
    assertThat(actors()).anyMatch(actor -> actor.startsWith("staff:jan via client:"));
    for (String address : List.of("anna@example.org", "anna@home.example")) {
      List<String> mails = mails(address, 5);
      assertThat(mails).hasSize(5);
      for (String part :
          List.of(
              "\"phone\" (authenticator app) was added",
              "is now called \"work phone\"",
              "taken out of use",
              "back into use",
              "\"work phone\" (authenticator app) was removed")) {
        assertThat(mails).as(part).anyMatch(mail -> mail.contains(part));
      }
    }
  }

  @Test
  @DisplayName("BND-5: a factor that was reported lost is out of use until it is resumed")
  void aLostFactorIsOutOfUse() {
    App app = active();
    advance(Duration.ofSeconds(30));

    Answer suspended = post(tenant, app.path() + "/suspend", "{}");
    assertThat(suspended.json().at("/state").asString()).isEqualTo("suspended");
    assertThat(verify(app, code(app)).code()).isEqualTo("factor_not_usable");
    assertThat(post(tenant, app.path() + "/suspend", "{}").status()).isEqualTo(200);
    assertThat(get(tenant, FACTORS).json().at("/spare_advised").asBoolean()).isTrue();

    assertThat(post(tenant, app.path() + "/resume", "{}").status()).isEqualTo(200);
    assertThat(verify(app, code(app)).status()).isEqualTo(200);
    App pending = begun("");
    assertThat(post(tenant, pending.path() + "/suspend", "{}").code())
        .isEqualTo("factor_not_usable");
  }

  @Test
  @DisplayName("BND-6: an expired factor is refused and named as expired")
  void anExpiredFactorIsNamedAsExpired() {
    String end = clock.instant().plus(Duration.ofHours(1)).toString();
    App app = begun(",\"expires_at\":\"" + end + "\"");
    confirm(app, code(app));
    advance(Duration.ofMinutes(59));
    assertThat(verify(app, code(app)).status()).isEqualTo(200);

    advance(Duration.ofMinutes(1));
    Answer late = verify(app, code(app));
    assertThat(late.status()).isEqualTo(410);
    assertThat(late.code()).isEqualTo("factor_expired");
  }

  @Test
  @DisplayName("BND-6: all factors end with the account")
  void factorsEndWithTheAccount() {
    App app = active();
    begun("");

    post(tenant, ANNA + "/close", "{}");

    assertThat(get(tenant, FACTORS).json().at("/data").isEmpty()).isTrue();
    assertThat(verify(app, code(app)).code()).isEqualTo("factor_not_usable");
    assertThat(rows()).containsExactly("removed, wiped");
    assertThat(begin("").code()).isEqualTo("user_closed");
    assertThat(actions()).contains("factor.removed", "factor.binding_canceled");
  }

  @Test
  @DisplayName("PRV-4: of an erased user no factor is left, not even a record")
  void nothingIsLeftOfAnErasedUser() {
    App removed = active();
    active();
    delete(tenant, removed.path());

    assertThat(delete(tenant, ANNA).status()).isEqualTo(204);

    assertThat(rows()).isEmpty();
  }

  @Test
  void aSuspendedUserCannotAnswer() {
    App app = active();
    advance(Duration.ofSeconds(30));

    post(tenant, ANNA + "/suspend", "{}");
    assertThat(verify(app, code(app)).code()).isEqualTo("factor_not_usable");
    post(tenant, ANNA + "/resume", "{}");
    assertThat(verify(app, code(app)).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("Invariant 6: another tenant's user of the same name has other factors")
  void aFactorIsNoFactorOfAnotherTenantsUser() {
    App app = active();
    TestTenant stranger = otherTenant();
    put(stranger, ANNA, "{}");

    assertThat(get(stranger, app.path()).status()).isEqualTo(404);
    assertThat(post(stranger, app.path() + "/verify", typed(code(app))).status()).isEqualTo(404);
    assertThat(delete(stranger, app.path()).status()).isEqualTo(404);
    put(tenant, "/v1/users/ben", "{}");
    String bens = app.path().replace("/anna/", "/ben/");
    assertThat(post(tenant, bens + "/verify", typed(code(app))).status()).isEqualTo(404);
    assertThat(factor(app).at("/state").asString()).isEqualTo("active");
  }

  private List<String> rows() {
    return jdbc.sql(ROWS)
        .param("tenant", tenant.tenant().id().value())
        .query((row, _) -> row.getString("state") + ", " + row.getString("secret"))
        .list();
  }
}
