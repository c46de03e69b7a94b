package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.operations.Chore;
import io.tweestap.shared.Ids;
import io.tweestap.user.User;
import io.tweestap.user.UserRef;
import io.tweestap.user.UserWish;
import io.tweestap.user.Users;
import io.tweestap.user.address.NewAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Base of the tests of policies: people, what they hold, and dates counted from today.
abstract class PolicyTest extends VerificationTest {
  @Autowired Users users;
  @Autowired JdbcClient jdbc;
  @Autowired Ids ids;
  @Autowired List<Chore> chores;

  User user(String ref, String... groups) {
    users.upsert(tenant.tenant().id(), UserWish.of(new UserRef(ref)).withGroups(groups), "system");
    return found(ref);
  }

  User userWithMail(String ref, NewAddress mail, String... groups) {
    users.upsert(
        tenant.tenant().id(),
        UserWish.of(new UserRef(ref)).withGroups(groups).withAddresses(mail),
        "system");
    return found(ref);
  }

  User found(String ref) {
    return users.find(tenant.tenant().id(), new UserRef(ref)).orElseThrow();
  }

  /// Puts a factor of this kind in use, without its secret: nobody answers it here.
  void holds(User user, String kind) {
    jdbc.sql(
            """
            INSERT INTO factor (tenant_id, id, user_id, kind, state, name, source, moving, bound_at)
            VALUES (:tenant, :id, :user, :kind, 'active', 'test', 'test', 0, :now)
            """)
        .param("tenant", tenant.tenant().id().value())
        .param("id", ids.next())
        .param("user", user.id().value())
        .param("kind", kind)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// The tenant's present day and so many days on.
  LocalDate today(int days) {
    return LocalDate.ofInstant(clock.instant(), tenant.tenant().settings().zone()).plusDays(days);
  }

  Instant now() {
    return clock.instant();
  }

  /// Makes a policy and gives its id; the fields are JSON without braces.
  String policy(String name, String fields) {
    Answer made = post(tenant, "/v1/policies", body(name, fields));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.json().path("id").asString();
  }

  static String body(String name, String fields) {
    return "{\"name\": \"" + name + "\"" + (fields.isEmpty() ? "" : ", " + fields) + "}";
  }

  Answer replace(String id, String version, String json) {
    return send(
        withJson(
            authorized(tenant, "/v1/policies/" + id).header("If-Match", version), "PUT", json));
  }

  Answer decision(String ref) {
    return get(tenant, "/v1/users/" + ref + "/policy");
  }

  String decided(String ref) {
    return decision(ref).json().path("decision").asString();
  }

  void run(String chore) {
    Optional<Chore> found = chores.stream().filter(one -> one.name().equals(chore)).findFirst();
    found.orElseThrow().run();
  }

  /// How often the audit has this action for the tenant.
  long audited(String action) {
    return jdbc.sql(
            "SELECT count(*) FROM audit_event WHERE tenant_id = :tenant AND action = :action")
        .param("tenant", tenant.tenant().id().value())
        .param("action", action)
        .query(Long.class)
        .single();
  }
}
