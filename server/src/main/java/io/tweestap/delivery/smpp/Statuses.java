package io.tweestap.delivery.smpp;

import static io.tweestap.delivery.FailureClass.REJECTED;
import static io.tweestap.delivery.FailureClass.RETRY;
import static io.tweestap.delivery.FailureClass.UNAVAILABLE;

import io.tweestap.delivery.FailureClass;
import io.tweestap.delivery.HandOver;
import java.util.HashMap;
import java.util.Map;

/// What a `command_status` in answer to a message means (SMPP 3.4 section 5.1.3), with what an
/// operator means by statuses of its own.
final class Statuses {
  static final int MESSAGE_QUEUE_FULL = 0x14;
  static final int THROTTLED = 0x58;

  private static final Map<Integer, Meaning> STANDARD = standard();
  private static final Meaning OTHER = new Meaning(RETRY, "an error of the operator's own");

  private final Map<Integer, FailureClass> own = new HashMap<>();

  /// @param own class by status in hexadecimal
  Statuses(Map<String, FailureClass> own) {
    own.forEach((status, meaning) -> this.own.put(Integer.parseUnsignedInt(status, 16), meaning));
  }

  /// Whether the operator asks us to be slower.
  static boolean asksToSlowDown(int status) {
    return status == THROTTLED || status == MESSAGE_QUEUE_FULL;
  }

  FailureClass classOf(int status) {
    FailureClass here = own.get(status);
    return here == null ? STANDARD.getOrDefault(status, OTHER).kind() : here;
  }

  /// What the outbox is told.
  HandOver meaning(int status) {
    FailureClass kind = classOf(status);
    return new HandOver.Failed(
        kind,
        "the operator answered %#04x, %s (%s)"
            .formatted(status, STANDARD.getOrDefault(status, OTHER).words(), kind.words()));
  }

  private static Map<Integer, Meaning> standard() {
    Map<Integer, Meaning> table = new HashMap<>();
    put(table, REJECTED, "a length that it does not take", 0x01, 0x02);
    put(table, UNAVAILABLE, "a command that it does not take", 0x03);
    put(table, UNAVAILABLE, "not bound for this", 0x04, 0x05);
    put(table, REJECTED, "a priority or receipt that it does not take", 0x06, 0x07);
    put(table, RETRY, "a system error", 0x08);
    put(table, REJECTED, "not its source address", 0x0A, 0x48, 0x49);
    put(table, REJECTED, "not a destination address", 0x0B, 0x50, 0x51);
    put(table, UNAVAILABLE, "a bind that failed", 0x0D, 0x0E, 0x0F, 0x53);
    put(table, RETRY, "its queue is full", MESSAGE_QUEUE_FULL);
    put(table, REJECTED, "not a service type", 0x15);
    put(table, REJECTED, "not an esm_class", 0x43);
    put(table, RETRY, "it could not submit", 0x45);
    put(table, RETRY, "too fast", THROTTLED);
    put(table, REJECTED, "not a time", 0x61, 0x62);
    put(table, RETRY, "a temporary error of its application", 0x64);
    put(table, REJECTED, "a permanent error of its application", 0x65);
    put(table, REJECTED, "refused by its application", 0x66);
    put(table, REJECTED, "not these optional parameters", 0xC0, 0xC1, 0xC2, 0xC3, 0xC4);
    put(table, RETRY, "it could not deliver", 0xFE);
    put(table, RETRY, "an unknown error", 0xFF);
    return Map.copyOf(table);
  }

  private static void put(
      Map<Integer, Meaning> table, FailureClass kind, String words, int... statuses) {
    for (int status : statuses) {
      table.put(status, new Meaning(kind, words));
    }
  }

  private record Meaning(FailureClass kind, String words) {}
}
