package io.tweestap.risk.jdbc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tweestap.risk.Counted;
import io.tweestap.risk.rule.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.support.SqlArrayValue;

/// Under which keys a code is counted.
final class CountKeys {
  private CountKeys() {}

  static Instant hour(Instant moment) {
    return moment.truncatedTo(ChronoUnit.HOURS);
  }

  /// The key of one kind; empty where the code is not counted by it.
  static List<byte[]> key(Counted counted, Kind kind) {
    return switch (kind) {
      case COUNTRY -> List.of(counted.country().getBytes(US_ASCII));
      case PREFIX -> List.of(counted.prefix());
      case SOURCE -> counted.source().map(List::of).orElse(List.of());
      case MESSAGE_PREFIX, MESSAGE_COUNTRY, MESSAGE_TENANT -> List.of();
    };
  }

  /// The kinds that have a key, each beside its own of [#keys].
  static SqlArrayValue kinds(Counted counted) {
    List<String> kinds = new ArrayList<>();
    for (Kind kind : Kind.OF_CODES) {
      key(counted, kind).forEach(_ -> kinds.add(kind.text()));
    }
    return new SqlArrayValue("text", kinds.toArray());
  }

  static SqlArrayValue keys(Counted counted) {
    List<byte[]> keys = new ArrayList<>();
    for (Kind kind : Kind.OF_CODES) {
      keys.addAll(key(counted, kind));
    }
    return new SqlArrayValue("bytea", keys.toArray(byte[][]::new));
  }
}
