package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("A login that passed is a session with two ends")
class SessionTest extends LoginTest {
  private App app;

  @BeforeEach
  void anApp() {
    app = app(anna);
  }

  private String session() {
    Answer passed = answer(pending(), app.id(), code(app));
    advance(Duration.ofSeconds(60));
    return passed.json().at("/result/session_id").asString();
  }

  private Answer touch(String session) {
    return post(tenant, "/v1/sessions/" + session + "/touch", "{}");
  }

  private String state(String session) {
    return touch(session).json().path("state").asString();
  }

  @Test
  @DisplayName("SES-4: activity puts the idle end off, up to the overall end")
  void activityPutsTheIdleEndOff() {
    String id = session();
    for (int i = 0; i < 26; i++) {
      assertThat(state(id)).isEqualTo("active");
      advance(Duration.ofMinutes(55));
    }
    assertThat(state(id)).isEqualTo("active");
    advance(Duration.ofMinutes(59));

    assertThat(state(id)).isEqualTo("expired");
    assertThat(state(id)).isEqualTo("expired");
  }

  @Test
  @DisplayName("SES-2, ASVS-7.3.1: an hour without activity ends it, and nothing brings it back")
  void anIdleSessionIsOver() {
    String id = session();
    advance(Duration.ofHours(1));

    assertThat(state(id)).isEqualTo("idle");
    assertThat(state(id)).isEqualTo("idle");
  }

  @Test
  @DisplayName("ASVS-7.3.2: a day ends it, whatever is done")
  void aDayEndsIt() {
    String id = session();
    Answer active = touch(id);
    assertThat(active.json().path("ends_at").asString())
        .isEqualTo(clock.instant().plus(Duration.ofHours(24)).minusSeconds(60).toString());
  }

  @Test
  @DisplayName(
      "SES-5, ASVS-7.2.4: each login makes a new session, with what was proven and no more")
  void eachLoginMakesANewSession() {
    String one = session();
    String two = session();

    assertThat(one).isNotEqualTo(two);
    assertThat(touch(two).json().path("acr").asString()).isEqualTo("urn:tweestap:acr:2");
    assertThat(get(tenant, "/v1/users/anna/sessions").json().path("data").size()).isEqualTo(2);
  }

  @Test
  @DisplayName("ASVS-7.4.1, ASVS-7.5.2: the user sees sessions and ends one")
  void aSessionThatWasEndedIsOver() {
    String one = session();
    String two = session();

    assertThat(delete(tenant, "/v1/users/anna/sessions/" + one).status()).isEqualTo(204);

    assertThat(state(one)).isEqualTo("ended");
    assertThat(state(two)).isEqualTo("active");
    assertThat(delete(tenant, "/v1/users/anna/sessions/" + one).status()).isEqualTo(404);
    JsonNode left = get(tenant, "/v1/users/anna/sessions").json().path("data");
    assertThat(left.size()).isEqualTo(1);
    assertThat(left.at("/0/id").asString()).isEqualTo(two);
  }

  @Test
  @DisplayName("ASVS-7.4.5: staff end all sessions of a user")
  void allSessionsAreEnded() {
    String one = session();
    String two = session();

    assertThat(delete(tenant, "/v1/users/anna/sessions").status()).isEqualTo(204);

    assertThat(state(one)).isEqualTo("ended");
    assertThat(state(two)).isEqualTo("ended");
  }

  @Test
  @DisplayName("ASVS-7.4.2: a suspension ends all sessions")
  void aSuspensionEndsSessions() {
    String id = session();
    users.suspend(tenant.tenant().id(), anna.ref(), "system", "");

    assertThat(state(id)).isEqualTo("ended");
    users.resume(tenant.tenant().id(), anna.ref(), "system", "");
    assertThat(state(id)).isEqualTo("ended");
  }

  @Test
  @DisplayName("ASVS-7.4.3: a changed password ends the other sessions")
  void aChangedPasswordEndsTheOthers() {
    String mine = session();
    String other = session();

    post(tenant, "/v1/users/anna/password-changed", "{\"keep_session\":\"" + mine + "\"}");

    assertThat(state(mine)).isEqualTo("active");
    assertThat(state(other)).isEqualTo("ended");
  }

  @Test
  @DisplayName("PRV-6: the user sees sessions and browsers in an export")
  void sessionsAreExported() {
    String id = session();

    JsonNode parts = get(tenant, "/v1/users/anna/export").json().path("parts");

    assertThat(parts.at("/sessions/0/id").asString()).isEqualTo(id);
    assertThat(parts.path("browsers").isArray()).isTrue();
  }

  @Test
  void anErasedUserLeavesNoSession() {
    String id = session();
    users.erase(tenant.tenant().id(), anna.ref(), "system");

    assertThat(touch(id).status()).isEqualTo(404);
  }

  @Test
  @DisplayName("ASVS-7.2.1: a session that never was is none")
  void anUnknownSessionIsNone() {
    assertThat(touch("018f0000-0000-7000-8000-000000000000").status()).isEqualTo(404);
    assertThat(touch(pending()).status()).isEqualTo(404);
  }
}
