package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.user.UserClosed;
import io.tweestap.user.UserErased;
import io.tweestap.user.UserRef;
import io.tweestap.user.UserSuspended;
import io.tweestap.user.UserWish;
import io.tweestap.user.Users;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/// A user goes, and what stays; what a user may take along.
@RecordApplicationEvents
class UserErasureTest extends UserTest {
  private static final String TABLES_ACROSS_TENANTS =
      """
      SELECT table_name
      FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
      """;

  @Autowired private Users users;
  @Autowired private ApplicationEvents events;

  @Test
  @DisplayName("PRV-4: nothing about an erased user stays but a pseudonym in the audit")
  void nothingStaysButAPseudonymInTheAudit() {
    Answer made =
        put(
            tenant,
            "/v1/users/erase-me-4711",
            "{" + addresses("email", "erase-me@example.org", "phone", number) + "}");
    String pseudonym = made.json().at("/pseudonym").asString();

    assertThat(delete(tenant, "/v1/users/erase-me-4711").status()).isEqualTo(204);
    assertThat(get(tenant, "/v1/users/erase-me-4711").status()).isEqualTo(404);
    assertThat(tablesWith("erase-me-4711")).isEmpty();
    assertThat(tablesWith(made.json().at("/id").asString())).isEmpty();
    assertThat(tablesWith(pseudonym)).allMatch(table -> table.startsWith("audit_event"));
    assertThat(actions()).containsExactlyInAnyOrder("user.created", "user.erased");
  }

  @Test
  @DisplayName("PRV-4: an erased reference may come again, as somebody else")
  void anErasedReferenceMakesANewUser() {
    Answer before = put(tenant, ANNA, "{}");
    delete(tenant, ANNA);
    Answer after = put(tenant, ANNA, "{}");

    assertThat(after.status()).isEqualTo(201);
    assertThat(after.json().at("/pseudonym")).isNotEqualTo(before.json().at("/pseudonym"));
    assertThat(delete(tenant, "/v1/users/nobody").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("PRV-6: a user's own data can be taken along, without secrets")
  void aUsersOwnDataCanBeTakenAlong() {
    put(tenant, ANNA, "{\"groups\":[\"staff\"]," + addresses("email", "anna@example.org") + "}");

    Answer export = get(tenant, ANNA + "/export");

    assertThat(export.json().at("/user/ref").asString()).isEqualTo("anna");
    assertThat(export.json().at("/user/addresses/0/address").asString())
        .isEqualTo("anna@example.org");
    assertThat(export.json().at("/parts").isObject()).isTrue();
    assertThat(actions()).containsExactlyInAnyOrder("user.created", "user.exported");
  }

  @Test
  @DisplayName("BND-6: rooms above hear that a user is suspended, closed, erased")
  void roomsAboveHearOfIt() {
    var id = tenant.tenant().id();
    UserRef ref = new UserRef("anna");
    users.upsert(id, UserWish.of(ref), "client:test");
    users.suspend(id, ref, "client:test", "");
    users.close(id, ref, "client:test", "");
    users.close(id, ref, "client:test", "");
    users.erase(id, ref, "client:test");

    assertThat(events.stream(UserSuspended.class)).hasSize(1);
    assertThat(events.stream(UserClosed.class)).hasSize(1);
    assertThat(events.stream(UserErased.class)).hasSize(1);
  }

  private List<String> tablesWith(String text) {
    return jdbc.sql(TABLES_ACROSS_TENANTS).query((row, _) -> row.getString(1)).list().stream()
        .filter(table ->
            jdbc.sql(
                        "SELECT count(*) FROM "
                            + table
                            + " AS one WHERE strpos(CAST(one AS text), :text) > 0")
                    .param("text", text)
                    .query(Long.class)
                    .single()
                > 0)
        .toList();
  }
}
