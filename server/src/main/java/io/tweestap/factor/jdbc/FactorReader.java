package io.tweestap.factor.jdbc;

import io.tweestap.factor.Bond;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.FactorState;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.SqlTime;
import io.tweestap.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Between a row and a factor.
final class FactorReader {
  private FactorReader() {}

  static StoredFactor read(ResultSet row, int index) throws SQLException {
    return new StoredFactor(
        FactorKind.of(row.getString("kind")).orElseThrow(),
        bond(row),
        ParametersJson.read(row.getString("parameters")),
        row.getBytes("secret_sealed"),
        row.getLong("moving"),
        row.getInt("drift"),
        row.getLong("attempts"),
        moment(row, "pending_until"));
  }

  private static Bond bond(ResultSet row) throws SQLException {
    FactorState state = FactorState.of(row.getString("state")).orElseThrow();
    boolean pending = state == FactorState.PENDING;
    return new Bond(
        new FactorId(row.getObject("id", UUID.class)),
        new UserId(row.getObject("user_id", UUID.class)),
        row.getString("name"),
        state,
        SqlTime.read(row, "bound_at"),
        row.getString("source"),
        moment(row, "last_used_at"),
        moment(row, pending ? "pending_until" : "expires_at"),
        row.getInt("failures"),
        moment(row, "slowed_until"));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(SqlTime.readNullable(row, column));
  }
}
