package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.policy.Frequency;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("A remembered browser is asked less often, and a copy of it gives itself away")
class RememberedBrowserTest extends LoginTest {
  private App app;

  @BeforeEach
  void askedOnceInThirtyDays() {
    policy(terms(new Frequency.PerBrowser(30)));
    app = app(anna);
  }

  /// Logs in with the app and has the browser remembered.
  private String remembered() {
    JsonNode login = begun("\"ip\":\"203.0.113.9\",\"user_agent\":\"Firefox 150 on Linux\"");
    assertThat(login.path("remember_browser_seconds").asLong()).isEqualTo(2_592_000);
    Answer passed =
        answer(login.path("id").asString(), app.id(), code(app), "\"remember_browser\":true");
    advance(Duration.ofSeconds(60));
    String token = passed.json().path("browser_token").asString("");
    assertThat(token).startsWith("twb_").hasSize(68);
    return token;
  }

  private JsonNode begunWith(String token) {
    return begun("\"browser_token\":\"" + token + "\"");
  }

  private static String decision(JsonNode login) {
    return login.path("decision").asString();
  }

  private static String token(JsonNode login) {
    return login.path("browser_token").asString("");
  }

  private JsonNode browsers() {
    return get(tenant, "/v1/users/anna/browsers").json().path("data");
  }

  @Test
  @DisplayName("SES-7: it passes as one factor, so nothing above that is claimed")
  void aRememberedBrowserPassesWithOneFactor() {
    JsonNode login = begunWith(remembered());

    assertThat(decision(login)).isEqualTo("pass");
    assertThat(login.at("/reasons/0/code").asString()).isEqualTo("browser_remembered");
    assertThat(login.at("/result/amr").valueStream().map(JsonNode::asString))
        .containsExactly("pwd");
    assertThat(login.at("/result/acr").asString()).isEqualTo("urn:tweestap:acr:1");
  }

  @Test
  @DisplayName("ASVS-7.2.3: its token has 256 random bits and stands hashed in the database")
  void theTokenIsNotInTheDatabase() {
    String token = remembered();

    List<byte[]> hashes =
        jdbc.sql("SELECT secret_hash FROM browser WHERE tenant_id = ?")
            .param(tenant.tenant().id().value())
            .query((row, _) -> row.getBytes("secret_hash"))
            .list();
    assertThat(hashes).hasSize(1);
    byte[] bytes = java.util.Base64.getUrlDecoder().decode(token.substring(4));
    assertThat(bytes).hasSize(48);
    assertThat(java.util.Arrays.copyOfRange(bytes, 16, 48)).isNotEqualTo(hashes.getFirst());
  }

  @Test
  void eachUseRotatesTheToken() {
    String first = remembered();
    String second = token(begunWith(first));
    advance(Duration.ofSeconds(11));
    String third = token(begunWith(second));

    assertThat(List.of(first, second, third)).doesNotHaveDuplicates().doesNotContain("");
    assertThat(browsers().size()).isEqualTo(1);
  }

  @Test
  void tabsThatOpenTogetherAllPass() {
    String token = remembered();
    assertThat(decision(begunWith(token))).isEqualTo("pass");
    advance(Duration.ofSeconds(9));

    JsonNode other = begunWith(token);

    assertThat(decision(other)).isEqualTo("pass");
    assertThat(other.has("browser_token")).isFalse();
  }

  @Test
  void anOldTokenIsTheftAndEndsTheSeriesForBoth() {
    String copied = remembered();
    String current = token(begunWith(copied));
    advance(Duration.ofSeconds(11));

    assertThat(decision(begunWith(copied))).isEqualTo("challenge");

    assertThat(decision(begunWith(current))).isEqualTo("challenge");
    assertThat(browsers().size()).isZero();
    assertThat(audited()).contains("browser.stolen refused");
    assertThat(mails("turned up twice", 1)).hasSize(1);
  }

