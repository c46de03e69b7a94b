package io.tweestap.policy.jdbc;

import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Strength;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Frequency;
import io.tweestap.policy.Policy;
import io.tweestap.policy.Profile;
import io.tweestap.policy.Purpose;
import io.tweestap.policy.Stay;
import io.tweestap.policy.StoredPolicy;
import io.tweestap.policy.Terms;
import io.tweestap.shared.SqlTime;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads a policy from its row.
final class PolicyRow {
  private PolicyRow() {}

  static StoredPolicy read(ResultSet row) throws SQLException {
    Policy policy =
        new Policy(
            row.getObject("id", UUID.class),
            row.getString("name"),
            text(row, "group_name"),
            text(row, "application"),
            terms(row),
            Arrays.asList((Integer[]) row.getArray("remind_days").getArray()),
            row.getBoolean("exemptions_approved"));
    return new StoredPolicy(
        policy,
        row.getInt("version"),
        SqlTime.read(row, "created_at"),
        SqlTime.read(row, "updated_at"));
  }

  private static Terms terms(ResultSet row) throws SQLException {
    return new Terms(
        value(row, "available_from", LocalDate.class),
        value(row, "required_from", LocalDate.class),
        text(row, "time_zone").map(ZoneId::of),
        texts(row, "kinds").map(found -> known(found, FactorKind::of)),
        text(row, "strength").map(PolicyRow::strength),
        frequency(row),
        value(row, "skips_max", Integer.class),
        value(row, "late_enrollment", Boolean.class),
        texts(row, "purposes").map(found -> known(found, Purpose::of)),
        text(row, "first_factor_proof").flatMap(FirstFactorProof::of),
        stay(row));
  }

  private static Stay stay(ResultSet row) throws SQLException {
    return new Stay(
        value(row, "stay_seconds", Integer.class).map(Duration::ofSeconds),
        value(row, "idle_seconds", Integer.class).map(Duration::ofSeconds),
        value(row, "remember_days", Integer.class).map(Duration::ofDays),
        text(row, "profile").flatMap(Profile::of));
  }

  private static Optional<Frequency> frequency(ResultSet row) throws SQLException {
    int days = row.getInt("frequency_days");
    return text(row, "frequency")
        .map(often ->
            switch (often) {
              case "every_login" -> new Frequency.EveryLogin();
              case "per_browser" -> new Frequency.PerBrowser(days);
              case "by_risk" -> new Frequency.ByRisk();
              default -> throw new IllegalStateException("unknown frequency");
            });
  }

  /// As it stands in the row, and in the API.
  static String text(Frequency often) {
    return switch (often) {
      case Frequency.EveryLogin() -> "every_login";
      case Frequency.PerBrowser(_) -> "per_browser";
      case Frequency.ByRisk() -> "by_risk";
    };
  }

  private static Strength strength(String text) {
    return Arrays.stream(Strength.values())
        .filter(strength -> strength.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  /// A text that is no longer known breaks the row: leaving it out would make a policy weaker.
  private static <T> Set<T> known(List<String> texts, Function<String, Optional<T>> reader) {
    return texts.stream()
        .map(text -> reader.apply(text).orElseThrow())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private static <T> Optional<T> value(ResultSet row, String column, Class<T> type)
      throws SQLException {
    return Optional.ofNullable(row.getObject(column, type));
  }

  private static Optional<List<String>> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? Optional.empty() : Optional.of(List.of((String[]) array.getArray()));
  }
}
