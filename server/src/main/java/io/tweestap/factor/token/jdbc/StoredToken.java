package io.tweestap.factor.token.jdbc;

import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.jdbc.ParametersJson;
import io.tweestap.factor.token.HardwareToken;
import io.tweestap.shared.SqlTime;
import io.tweestap.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of table `hardware_token`, its seed still sealed.
///
/// @param sealed null when it is retired
public record StoredToken(HardwareToken token, byte @Nullable [] sealed, long moving, int drift) {
  static StoredToken read(ResultSet row, int index) throws SQLException {
    return new StoredToken(
        new HardwareToken(
            row.getObject("id", UUID.class),
            row.getString("serial"),
            FactorKind.of(row.getString("kind")).orElseThrow(),
            ParametersJson.read(row.getString("parameters")),
            Optional.ofNullable(row.getString("batch")),
            SqlTime.read(row, "added_at"),
            Optional.ofNullable(row.getObject("user_id", UUID.class)).map(UserId::new),
            Optional.ofNullable(row.getObject("factor_id", UUID.class)).map(FactorId::new),
            moment(row, "held_until"),
            moment(row, "retired_at")),
        row.getBytes("seed_sealed"),
        row.getLong("moving"),
        row.getInt("drift"));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(SqlTime.readNullable(row, column));
  }

  @Override
  public String toString() {
    return "StoredToken[" + token.id() + "]";
  }
}
