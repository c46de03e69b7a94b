package io.tweestap.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/// How long a decision takes among few users and among many. The many are written straight into the
/// tables: a decision reads a user and the factors, and opens no secret.
final class ManyUsers {
  private static final int FEW = 10_000;
  private static final int MANY = 1_000_000;
  private static final int CONNECTIONS = 8;
  private static final int ROUNDS = 3;

  private final Database database;
  private final ServerProcess server;
  private final Requests requests;
  private final UUID tenant;
  private final Duration each;

  ManyUsers(
      Database database, ServerProcess server, Requests requests, UUID tenant, Duration each) {
    this.database = database;
    this.server = server;
    this.requests = requests;
    this.tenant = tenant;
    this.each = each;
  }

  /// The lines of the table.
  String compare() {
    database.execute("TRUNCATE app_user, factor, login CASCADE");
    load(0, FEW);
    String few = line(FEW);
    load(FEW, MANY);
    return few + System.lineSeparator() + line(MANY);
  }

  private void load(int from, int to) {
    String rows =
        "SELECT '%s', md5('u' || n)::uuid, 'many' || n, 'active', '{}', 0, md5('p' || n)::uuid,"
            + " now(), now() FROM generate_series(%d, %d) AS n";
    database.execute(
        "INSERT INTO app_user (tenant_id, id, ref, state, groups, skips_used, pseudonym,"
            + " created_at, updated_at) "
            + rows.formatted(tenant, from, to - 1));
    String factors =
        "INSERT INTO factor (tenant_id, id, user_id, kind, state, name, source, key_id,"
            + " secret_sealed, parameters, moving, bound_at) SELECT '%s', md5('f' || n)::uuid,"
            + " md5('u' || n)::uuid, 'totp', 'active', 'app', 'enrolled', 1,"
            + " decode(repeat('00', 60), 'hex'), '{\"algorithm\": \"SHA1\", \"digits\": \"6\","
            + " \"period\": \"30\"}', -1, now() FROM generate_series(%d, %d) AS n";
    database.execute(factors.formatted(tenant, from, to - 1));
    database.execute("VACUUM (ANALYZE) app_user, factor");
  }

  private String line(int users) {
    Load.run(CONNECTIONS, each, () -> worker(users));
    var measured = new Measurements();
    for (int round = 0; round < ROUNDS; round++) {
      database.execute("TRUNCATE login");
      measured.add(CONNECTIONS, each, () -> worker(users));
    }
    Load.Result median = measured.median();
    return String.format(
        Locale.ROOT,
        "| %,d | %.0f | %.2f | %.2f | %.2f |",
        users,
        median.perSecond(),
        median.millis(0.5),
        median.millis(0.95),
        median.millis(0.99));
  }

  private Load.Worker worker(int users) {
    var random = new SplittableRandom();
    var unused = new AuthenticatorApp(new byte[20]);
    var nobody = new UUID(0, 0);
    return LoginWorker.beginning(
        server.port(),
        requests,
        () -> new Member(tenant, "many" + random.nextInt(users), nobody, nobody, nobody, unused),
        new ConcurrentLinkedQueue<>());
  }
}
