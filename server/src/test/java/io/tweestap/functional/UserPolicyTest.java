package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What the policies mean for one user, and why, in words.
class UserPolicyTest extends PolicyTest {
  @Test
  void theDecisionComesWithItsReasons() {
    user("anna", "admins");
    policy(
        "Admins",
        "\"group\": \"admins\", \"required_from\": \"2020-03-01\","
            + " \"first_factor_proof\": \"staff_code\", \"stay_logged_in_seconds\": 28800");

    JsonNode answer = decision("anna").json();

    assertThat(answer.path("decision").asString()).isEqualTo("enroll_required");
    assertThat(answer.path("required_from").asString()).isEqualTo("2020-03-01");
    assertThat(answer.path("first_factor_proof").asString()).isEqualTo("staff_code");
    assertThat(answer.path("stay_logged_in_seconds").asInt()).isEqualTo(28_800);
    assertThat(answer.at("/reasons/0/code").asString()).isEqualTo("required_since");
    assertThat(answer.at("/reasons/0/policy").asString()).isEqualTo("Admins");
    assertThat(answer.at("/reasons/0/value").asString()).isEqualTo("2020-03-01");
    assertThat(answer.at("/reasons/1/text").asString())
        .isEqualTo("A login lasts 8 hours. (Admins)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nl;q=0.9, fr | | Een tweede stap is verplicht sinds 1 maart 2020. (Admins)
          de-CH        | | Ein zweiter Schritt ist seit dem 1. März 2020 Pflicht. (Admins)
          fr           | | A second step is required since March 1, 2020. (Admins)
          nl           | de | Ein zweiter Schritt ist seit dem 1. März 2020 Pflicht. (Admins)
          """)
  void theWordsAreInTheLanguageThatIsAskedFor(String accepted, String locale, String sentence) {
    user("anna");
    policy("Admins", "\"required_from\": \"2020-03-01\"");
    String path = "/v1/users/anna/policy" + (locale == null ? "" : "?locale=" + locale);

    Answer answer = send(authorized(tenant, path).header("Accept-Language", accepted).GET());

    assertThat(answer.json().at("/reasons/0/text").asString()).isEqualTo(sentence);
  }

  @Test
  void staffMovesTheDateOfOneUserBothWays() {
    user("anna");
    policy("Everybody", "\"required_from\": \"2020-03-01\"");
    assertThat(decided("anna")).isEqualTo("enroll_required");

    move(Optional.of(today(5)));
    assertThat(decided("anna")).isEqualTo("enroll_offered");
    assertThat(decision("anna").json().path("required_from").asString())
        .isEqualTo(today(5).toString());

    move(Optional.of(today(0)));
    assertThat(decided("anna")).isEqualTo("enroll_required");
    move(Optional.empty());
    assertThat(decision("anna").json().path("required_from").asString()).isEqualTo("2020-03-01");
  }

  @Test
  void theDateOfAPolicyIsReadWhereTheTenantIs() {
    user("anna");
    patch(tenant, "/v1/settings", "{\"time_zone\": \"Pacific/Apia\"}");
    LocalDate inApia = LocalDate.ofInstant(now(), java.time.ZoneId.of("Pacific/Apia"));
    policy("Everybody", "\"required_from\": \"" + inApia + "\"");

    assertThat(decided("anna")).isEqualTo("enroll_required");
  }

  @Test
  void skipsAreCountedDown() {
    user("anna");
    policy("Everybody", "\"required_from\": \"" + today(30) + "\", \"skips_max\": 2");
    assertThat(decision("anna").json().path("skips_left").asInt()).isEqualTo(2);

    users.useSkip(tenant.tenant().id(), found("anna").id(), 2);
    assertThat(decision("anna").json().path("skips_left").asInt()).isEqualTo(1);
    users.useSkip(tenant.tenant().id(), found("anna").id(), 2);

    assertThat(decided("anna")).isEqualTo("enroll_required");
  }

  @Test
  void aSuspendedUserIsRefused() {
    users.suspend(tenant.tenant().id(), user("anna").ref(), "system", "test");

    JsonNode answer = decision("anna").json();

    assertThat(answer.path("decision").asString()).isEqualTo("refused");
    assertThat(answer.at("/reasons/0/code").asString()).isEqualTo("user_suspended");
  }

  @Test
  void badInputIsNamed() {
    user("anna");

    assertThat(decision("nobody").status()).isEqualTo(404);
    assertThat(get(tenant, "/v1/users/anna/policy?purpose=fun").code()).isEqualTo("invalid_field");
    assertThat(get(tenant, "/v1/users/anna/policy?locale=x").code()).isEqualTo("invalid_field");
  }

  private void move(Optional<LocalDate> date) {
    users.moveDeadline(
        tenant.tenant().id(), found("anna").ref(), date, "staff:Bob via client:x", "on leave");
  }
}
