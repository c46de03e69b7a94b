package io.tweestap.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Users with authenticator apps, made through the API, once. Before each measurement no code of
/// theirs was ever used and nobody is logging in.
final class Members {
  private static final Duration AT_MOST = Duration.ofMinutes(10);

  private final Database database;
  private final List<Member> members = new ArrayList<>();
  private final AtomicInteger taken = new AtomicInteger();

  Members(Database database) {
    this.database = database;
  }

  /// Makes users, binds an app to each, and keeps a copy of the factors.
  void fill(int size, int connections, ServerProcess server, Requests requests) {
    Map<UUID, AuthenticatorApp> apps = new ConcurrentHashMap<>();
    var next = new AtomicInteger();
    Load.run(connections, AT_MOST, () -> new Enroller(server.port(), requests, next, size, apps));
    read(apps);
    database.execute("DROP TABLE IF EXISTS bench_factor");
    database.execute("CREATE TABLE bench_factor AS SELECT * FROM factor");
    database.execute("UPDATE bench_factor SET moving = -1, attempts = 0, last_used_at = NULL");
  }

  private void read(Map<UUID, AuthenticatorApp> apps) {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT u.tenant_id, u.ref, u.id, u.pseudonym, f.id FROM app_user AS u"
                    + " JOIN factor AS f ON f.tenant_id = u.tenant_id AND f.user_id = u.id")) {
      while (rows.next()) {
        AuthenticatorApp app = apps.get(rows.getObject(5, UUID.class));
        if (app != null) {
          members.add(
              new Member(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  rows.getObject(3, UUID.class),
                  rows.getObject(4, UUID.class),
                  rows.getObject(5, UUID.class),
                  app));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Forgets all logins and all use of the apps, in tables as good as new.
  void restore() {
    database.execute("TRUNCATE login, factor");
    database.execute("INSERT INTO factor SELECT * FROM bench_factor");
    database.execute("VACUUM (ANALYZE) login, factor");
    taken.set(0);
  }

  /// Lets the wait after failures outlast the measurement.
  void keepSlow(Member member) {
    database.execute(
        "UPDATE factor SET slowed_until = now() + interval '1 hour' WHERE slowed_until > now()"
            + " AND tenant_id = '%s' AND id = '%s'".formatted(member.tenant(), member.factor()));
  }

  /// One that nobody has taken; null when all are.
  @org.jspecify.annotations.Nullable
  Member take() {
    int at = taken.getAndIncrement();
    return at < members.size() ? members.get(at) : null;
  }

  /// Starts giving them out anew.
  void rewind() {
    taken.set(0);
  }

  /// Makes one user after the other and binds an app to each.
  private record Enroller(
      HttpConnection connection,
      Requests requests,
      AtomicInteger next,
      int size,
      Map<UUID, AuthenticatorApp> apps)
      implements Load.Worker {
    Enroller(
        int port,
        Requests requests,
        AtomicInteger next,
        int size,
        Map<UUID, AuthenticatorApp> apps) {
      this(new HttpConnection(port), requests, next, size, apps);
    }

    @Override
    public int once() throws IOException {
      int number = next.getAndIncrement();
      if (number >= size) {
        return 0;
      }
      String path = "/v1/users/member" + number;
      expect(connection.send(requests.json("PUT", path, "{}")), 201);
      String factor = "{\"kind\":\"totp\",\"name\":\"app\"}";
      var begun = connection.send(requests.json("POST", path + "/factors", factor));
      expect(begun, 201);
      var app = AuthenticatorApp.of(begun.text("pairing_code"));
      String id = begun.text("id");
      String code = "{\"code\":\"" + app.code() + "\"}";
      var confirmed =
          connection.send(requests.json("POST", path + "/factors/" + id + "/confirm", code));
      expect(confirmed, 200);
      apps.put(UUID.fromString(id), app);
      return 1;
    }

    private static void expect(HttpConnection.Answer answer, int status) {
      if (answer.status() != status) {
        throw new IllegalStateException("answer " + answer.status() + ": " + answer.body());
      }
    }

    @Override
    public void close() {
      connection.close();
    }
  }
}
