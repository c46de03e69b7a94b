package io.tweestap.user;

import java.util.Collection;
import java.util.regex.Pattern;

/// The form of groups: words of the application, not known here beforehand.
public final class Groups {
  /// How many one user may have.
  public static final int MAX = 50;

  private static final Pattern NAME = Pattern.compile("[a-z0-9_.-]{1,60}");

  private Groups() {}

  /// Whether a text may be the name of a group: 1 to 60 of `a-z`, `0-9`, `_`, `.` and `-`.
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /// Whether these may be the groups of one user.
  public static boolean fit(Collection<String> groups) {
    return groups.size() <= MAX && groups.stream().allMatch(Groups::isName);
  }
}
