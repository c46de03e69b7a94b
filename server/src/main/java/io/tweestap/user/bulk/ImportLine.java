package io.tweestap.user.bulk;

import io.tweestap.user.UserWish;

/// A line of a file of users, read and judged.
public sealed interface ImportLine {
  /// Where it stands in the file; the first line is 1.
  long number();

  /// Says something about a user.
  record Fit(long number, UserWish wish) implements ImportLine {}

  /// Cannot be used.
  ///
  /// @param ref the reference that it begins with; empty where that is broken too
  /// @param code what is wrong, a code of the API's problems
  /// @param detail what to do about it
  record Broken(long number, String ref, String code, String detail) implements ImportLine {}

  /// From here on nothing can be read: broken quotes, bytes that are no text, too long a line. The
  /// last of a file.
  record Unreadable(long number, String detail) implements ImportLine {}
}
