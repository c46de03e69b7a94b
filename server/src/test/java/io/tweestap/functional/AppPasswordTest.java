package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.audit.AuditAction;
import io.tweestap.factor.apppassword.AppPasswords;
import io.tweestap.tenant.Scope;
import io.tweestap.user.UserRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@DisplayName("APP: passwords for programs that cannot ask for a code")
class AppPasswordTest extends PersonTest {
  private static final String PATH = ANNA + "/app-passwords";
  private static final String VERIFY = "/v1/app-passwords/verify";

  @Autowired private AppPasswords passwords;

  @Test
  @DisplayName("APP-1: the server makes it, 140 bits, shows it once, keeps a hash")
  void theServerMakesItAndShowsItOnce() {
    Answer made = make("");

    assertThat(made.status()).as(made.text()).isEqualTo(201);
    String password = made.json().path("password").asString();
    assertThat(password).matches("([0-9a-hjkmnp-tv-z]{4}-){6}[0-9a-hjkmnp-tv-z]{4}");
    JsonNode listed = get(tenant, PATH).json().path("data").get(0);
    assertThat(listed.has("password")).isFalse();
    assertThat(listed.path("device").asString()).isEqualTo("Anna's phone");
    assertThat(allRows()).doesNotContain(password, password.replace("-", ""));
  }

