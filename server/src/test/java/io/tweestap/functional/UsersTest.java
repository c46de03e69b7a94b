package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An application says who its users are.
class UsersTest extends UserTest {
  @Test
  void aUserIsMadeOnceAndThenChanged() {
    Answer made = put(tenant, ANNA, "{\"groups\":[\"staff\",\"admins\"],\"locale\":\"nl\"}");
    clock.advance(Duration.ofMinutes(1));
    Answer changed = put(tenant, ANNA, "{\"groups\":[\"staff\"]}");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().at("/groups").toString()).isEqualTo("[\"admins\",\"staff\"]");
    assertThat(made.json().at("/time_zone").asString()).isEqualTo("Europe/Amsterdam");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().at("/groups").toString()).isEqualTo("[\"staff\"]");
    assertThat(changed.json().at("/locale").asString()).isEqualTo("nl");
    assertThat(changed.json().at("/id")).isEqualTo(made.json().at("/id"));
    assertThat(changed.json().at("/updated_at")).isNotEqualTo(made.json().at("/updated_at"));
  }

  @Test
  void theSameAgainWritesNothing() {
    String body = "{\"groups\":[\"staff\"]," + addresses("email", "anna@example.org") + "}";
    Answer made = put(tenant, ANNA, body);
    clock.advance(Duration.ofMinutes(1));
    Answer again = put(tenant, ANNA, body);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(made.text());
    assertThat(actions()).containsExactlyInAnyOrder("user.created");
  }

  @Test
  void whatIsLeftOutStaysAndNullEmpties() {
    put(tenant, ANNA, "{\"groups\":[\"staff\"],\"locale\":\"de\"}");

    Answer emptied = patch(tenant, ANNA, "{\"groups\":null,\"locale\":null}");

    assertThat(emptied.json().at("/groups").size()).isZero();
    assertThat(emptied.json().at("/locale").asString()).isEqualTo("en");
    assertThat(patch(tenant, "/v1/users/nobody", "{}").status()).isEqualTo(404);
  }

  @Test
  void whatCannotBeIsRefusedByItsField() {
    for (List<String> wrong :
        List.of(
            List.of("{\"groups\":[\"Staff\"]}", "invalid_field", "groups"),
            List.of("{\"groups\":\"staff\"}", "invalid_field", "groups"),
            List.of("{\"group\":[]}", "unknown_field", "group"),
            List.of("{\"locale\":\"?\"}", "invalid_field", "locale"),
            List.of("{\"time_zone\":\"Mars\"}", "invalid_field", "time_zone"),
            List.of("{\"ref\":\"ben\"}", "invalid_field", "ref"),
            List.of(
                "{\"addresses\":[{\"kind\":\"fax\",\"address\":\"1\"}]}", "invalid_field", "kind"),
            List.of("{" + addresses("email", "anna") + "}", "invalid_address", "addresses"),
            List.of(
                "{" + addresses("email", "a***@example.org") + "}", "invalid_address", "addresses"),
            List.of("{" + addresses("phone", "061") + "}", "invalid_number", "addresses"),
            List.of(
                "{" + addresses("phone", "+33612345678") + "}",
                "country_not_allowed",
                "addresses"))) {
      Answer answer = put(tenant, ANNA, wrong.get(0));
      assertThat(answer.code()).as(wrong.get(0)).isEqualTo(wrong.get(1));
      assertThat(answer.json().at("/field").asString()).as(wrong.get(0)).isEqualTo(wrong.get(2));
    }
    assertThat(get(tenant, ANNA).status()).isEqualTo(404);
  }

  @Test
  void aReferenceIsTakenAsItIs() {
    put(tenant, "/v1/users/Anna%20%C3%A9%40x%3Ay", "{}");

    assertThat(get(tenant, "/v1/users/Anna%20%C3%A9%40x%3Ay").json().at("/ref").asString())
        .isEqualTo("Anna \u00e9@x:y");
    assertThat(get(tenant, "/v1/users/anna%20%C3%A9%40x%3Ay").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DOMAIN\\anna", "a/b;c%2Fd", "..", "~anna", "../../tenants", "Anna \u00e9"})
  @DisplayName("Any printable reference works; in a path it stands in base64url after a ~")
  void anyPrintableReferenceWorks(String ref) {
    String path = "/v1/users/" + inPath(ref);

    Answer made = put(tenant, path, "{\"groups\":[\"staff\"]}");

    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.json().at("/ref").asString()).isEqualTo(ref);
    assertThat(put(tenant, path, "{}").json().at("/id")).isEqualTo(made.json().at("/id"));
    assertThat(get(tenant, path + "/factors").status()).isEqualTo(200);
    assertThat(post(tenant, path + "/suspend", "{}").json().at("/state").asString())
        .isEqualTo("suspended");
    assertThat(refs(get(tenant, "/v1/users?group=staff"))).containsExactly(ref);
    assertThat(get(otherTenant(), path).status()).isEqualTo(404);
    assertThat(delete(tenant, path).status()).isEqualTo(204);
    assertThat(get(tenant, path).status()).isEqualTo(404);
  }

  private static String inPath(String ref) {
    byte[] bytes = ref.getBytes(StandardCharsets.UTF_8);
    return "~" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Test
  void aReferenceMayBeEncodedWithoutNeed() {
    put(tenant, ANNA, "{}");

    assertThat(get(tenant, "/v1/users/" + inPath("anna")).json().at("/ref").asString())
        .isEqualTo("anna");
  }

  @Test
  @DisplayName("What proxies read in two ways stays refused, and so does what is no base64url")
  void ambiguousPathsAreRefused() {
    put(tenant, "/v1/users/" + inPath("DOMAIN\\anna"), "{}");

    for (String path : List.of("DOMAIN%5Canna", "DOMAIN%2Fanna", "DOMAIN%3Banna", "%252e%252e")) {
      assertThat(get(tenant, "/v1/users/" + path).status()).as(path).isIn(400, 404);
    }
    // Not base64url, with padding, no UTF-8, a bit too many at the end, nothing at all.
    for (String path : List.of("~a*b", "~YQ==", "~_w", "~YR", "~")) {
      assertThat(put(tenant, "/v1/users/" + path, "{}").code()).as(path).isEqualTo("invalid_field");
    }
  }

  @Test
  void theListFiltersAndPages() {
    for (int i = 0; i < 5; i++) {
      advance(Duration.ofMillis(1));
      put(tenant, "/v1/users/u" + i, "{\"groups\":[\"" + (i % 2 == 0 ? "even" : "odd") + "\"]}");
    }
    post(tenant, "/v1/users/u0/suspend", "{}");

    Answer first = get(tenant, "/v1/users?group=even&limit=2");
    String cursor = first.json().at("/next_cursor").asString();
    Answer second = get(tenant, "/v1/users?group=even&limit=2&cursor=" + cursor);

    assertThat(refs(first)).containsExactly("u4", "u2");
    assertThat(refs(second)).containsExactly("u0");
    assertThat(refs(get(tenant, "/v1/users?group=even&state=active"))).containsExactly("u4", "u2");
    assertThat(get(tenant, "/v1/users?state=x").code()).isEqualTo("invalid_field");
  }

  @Test
  @DisplayName("BND-6: a closed user stays closed, and its reference makes no new user")
  void aClosedUserStaysClosed() {
    put(tenant, ANNA, "{}");

    assertThat(state("suspend")).isEqualTo("suspended");
    assertThat(state("suspend")).isEqualTo("suspended");
    assertThat(state("resume")).isEqualTo("active");
    assertThat(state("close")).isEqualTo("closed");
    assertThat(state("close")).isEqualTo("closed");
    assertThat(state("resume")).isEqualTo("user_closed");
    assertThat(state("suspend")).isEqualTo("user_closed");
    assertThat(put(tenant, ANNA, "{\"groups\":[\"a\"]}").code()).isEqualTo("user_closed");
    assertThat(actions())
        .containsExactlyInAnyOrder("user.created", "user.suspended", "user.resumed", "user.closed");
  }

  private String state(String move) {
    Answer answer = post(tenant, ANNA + "/" + move, "{\"staff\":\"jan\",\"reason\":\"asked\"}");
    return answer.status() == 200 ? answer.json().at("/state").asString() : answer.code();
  }

  @Test
  void aDeadlineIsMovedByStaffOnlyAndWithAReason() {
    put(tenant, ANNA, "{}");
    String path = ANNA + "/deadline";

    Answer moved =
        post(tenant, path, "{\"date\":\"2026-04-01\",\"staff\":\"jan\",\"reason\":\"leave\"}");
    Answer gone = post(tenant, path, "{\"date\":null,\"staff\":\"jan\",\"reason\":\"back\"}");

    assertThat(moved.json().at("/deadline").asString()).isEqualTo("2026-04-01");
    assertThat(gone.json().has("deadline")).isFalse();
    assertThat(post(tenant, path, "{\"date\":\"2026-04-01\"}").code()).isEqualTo("missing_field");
    assertThat(post(tenant, path, "{\"date\":\"1.4.\",\"staff\":\"j\",\"reason\":\"r\"}").code())
        .isEqualTo("invalid_field");
    assertThat(patch(tenant, ANNA, "{\"deadline\":\"2030-01-01\"}").code())
        .isEqualTo("unknown_field");
    assertThat(actions())
        .containsExactlyInAnyOrder("user.created", "user.deadline_moved", "user.deadline_moved");
    assertThat(actors()).contains("staff:jan via client:" + tenant.client().clientId());
  }

  @Test
  void aRepeatedKeyActsOnce() {
    put(tenant, ANNA, "{}");
    var keyed = withJson(authorized(tenant, ANNA + "/suspend"), "POST", "{}");
    keyed.header("Idempotency-Key", "one");
    Answer first = send(keyed.copy());
    post(tenant, ANNA + "/resume", "{}");
    Answer again = send(keyed.copy());

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(get(tenant, ANNA).json().at("/state").asString()).isEqualTo("active");
  }
}
