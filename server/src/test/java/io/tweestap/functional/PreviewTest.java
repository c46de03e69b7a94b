package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What would happen on a date, and how far the tenant is.
class PreviewTest extends PolicyTest {
  private static final String MARCH = "\"date\": \"2099-03-01\"";

  @Test
  void itSaysHowManyOfAGroupCouldNotLogIn() {
    IntStream.rangeClosed(1, 47).forEach(number -> user("x" + number, "x"));
    holds(user("ready", "x", "y"), "totp");
    user("other", "y");
    policy("X", "\"group\": \"x\", \"required_from\": \"2099-03-01\"");

    JsonNode found = preview(MARCH + ", \"group\": \"x\"").json();

    assertThat(found.path("text").asString())
        .isEqualTo("47 users of group x could not log in on March 1, 2099.");
    assertThat(found.path("users").asInt()).isEqualTo(48);
    assertThat(found.path("could_not_log_in").asInt()).isEqualTo(47);
    assertThat(found.at("/outcomes/enroll_required").asInt()).isEqualTo(47);
    assertThat(found.at("/outcomes/challenge").asInt()).isEqualTo(1);
    assertThat(found.path("examples").size()).isEqualTo(47);
    assertThat(found.at("/examples/0/text").asString()).contains("required since March 1, 2099");
    JsonNode all = preview(MARCH).json();
    assertThat(all.path("text").asString())
        .isEqualTo("47 users could not log in on March 1, 2099.");
    assertThat(all.at("/groups/1/text").asString())
        .isEqualTo("All 2 users of group y could log in on March 1, 2099.");
  }

  @Test
  void theDayBeforeNobodyIsStuck() {
    user("anna", "x");
    policy("X", "\"group\": \"x\", \"required_from\": \"2099-03-01\"");

    assertThat(preview("\"date\": \"2099-02-28\"").json().path("could_not_log_in").asInt())
        .isZero();
    assertThat(
            preview("\"at\": \"2099-03-01T12:00:00Z\", \"locale\": \"nl\"")
                .json()
                .path("text")
                .asString())
        .isEqualTo("1 gebruiker zou op 1 maart 2099 niet kunnen inloggen.");
  }

  @Test
  void policiesCanBeTriedBeforeTheyAreMade() {
    user("anna", "x");
    String supposed =
        "[{\"name\": \"New\", \"required_from\": \"2099-03-01\", \"late_enrollment\": false}]";

    JsonNode found = preview(MARCH + ", \"policies\": " + supposed).json();

    assertThat(found.at("/outcomes/refused").asInt()).isEqualTo(1);
    assertThat(get(tenant, "/v1/policies").json().path("data").size()).isZero();
    assertThat(preview(MARCH).json().path("could_not_log_in").asInt()).isZero();
  }

  @Test
  void itLooksAtSomeUsersOnly() {
    user("anna", "x");
    user("bert", "x");
    policy("X", "\"required_from\": \"2099-03-01\"");

    JsonNode found = preview(MARCH + ", \"users\": [\"anna\", \"anna\", \"nobody\"]").json();

    assertThat(found.path("users").asInt()).isEqualTo(1);
    assertThat(found.at("/examples/0/user").asString()).isEqualTo("anna");
  }

  @Test
  void examplesAreAtMostAHundred() {
    IntStream.rangeClosed(1, 120).forEach(number -> user("x" + number, "x"));
    policy("X", "\"required_from\": \"2099-03-01\"");

    JsonNode found = preview(MARCH).json();

    assertThat(found.path("could_not_log_in").asInt()).isEqualTo(120);
    assertThat(found.path("examples").size()).isEqualTo(100);
  }

  @Test
  void coverageSaysHowFarEachGroupIs() {
    holds(user("anna", "admins"), "totp");
    holds(found("anna"), "recovery_code");
    user("bert", "admins", "sales");
    user("carl", "sales");
    users.suspend(tenant.tenant().id(), user("gone", "sales").ref(), "system", "test");
    policy("Admins", "\"group\": \"admins\", \"required_from\": \"2020-01-01\"");
    post(
        tenant,
        "/v1/users/bert/exemptions",
        "{\"reason\": \"no phone\", \"staff\": \"A\", \"until\": \""
            + now().plus(java.time.Duration.ofDays(1))
            + "\"}");

    JsonNode found = get(tenant, "/v1/policies/coverage").json();

    assertThat(found.at("/all/users").asInt()).isEqualTo(3);
    assertThat(found.at("/all/enrolled").asInt()).isEqualTo(1);
    assertThat(found.at("/all/by_kind/totp").asInt()).isEqualTo(1);
    assertThat(found.at("/all/by_kind/phone").asInt()).isZero();
    assertThat(found.at("/all/required_now").asInt()).isEqualTo(2);
    assertThat(found.at("/all/exempt").asInt()).isEqualTo(1);
    assertThat(found.at("/all/shut_out").asInt()).isZero();
    assertThat(found.at("/groups/0/group").asString()).isEqualTo("admins");
    assertThat(found.at("/groups/0/counts/users").asInt()).isEqualTo(2);
    assertThat(found.at("/groups/1/counts/users").asInt()).isEqualTo(2);
    assertThat(found.at("/groups/1/counts/required_now").asInt()).isEqualTo(1);
  }

  @Test
  void badInputIsNamed() {
    for (String wrong :
        new String[] {
          "\"date\": \"soon\"",
          MARCH + ", \"group\": \"A B\"",
          MARCH + ", \"users\": []",
          MARCH + ", \"purpose\": \"fun\"",
          MARCH + ", \"policies\": [{\"name\": \"x\", \"skips_max\": -1}]"
        }) {
      assertThat(preview(wrong).code()).as(wrong).isEqualTo("invalid_field");
    }
    assertThat(preview("").code()).isEqualTo("missing_field");
    assertThat(preview(MARCH + ", \"policies\": [null]").code()).isEqualTo("missing_field");
    assertThat(preview(MARCH + ", \"at\": \"2099-03-01T00:00:00Z\"").code())
        .isEqualTo("missing_field");
  }

  private Answer preview(String fields) {
    return post(tenant, "/v1/policies/preview", "{" + fields + "}");
  }
}