  @RepeatedTest(3)
  @DisplayName("ASVS-7.2.4: of 64 rotations at once one wins")
  void sixtyFourRotationsAtOnceHaveOneWinner() throws Exception {
    String token = remembered();

    List<JsonNode> logins = Together.run(64, () -> begunWith(token));

    assertThat(logins).allMatch(login -> decision(login).equals("pass"));
    assertThat(logins.stream().map(RememberedBrowserTest::token).filter(t -> !t.isEmpty()))
        .hasSize(1);
    String next =
        logins.stream()
            .map(RememberedBrowserTest::token)
            .filter(t -> !t.isEmpty())
            .findFirst()
            .orElseThrow();
    advance(Duration.ofSeconds(11));
    assertThat(decision(begunWith(next))).isEqualTo("pass");
  }

  @Test
  void itIsForgottenAfterThirtyDays() {
    String token = remembered();
    advance(Duration.ofDays(30));

    assertThat(decision(begunWith(token))).isEqualTo("challenge");
    chore("forget-expired-browsers");
    assertThat(
            jdbc.sql("SELECT count(*) FROM browser WHERE tenant_id = ?")
                .param(tenant.tenant().id().value())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void anotherUsersTokenIsNone() {
    String token = remembered();
    app(user("ben", "ben@example.org"));

    Answer ben = begin("ben", "login", "\"browser_token\":\"" + token + "\"");

    assertThat(ben.json().path("decision").asString()).isEqualTo("challenge");
    assertThat(decision(begunWith(token))).isEqualTo("pass");
  }

  @Test
  void aNewBrowserIsToldAndListedWithItsPlace() {
    remembered();

    JsonNode one = browsers().get(0);
    assertThat(one.path("user_agent").asString()).isEqualTo("Firefox 150 on Linux");
    assertThat(one.path("place").asString()).isEqualTo("203.0.113.0/24");
    assertThat(one.toString()).doesNotContain("twb_");
    assertThat(mails("not known before", 1).getFirst())
        .contains("Firefox 150 on Linux", "203.0.113.9");
  }

  @Test
  void theUserForgetsOneOrAll() {
    String one = remembered();
    String two = remembered();
    String newest = browsers().get(0).path("id").asString();
    assertThat(delete(tenant, "/v1/users/anna/browsers/" + newest).status()).isEqualTo(204);
    assertThat(delete(tenant, "/v1/users/anna/browsers/" + newest).status()).isEqualTo(404);
    assertThat(decision(begunWith(two))).isEqualTo("challenge");
    assertThat(decision(begunWith(one))).isEqualTo("pass");

    assertThat(delete(tenant, "/v1/users/anna/browsers").status()).isEqualTo(204);

    assertThat(browsers().size()).isZero();
  }

  @Test
  void aChangedPasswordEndsIt() {
    String token = remembered();

    Answer changed = post(tenant, "/v1/users/anna/password-changed", "{}");

    assertThat(changed.status()).isEqualTo(204);
    assertThat(decision(begunWith(token))).isEqualTo("challenge");
    assertThat(audited()).contains("password.changed success");
  }

  @Test
  void aPolicyThatAsksAtEveryLoginRemembersNothing() {
    policies
        .list(tenant.tenant().id())
        .forEach(stored ->
            policies.delete(
                tenant.tenant().id(), stored.policy().id(), stored.version(), "system"));
    JsonNode login = begun("");

    assertThat(login.has("remember_browser_seconds")).isFalse();
    Answer passed =
        answer(login.path("id").asString(), app.id(), code(app), "\"remember_browser\":true");
    assertThat(passed.json().has("browser_token")).isFalse();
  }

  @Test
  void nonsenseIsNoToken() {
    for (String nonsense : List.of("", "twb_", "twb_x", "twb_" + "A".repeat(64), "x".repeat(500))) {
      assertThat(decision(begunWith(nonsense))).isEqualTo("challenge");
    }
    assertThat(audited()).doesNotContain("browser.stolen refused");
  }
}