  @Test
  @DisplayName("APP-1: no two are alike")
  void noTwoAreAlike() {
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      made.add(password(""));
    }
    assertThat(made).hasSize(20);
  }

  @Test
  void theRightOneIsValidHoweverItIsTyped() {
    String password = password("");

    for (String typed :
        List.of(
            password,
            password.replace("-", ""),
            password.replace('-', ' '),
            password.toUpperCase(Locale.ROOT),
            password.replace('0', 'O').replace('1', 'l'))) {
      Answer answer = verify("anna", "imap", typed, "");
      assertThat(answer.json().path("valid").asBoolean()).as("typed in its own way").isTrue();
      assertThat(answer.json().path("user").asString()).isEqualTo("anna");
      assertThat(answer.json().path("device").asString()).isEqualTo("Anna's phone");
    }
  }

  @Test
  @DisplayName("APP-2: it opens the one service that it was made for, and no login")
  void itOpensOneServiceOnly() {
    String password = password("");

    assertThat(isValid("anna", "imap", password)).isTrue();
    assertThat(isValid("anna", "smtp", password)).isFalse();
    assertThat(get(tenant, ANNA + "/factors").text()).doesNotContain("app_password");
  }

  @Test
  @DisplayName("Invariant 9: whatever is wrong, the answer is the same")
  void whateverIsWrongTheAnswerIsTheSame() {
    newUser("bert", "bert@example.org");
    String password = password("");
    String bound = password(",\"networks\":[\"192.0.2.0/24\"]");
    String shortLived = password(",\"expires_at\":\"" + clock.instant().plusSeconds(60) + "\"");
    clock.advance(Duration.ofSeconds(61));

    List<Answer> wrong =
        List.of(
            verify("nobody", "imap", password, ""),
            verify("bert", "imap", password, ""),
            verify("ANNA", "imap", password, ""),
            verify("a/b%c", "imap", password, ""),
            verify("nobody", "imap", "x", ""),
            verify("anna", "imap", "0000-0000-0000-0000-0000-0000-0000", ""),
            verify("anna", "imap", "", ""),
            verify("anna", "smtp", password, ""),
            verify("anna", "imap", shortLived, ""),
            verify("anna", "imap", bound, ",\"source_ip\":\"198.51.100.1\""),
            verify("anna", "imap", bound, ""));

    assertThat(wrong).extracting(Answer::status).containsOnly(200);
    assertThat(wrong).extracting(Answer::text).containsOnly("{\"valid\":false}");
    assertThat(verify("anna", "imap", bound, ",\"source_ip\":\"192.0.2.9\"").text())
        .contains("\"valid\":true");
  }

  @Test
  @DisplayName("APP-3: making one needs a full proof of the last ten minutes")
  void makingOneNeedsAFreshProof() {
    Instant now = clock.instant();

    assertThat(make("", now.minusSeconds(600)).status()).isEqualTo(201);
    assertThat(make("", now.minusSeconds(601)).code()).isEqualTo("proof_too_old");
    assertThat(make("", now.plusSeconds(61)).code()).isEqualTo("proof_too_old");
    assertThat(post(tenant, PATH, "{\"service\":\"imap\",\"device\":\"x\"}").code())
        .isEqualTo("missing_field");
  }

  @Test
  @DisplayName("APP-3: making and taking away are told by mail and written down")
  void makingAndTakingAwayAreTold() {
    String id = make("").json().path("id").asString();
    assertThat(notices()).hasSize(1);
    assertThat(audited(AuditAction.APP_PASSWORD_MADE))
        .singleElement()
        .asString()
        .contains("success", tenant.client().clientId(), id, "imap");

    assertThat(delete(tenant, PATH + "/" + id).status()).isEqualTo(204);
    assertThat(notices()).hasSize(2);
    assertThat(audited(AuditAction.APP_PASSWORD_REMOVED)).hasSize(1);
  }

  @Test
  @DisplayName("APP-4: one is taken away by itself, the others stay")
  void oneIsTakenAwayByItself() {
    Answer first = make("");
    String second = password("");
    String path = PATH + "/" + first.json().path("id").asString();

    assertThat(delete(tenant, path).status()).isEqualTo(204);

    assertThat(delete(tenant, path).status()).isEqualTo(404);
    assertThat(isValid("anna", "imap", first.json().path("password").asString())).isFalse();
    assertThat(isValid("anna", "imap", second)).isTrue();
    assertThat(delete(tenant, PATH).json().path("revoked").asInt()).isEqualTo(1);
    assertThat(isValid("anna", "imap", second)).isFalse();
  }

  @Test
  @DisplayName("APP-4: the last use is shown to within five minutes, and written no more often")
  void theLastUseIsShown() {
    String password = password("");
    assertThat(listed().has("last_used_at")).isFalse();

    assertThat(isValid("anna", "imap", password)).isTrue();
    Instant first = clock.instant();
    assertThat(listed().path("last_used_at").asString()).isEqualTo(first.toString());

    clock.advance(Duration.ofMinutes(4));
    assertThat(isValid("anna", "imap", password)).isTrue();
    assertThat(listed().path("last_used_at").asString()).isEqualTo(first.toString());

    clock.advance(Duration.ofMinutes(1));
    assertThat(isValid("anna", "imap", password)).isTrue();
    assertThat(listed().path("last_used_at").asString()).isEqualTo(clock.instant().toString());
    assertThat(audited(AuditAction.APP_PASSWORD_VERIFIED)).hasSize(2);
  }

  @Test
  @DisplayName("APP-5: failures slow down verification by user and by source, and nothing else")
  void failuresSlowDownVerificationAlone() {
    patch(
        tenant,
        "/v1/settings",
        "{\"limits\":{\"app_password_failures_per_user_hour\":3,"
            + "\"app_password_failures_per_source_hour\":4}}");
    String password = password("");
    for (int i = 0; i < 3; i++) {
      assertThat(isValid("anna", "imap", "wrong")).isFalse();
    }

    assertThat(verify("anna", "imap", password, "").text()).isEqualTo("{\"valid\":false}");
    assertThat(failuresOfFactors()).isZero();
    clock.advance(Duration.ofHours(2));
    assertThat(isValid("anna", "imap", password)).isTrue();

    for (int i = 0; i < 4; i++) {
      verify("nobody" + i, "imap", "wrong", ",\"source_ip\":\"2001:db8::1\"");
    }
    assertThat(verify("anna", "imap", password, ",\"source_ip\":\"2001:db8::2\"").text())
        .isEqualTo("{\"valid\":false}");
    assertThat(isValid("anna", "imap", password)).isTrue();
  }

  @Test
  @DisplayName("APP-5, invariant 8: a flood of wrong ones closes it no longer than the first few")
  void aFloodDoesNotCloseItForLonger() {
    patch(tenant, "/v1/settings", "{\"limits\":{\"app_password_failures_per_user_hour\":3}}");
    String password = password("");
    for (int i = 0; i < 30; i++) {
      assertThat(isValid("anna", "imap", "wrong")).isFalse();
    }
    assertThat(isValid("anna", "imap", password)).isFalse();
    assertThat(audited(AuditAction.APP_PASSWORD_VERIFIED)).hasSize(3);

    clock.advance(Duration.ofMinutes(20));

    assertThat(isValid("anna", "imap", password)).isTrue();
  }

  @Test
  @DisplayName("APP-5: all die with suspension, closing, erasure and disconnection")
  void allDieWithTheAccount() {
    String password = password("");
    users.suspend(tenantId(), new UserRef("anna"), "test", "");
    assertThat(isValid("anna", "imap", password)).isFalse();
    assertThat(make("").code()).isEqualTo("user_not_active");
    users.resume(tenantId(), new UserRef("anna"), "test", "");
    assertThat(isValid("anna", "imap", password)).isFalse();

    String second = password("");
    assertThat(passwords.revokeAll(tenantId(), anna.id(), "disconnect")).isEqualTo(1);
    assertThat(isValid("anna", "imap", second)).isFalse();

    String third = password("");
    users.close(tenantId(), new UserRef("anna"), "test", "");
    assertThat(isValid("anna", "imap", third)).isFalse();
    users.erase(tenantId(), new UserRef("anna"), "test");
    assertThat(rows()).isZero();
  }

  @Test
  @DisplayName("APP-2: whoever verifies can do nothing else")
  void whoeverVerifiesCanDoNothingElse() {
    TestTenant mailServer =
        new TestTenant(tenant.tenant(), newClient(tenant.tenant(), Scope.APP_PASSWORDS_VERIFY));

    assertThat(post(mailServer, VERIFY, body("anna", "imap", "x", "")).status()).isEqualTo(200);
    assertThat(get(mailServer, PATH).code()).isEqualTo("wrong_scope");
  }

  @Test
  @DisplayName("Invariant 6: another tenant's password is nobody's")
  void anotherTenantsPasswordIsNobodys() {
    String password = password("");
    TestTenant other = otherTenant();

    assertThat(post(other, VERIFY, body("anna", "imap", password, "")).text())
        .isEqualTo("{\"valid\":false}");
  }

  @Test
  void aUserHasAtMostFifty() throws Exception {
    List<Answer> answers = new ArrayList<>(Together.run(8, () -> make("")));
    while (answers.size() < 48) {
      answers.add(make(""));
    }
    answers.addAll(Together.run(8, () -> make("")));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(50);
    assertThat(answers).filteredOn(answer -> answer.code().equals("limit_reached")).hasSize(6);
  }

  private Answer make(String fields) {
    return make(fields, clock.instant());
  }

  private Answer make(String fields, Instant proof) {
    return post(
        tenant,
        PATH,
        "{\"service\":\"imap\",\"device\":\"Anna's phone\",\"authenticated_at\":\"%s\"%s}"
            .formatted(proof, fields));
  }

  private String password(String fields) {
    return make(fields).json().path("password").asString();
  }

  private Answer verify(String user, String service, String password, String fields) {
    return post(tenant, VERIFY, body(user, service, password, fields));
  }

  private boolean isValid(String user, String service, String password) {
    return verify(user, service, password, "").json().path("valid").asBoolean();
  }

  private static String body(String user, String service, String password, String fields) {
    return "{\"user\":\"%s\",\"service\":\"%s\",\"password\":\"%s\"%s}"
        .formatted(user, service, password, fields);
  }

  private JsonNode listed() {
    return get(tenant, PATH).json().path("data").get(0);
  }

  private int rows() {
    return jdbc.sql("SELECT count(*) FROM app_password WHERE tenant_id = :tenant")
        .param("tenant", tenantId().value())
        .query(Integer.class)
        .single();
  }

  private int failuresOfFactors() {
    return jdbc.sql("SELECT coalesce(sum(failures), 0) FROM factor WHERE tenant_id = :tenant")
        .param("tenant", tenantId().value())
        .query(Integer.class)
        .single();
  }

  private String allRows() {
    return jdbc.sql("SELECT p::text FROM app_password p WHERE tenant_id = :tenant")
        .param("tenant", tenantId().value())
        .query((row, _) -> row.getString(1))
        .list()
        .toString();
  }
}
