package io.tweestap.delivery.receipt;

import java.util.Locale;
import java.util.Optional;

/// What a carrier says became of a part: the states of SMPP 3.4 section 5.2.28, into which those of
/// other carriers are put.
public enum ReceiptState {
  /// On its way.
  ENROUTE(1, false),
  /// It reached the handset or mailbox.
  DELIVERED(2, true),
  /// Its validity ended first.
  EXPIRED(3, true),
  /// Somebody took it back.
  DELETED(4, true),
  /// It cannot be delivered.
  UNDELIVERABLE(5, true),
  /// The carrier has it; as such also where every part begins.
  ACCEPTED(6, false),
  /// The carrier does not know (`UNKNOWN` in SMPP). Not final: more may come.
  UNCLEAR(7, false),
  /// Somebody on the way refused it.
  REJECTED(8, true);

  private final int smpp;
  private final boolean isFinal;

  ReceiptState(int smpp, boolean isFinal) {
    this.smpp = smpp;
    this.isFinal = isFinal;
  }

  /// Whether nothing else can follow; whatever comes later does not count.
  public boolean isFinal() {
    return isFinal;
  }

  /// Whether it will never arrive.
  public boolean isLost() {
    return isFinal && this != DELIVERED;
  }

  /// As it stands in the API and the database: `delivered`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ReceiptState> of(String text) {
    for (ReceiptState state : values()) {
      if (state.text().equals(text)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  /// The state of a `message_state` parameter, 1 to 8.
  public static Optional<ReceiptState> ofSmpp(int number) {
    for (ReceiptState state : values()) {
      if (state.smpp == number) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
