package io.tweestap.bench;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.UUID;

/// Starts without a server: the limits, the verification and its message, with the same commits.
/// Nothing is hashed, sealed or delivered: the messages are due long after the measurement.
final class BareStarts implements Load.Worker {
  private static final String TAKE =
      """
      INSERT INTO rate_limit AS counter
        (tenant_id, name, key, full_at, spacing, burst)
      SELECT CAST(? AS uuid), asked.name, asked.key, now() + asked.spacing,
        asked.spacing, asked.burst
      FROM unnest(?, ?, CAST(? AS interval[]), CAST(? AS interval[]))
        AS asked(name, key, spacing, burst)
      ORDER BY asked.name, asked.key
      ON CONFLICT (tenant_id, name, key) DO UPDATE
      SET full_at = greatest(counter.full_at, now()) + excluded.spacing,
        spacing = excluded.spacing,
        burst = excluded.burst
      WHERE counter.full_at <= now() + excluded.burst
      RETURNING counter.name
      """;

  private static final String VERIFICATION =
      """
      INSERT INTO verification
        (tenant_id, id, state, purpose, channel, recipient_hint, recipient_index, key_id,
        recipient_sealed, details_sealed, hash_key_id, code_hash, details_hash, locale, sender,
        template, code_length, ttl_seconds, is_test, sends_used, sends_max, checks_max,
        next_send_at, expires_at, created_at, metadata)
      VALUES
        (?, ?, 'pending', 'registration', 'sms', '+31*******01', ?, 1, ?, NULL, 1, ?, ?, 'en',
        'Sandbox', NULL, 6, 86400, false, 1, 5, 5, now() + interval '30 s',
        now() + interval '1 day', now(), '{}')
      """;

  private static final String MESSAGE =
      """
      INSERT INTO message
        (tenant_id, id, about, state, priority, channel, recipient_hint, sender, locale,
        key_id, recipient_sealed, content_sealed, next_attempt_at, expires_at, created_at)
      VALUES
        (?, ?, ?, 'queued', 0, 'sms', '+31*******01', 'Sandbox', 'en', 1, ?, ?,
        now() + interval '1 day', now() + interval '2 days', now())
      """;

  private static final String[] LIMITS = {
    "sends_per_address_hour",
    "sends_per_address_day",
    "sends_per_prefix_hour",
    "sends_per_tenant_day"
  };
  private static final int SEALED_RECIPIENT = 45;
  private static final int SEALED_TEXT = 260;

  private final Database database;
  private final UUID tenant;
  private final SplittableRandom random = new SplittableRandom();
  private final TimeOrdered ids = new TimeOrdered();

  BareStarts(Database database, UUID tenant) {
    this.database = database;
    this.tenant = tenant;
  }

  @Override
  public int once() throws SQLException {
    try (Connection connection = database.connection()) {
      take(connection);
    }
    try (Connection connection = database.connection()) {
      connection.setAutoCommit(false);
      UUID id = ids.next();
      writeVerification(connection, id);
      writeMessage(connection, id);
      connection.commit();
      connection.setAutoCommit(true);
    }
    return 1;
  }

  private void take(Connection connection) throws SQLException {
    byte[][] keys = {bytes(32), bytes(32), bytes(32), new byte[32]};
    String[] spacings = {"PT0.000036S", "PT0.000864S", "PT0.000036S", "PT0.000864S"};
    String[] bursts = {"PT3599S", "PT86399S", "PT3599S", "PT86399S"};
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      statement.setObject(1, tenant);
      statement.setArray(2, text(connection, LIMITS));
      statement.setArray(3, connection.createArrayOf("bytea", keys));
      statement.setArray(4, text(connection, spacings));
      statement.setArray(5, text(connection, bursts));
      try (ResultSet rows = statement.executeQuery()) {
        int taken = 0;
        while (rows.next()) {
          taken++;
        }
        if (taken != LIMITS.length) {
          throw new IllegalStateException("a limit refused");
        }
      }
    }
  }

  private void writeVerification(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(VERIFICATION)) {
      statement.setObject(1, tenant);
      statement.setObject(2, id);
      statement.setBytes(3, bytes(32));
      statement.setBytes(4, bytes(SEALED_RECIPIENT));
      statement.setBytes(5, bytes(32));
      statement.setBytes(6, bytes(32));
      statement.executeUpdate();
    }
  }

  private void writeMessage(Connection connection, UUID about) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MESSAGE)) {
      statement.setObject(1, tenant);
      statement.setObject(2, ids.next());
      statement.setObject(3, about);
      statement.setBytes(4, bytes(SEALED_RECIPIENT));
      statement.setBytes(5, bytes(SEALED_TEXT));
      statement.executeUpdate();
    }
  }

  private static Array text(Connection connection, String[] values) throws SQLException {
    return connection.createArrayOf("text", values);
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
