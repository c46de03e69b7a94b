package io.tweestap.factor.jdbc;

import io.tweestap.factor.Bond;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.FactorState;
import io.tweestap.factor.kind.Parameters;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.SqlTime;
import io.tweestap.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Between a row and a factor.
final class FactorReader {
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private FactorReader() {}

  static StoredFactor read(ResultSet row, int index) throws SQLException {
    return new StoredFactor(
        FactorKind.of(row.getString("kind")).orElseThrow(),
        bond(row),
        parameters(row.getString("parameters")),
        row.getBytes("secret_sealed"),
        row.getLong("moving"),
        row.getInt("drift"),
        row.getLong("attempts"),
        moment(row, "pending_until"));
  }

  static String write(Parameters parameters) {
    return JSON.writeValueAsString(parameters.values());
  }

  private static Bond bond(ResultSet row) throws SQLException {
    return new Bond(
        new FactorId(row.getObject("id", UUID.class)),
        new UserId(row.getObject("user_id", UUID.class)),
        row.getString("name"),
        FactorState.of(row.getString("state")).orElseThrow(),
        SqlTime.read(row, "bound_at"),
        row.getString("source"),
        moment(row, "last_used_at"),
        moment(row, "expires_at"),
        row.getInt("failures"),
        moment(row, "slowed_until"));
  }

  private static Parameters parameters(String json) {
    return json.equals("{}") ? Parameters.NONE : new Parameters(JSON.readValue(json, TEXTS));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(SqlTime.readNullable(row, column));
  }
}
