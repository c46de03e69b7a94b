package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.TryOutcome;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Tries as they stand in the database: a list of objects beside the message. There are a dozen at
/// most, and they are only ever read with it.
@Component
class Tries {
  static final String NONE = "[]";

  private final JsonMapper json;

  Tries(JsonMapper json) {
    this.json = json;
  }

  /// One object of the list, its times as text: independent of how the API writes them.
  private record Written(
      int number,
      String carrier,
      String at,
      String outcome,
      @Nullable String error,
      @Nullable String route) {
    static Written of(TryRecord one) {
      return new Written(
          one.number(),
          one.carrier(),
          one.at().toString(),
          one.outcome().text(),
          one.error(),
          one.route());
    }

    TryRecord read() {
      return new TryRecord(
          number, carrier, Instant.parse(at), TryOutcome.of(outcome).orElseThrow(), error, route);
    }
  }

  String write(TryRecord one) {
    return json.writeValueAsString(Written.of(one));
  }

  List<TryRecord> read(String list) {
    if (list.equals(NONE)) {
      return List.of();
    }
    return Arrays.stream(json.readValue(list, Written[].class)).map(Written::read).toList();
  }
}
