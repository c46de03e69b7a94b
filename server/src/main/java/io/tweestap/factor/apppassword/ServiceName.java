package io.tweestap.factor.apppassword;

import java.util.regex.Pattern;

/// The service that an app password opens: `imap`, `smtp`, `pop3`, `ldap`, `caldav`, or a word of
/// the tenant's own. 1 to 32 lower-case letters, digits, `-` and `_`.
public record ServiceName(String text) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,31}");

  public ServiceName {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("a service has 1 to 32 of a-z, 0-9, - and _");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
