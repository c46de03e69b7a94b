package io.tweestap.user;

import java.util.regex.Pattern;

/// The application's own name or number for a user: 1 to 200 printable characters, compared as they
/// are, so `Anna` is not `anna`.
///
/// Any of them, so also `DOMAIN\anna`. What cannot stand in a path as it is stands there encoded
/// ([io.tweestap.user.web.RefInPath]).
public record UserRef(String value) {
  private static final Pattern FORM =
      Pattern.compile("(?=\\S)[^\\p{C}\\p{Zl}\\p{Zp}]{1,200}(?<=\\S)");

  public UserRef {
    if (!fits(value)) {
      throw new IllegalArgumentException("not the reference of a user");
    }
  }

  /// Whether a text may be a reference.
  public static boolean fits(String text) {
    return text.length() <= 200 && FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return "UserRef[" + value.length() + " characters]";
  }
}
