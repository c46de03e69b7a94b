package io.tweestap.risk.jdbc;

import io.tweestap.risk.Approved;
import io.tweestap.risk.rule.Kind;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Counts codes that were typed, many at a time.
@Repository
public class ApprovalRows {
  /// Rows are locked in the order in which sending locks them.
  private static final String VERIFIED_ACROSS_TENANTS =
      """
      INSERT INTO fraud_count AS counter
        (tenant_id, kind, key, hour, country, sent, verified, excused)
      SELECT tenant_id, kind, key, hour, country, 0, verified, excused
      FROM unnest(:tenants, :kinds, :keys, CAST(:hours AS timestamptz[]), :countries, :verified,
        :excused) AS added (tenant_id, kind, key, hour, country, verified, excused)
      ORDER BY tenant_id, kind, key, hour, country
      ON CONFLICT (tenant_id, kind, key, hour, country) DO UPDATE
      SET verified = counter.verified + excluded.verified,
        excused = counter.excused + excluded.excused
      """;

  private static final String DAY_ACROSS_TENANTS =
      """
      INSERT INTO fraud_day AS usual (tenant_id, country, day, verified)
      SELECT tenant_id, country, CAST(:today AS date), verified
      FROM unnest(:tenants, :countries, :verified) AS added (tenant_id, country, verified)
      ORDER BY tenant_id, country
      ON CONFLICT (tenant_id, country, day) DO UPDATE
      SET verified = usual.verified + excluded.verified
      """;

  private final JdbcClient jdbc;

  ApprovalRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Key(UUID tenant, Kind kind, ByteBuffer key, Instant hour, String country) {}

  private record Sum(int verified, int excused) {
    Sum plus(Sum other) {
      return new Sum(verified + other.verified, excused + other.excused);
    }
  }

  private record Day(UUID tenant, String country) {}

  /// Counts them in the hours in which they were sent, and by the day.
  public void add(List<Approved> approved, Instant now) {
    Map<Key, Sum> sums = new HashMap<>();
    approved.forEach(one -> add(sums, one));
    write(sums);
    write(
        approved.stream()
            .collect(
                Collectors.groupingBy(
                    one -> new Day(one.tenant().value(), one.counted().country()),
                    Collectors.summingInt(_ -> 1))),
        now.atOffset(ZoneOffset.UTC).toLocalDate());
  }

  /// Of several codes for one verification the last one was typed; those before it were replaced
  /// and are held against nobody: not against the prefix, and against its country they never were.
  /// A source is asked for the first one only, so it has no others.
  private static void add(Map<Key, Sum> sums, Approved one) {
    for (Kind kind : Kind.OF_CODES) {
      int replaced = kind == Kind.PREFIX ? one.sends() - 1 : 0;
      for (byte[] key : CountKeys.key(one.counted(), kind)) {
        sums.merge(
            new Key(
                one.tenant().value(),
                kind,
                ByteBuffer.wrap(key),
                CountKeys.hour(one.startedAt()),
                one.counted().country()),
            new Sum(1, replaced),
            Sum::plus);
      }
    }
  }

  private void write(Map<Key, Sum> sums) {
    List<Key> keys = List.copyOf(sums.keySet());
    List<Sum> added = keys.stream().map(sums::get).toList();
    jdbc.sql(VERIFIED_ACROSS_TENANTS)
        .param("tenants", array("uuid", keys, Key::tenant))
        .param("kinds", array("text", keys, key -> key.kind().text()))
        .param(
            "keys",
            new SqlArrayValue(
                "bytea", keys.stream().map(key -> key.key().array()).toArray(byte[][]::new)))
        .param("hours", array("text", keys, key -> key.hour().toString()))
        .param("countries", array("text", keys, Key::country))
        .param("verified", array("integer", added, Sum::verified))
        .param("excused", array("integer", added, Sum::excused))
        .update();
  }

  private void write(Map<Day, Integer> days, LocalDate today) {
    List<Day> keys = List.copyOf(days.keySet());
    jdbc.sql(DAY_ACROSS_TENANTS)
        .param("tenants", array("uuid", keys, Day::tenant))
        .param("countries", array("text", keys, Day::country))
        .param("verified", array("integer", keys, day -> days.getOrDefault(day, 0)))
        .param("today", today)
        .update();
  }

  private static <T> SqlArrayValue array(
      String type, Collection<T> all, Function<? super T, ?> value) {
    return new SqlArrayValue(type, all.stream().map(value).toArray());
  }
}
