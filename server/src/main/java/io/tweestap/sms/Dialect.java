package io.tweestap.sms;

import java.util.Set;

/// What a link understands.
///
/// @param shifts national tables that it and the handsets behind it know; mostly none
public record Dialect(Joining joining, Set<Shift> shifts) {
  /// What every link understands.
  public static final Dialect PLAIN = new Dialect(Joining.UDH_8, Set.of());

  public Dialect {
    shifts = Set.copyOf(shifts);
    if (joining == Joining.PAYLOAD && !shifts.isEmpty()) {
      throw new IllegalArgumentException("whoever splits a text also chooses its tables");
    }
  }
}
