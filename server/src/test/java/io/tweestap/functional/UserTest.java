package io.tweestap.functional;

import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Base of the tests of users: what the audit holds about them, and what arrived at a mail address.
abstract class UserTest extends VerificationTest {
  static final String ANNA = "/v1/users/anna";

  private static final String ACTIONS =
      """
      SELECT action
      FROM audit_event
      WHERE tenant_id = :tenant
        AND subject IS NOT NULL
      ORDER BY id
      """;

  private static final String ACTORS =
      """
      SELECT actor
      FROM audit_event
      WHERE tenant_id = :tenant
        AND subject IS NOT NULL
      ORDER BY id
      """;

  @Autowired JdbcClient jdbc;

  /// The field `addresses` with one or more kinds and addresses in turn.
  static String addresses(String... kindsAndAddresses) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < kindsAndAddresses.length; i += 2) {
      all.append(all.isEmpty() ? "" : ",")
          .append(
              "{\"kind\":\"%s\",\"address\":\"%s\"}"
                  .formatted(kindsAndAddresses[i], kindsAndAddresses[i + 1]));
    }
    return "\"addresses\":[" + all + "]";
  }

  static List<String> refs(Answer page) {
    return page.json().at("/data").valueStream().map(user -> user.at("/ref").asString()).toList();
  }

  List<String> actions() {
    return jdbc.sql(ACTIONS)
        .param("tenant", tenant.tenant().id().value())
        .query((row, _) -> row.getString(1))
        .list();
  }

  List<String> actors() {
    return jdbc.sql(ACTORS)
        .param("tenant", tenant.tenant().id().value())
        .query((row, _) -> row.getString(1))
        .list();
  }

  /// What arrived at a mail address, the newest first, once there are this many.
  List<String> mails(String address, int count) {
    String path = "/v1/sandbox/messages?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    await().until(() -> get(tenant, path).json().at("/data").size() >= count);
    return get(tenant, path)
        .json()
        .at("/data")
        .valueStream()
        .map((JsonNode mail) -> mail.at("/text").asString())
        .toList();
  }
}
