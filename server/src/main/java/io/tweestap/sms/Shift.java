package io.tweestap.sms;

import java.util.Optional;

/// National tables of 3GPP TS 23.038, annex A. A single shift table takes the place of the
/// extension table (reached by an escape), a locking one that of the basic table.
public enum Shift {
  TURKISH(1, Tables.TURKISH_SINGLE, Tables.TURKISH_LOCKING),
  /// Has no locking table.
  SPANISH(2, Tables.SPANISH_SINGLE, ""),
  PORTUGUESE(3, Tables.PORTUGUESE_SINGLE, Tables.PORTUGUESE_LOCKING);

  private final int identifier;
  private final String single;
  private final String locking;

  Shift(int identifier, String single, String locking) {
    this.identifier = identifier;
    this.single = single;
    this.locking = locking;
  }

  /// The national language identifier of section 6.2.1.2.4.
  int identifier() {
    return identifier;
  }

  /// The table behind the escape, as [Tables#EXTENSION].
  String single() {
    return single;
  }

  /// The table that replaces the basic one; empty where the language has none.
  Optional<String> locking() {
    return locking.isEmpty() ? Optional.empty() : Optional.of(locking);
  }
}
