package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CS-2, ASVS-6.3.5: right password, failed second step: the user is told")
class HalfSuccessTest extends LoginTest {
  private App app;

  @BeforeEach
  void anApp() {
    app = app(anna);
  }

  private String guessed() {
    String id =
        begun("\"ip\":\"203.0.113.9\",\"user_agent\":\"Firefox 150\"").path("id").asString();
    assertThat(answer(id, app.id(), wrong(app)).code()).isEqualTo("wrong_code");
    return id;
  }

  @Test
  void whoeverGuessesAndLeavesIsToldOf() {
    guessed();
    advance(Duration.ofMinutes(11));

    chore("expire-logins");

    String text = mails("right password", 1).getFirst();
    assertThat(text).contains("203.0.113.9", "Firefox 150", "change your password");
    assertThat(audited()).contains("login.expired failure");
  }

  @Test
  void whoeverGuessesAndCancelsIsToldOf() {
    delete(tenant, "/v1/logins/" + guessed());

    assertThat(mails("right password", 1).getFirst()).contains("203.0.113.9");
  }

  @Test
  void whoeverMistypesAndThenPassesIsNot() {
    String id = guessed();
    assertThat(outcome(answer(id, app.id(), code(app)))).isEqualTo("passed");
    begun("");
    advance(Duration.ofMinutes(11));
    chore("expire-logins");
    delete(tenant, "/v1/logins/" + guessed());

    assertThat(mails("right password", 1)).hasSize(1);
  }

  @Test
  void oneMailAnHourIsEnough() {
    delete(tenant, "/v1/logins/" + guessed());
    delete(tenant, "/v1/logins/" + guessed());
    assertThat(mails("right password", 1)).hasSize(1);
    advance(Duration.ofHours(1));

    delete(tenant, "/v1/logins/" + guessed());

    assertThat(mails("right password", 2)).hasSize(2);
  }

  @Test
  void theAddressIsForgottenOnceTheLoginIsOver() {
    String id = guessed();
    delete(tenant, "/v1/logins/" + id);

    assertThat(
            jdbc.sql(
                    "SELECT ip IS NULL AND place = '203.0.113.0/24' FROM login WHERE tenant_id = ?")
                .param(tenant.tenant().id().value())
                .query(Boolean.class)
                .list())
        .containsOnly(true);
  }
}
