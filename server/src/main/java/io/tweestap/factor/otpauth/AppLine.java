package io.tweestap.factor.otpauth;

import io.tweestap.factor.bind.NewFactor;
import io.tweestap.user.UserRef;

/// A line of a list of apps, read and judged.
public sealed interface AppLine {
  /// Where it stands in the file; the first line is 1.
  long number();

  /// A factor of a user.
  record Fit(long number, UserRef user, NewFactor factor) implements AppLine {}

  /// Cannot be used.
  ///
  /// @param user the reference that it names; empty where that is broken too
  /// @param code what is wrong, a stable word
  /// @param detail what is wrong, without any secret
  record Broken(long number, String user, String code, String detail) implements AppLine {}

  /// From here on nothing can be read. The last of a file.
  record Unreadable(long number, String detail) implements AppLine {}
}
