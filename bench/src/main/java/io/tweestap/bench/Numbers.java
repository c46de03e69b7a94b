package io.tweestap.bench;

import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicLong;

/// Dutch mobile numbers, each once.
final class Numbers {
  private static final int FIRST = 10_000_000;
  private static final int COUNT = 50_000_000;
  private static final int SPREAD = 10_007;

  private final AtomicLong next = new AtomicLong();

  /// In the form of E.164.
  String one() {
    return "+316" + (FIRST + next.getAndIncrement() * SPREAD % COUNT);
  }

  /// As the field `to` of a request.
  String to() {
    return "\"to\":\"" + one() + "\"";
  }

  /// As the field `recipients` of a request.
  String recipients(int count) {
    var list = new StringJoiner(",", "\"recipients\":[", "]");
    for (int i = 0; i < count; i++) {
      list.add("{" + to() + "}");
    }
    return list.toString();
  }
}
