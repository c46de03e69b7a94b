package io.tweestap.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.UUID;

/// The rows of messages written without a server: nothing is judged, counted, hashed or sealed.
/// They are due long after the measurement.
final class BareMessages implements Load.Worker {
  private static final String INSERT =
      """
      INSERT INTO message
        (tenant_id, id, about, state, priority, channel, recipient_hint, sender, locale, key_id,
        recipient_sealed, content_sealed, recipient_index, hash_key_id, next_attempt_at,
        expires_at, created_at, by_client, send_at, metadata, route, route_reason)
      VALUES
        (?, ?, ?, 'queued', 2, 'sms', '+31*******01', 'Sandbox', 'en', 1, ?, ?, ?, 1,
        now() + interval '1 hour', now() + interval '2 hours', now(), true,
        now() + interval '1 hour', '{}', 'smpp', 'rank')
      """;

  private static final int SEALED_RECIPIENT = 45;
  private static final int SEALED_TEXT = 110;

  private final Database database;
  private final UUID tenant;
  private final int batch;
  private final SplittableRandom random = new SplittableRandom();
  private final TimeOrdered ids = new TimeOrdered();

  /// @param batch how many share a commit, 1 or more
  BareMessages(Database database, UUID tenant, int batch) {
    this.database = database;
    this.tenant = tenant;
    this.batch = batch;
  }

  @Override
  public int once() throws SQLException {
    try (Connection connection = database.connection();
        PreparedStatement statement = connection.prepareStatement(INSERT)) {
      connection.setAutoCommit(batch == 1);
      UUID about = ids.next();
      for (int i = 0; i < batch; i++) {
        fill(statement, about);
        statement.addBatch();
      }
      statement.executeBatch();
      if (batch > 1) {
        connection.commit();
        connection.setAutoCommit(true);
      }
    }
    return batch;
  }

  private void fill(PreparedStatement statement, UUID about) throws SQLException {
    statement.setObject(1, tenant);
    statement.setObject(2, ids.next());
    statement.setObject(3, about);
    statement.setBytes(4, bytes(SEALED_RECIPIENT));
    statement.setBytes(5, bytes(SEALED_TEXT));
    statement.setBytes(6, bytes(32));
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
