package io.tweestap.sms;

import java.util.Optional;

/// Which part of a message one is.
///
/// @param reference what the parts of one message share, 0 to 65535
/// @param total 2 to 255
/// @param number 1 for the first
public record PartNumber(int reference, int total, int number) {
  public PartNumber {
    if (total < 2 || total > SmsParts.COUNT_MAX || number < 1 || number > total) {
      throw new IllegalArgumentException("not a part of a message");
    }
  }

  /// Empty when it is no part of several: an element that says so is to be ignored (3GPP TS 23.040
  /// section 9.2.3.24.1).
  public static Optional<PartNumber> of(int reference, int total, int number) {
    return total < 2 || total > SmsParts.COUNT_MAX || number < 1 || number > total
        ? Optional.empty()
        : Optional.of(new PartNumber(reference, total, number));
  }
}
