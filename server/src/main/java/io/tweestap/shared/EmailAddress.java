package io.tweestap.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/// A mail address: one `@`, a domain with a dot, at most 254 characters (RFC 5321 4.5.3.1.3), no
/// white space, control or invisible characters and nothing that has a meaning in a header, so that
/// it cannot add a header or a recipient to a mail.
///
/// The domain is kept in lower case. `toString` shows a masked address.
public record EmailAddress(String address) {
  private static final Pattern FORM =
      Pattern.compile(
          "[%1$s]{1,64}@[%1$s]+\\.[%1$s.]{2,63}".formatted("^\\s\\p{C}\\p{Z}@<>\"(),:;\\[\\]\\\\"));
  private static final int MAX_LENGTH = 254;

  public EmailAddress {
    if (address.length() > MAX_LENGTH || !FORM.matcher(address).matches()) {
      throw new IllegalArgumentException("not a mail address");
    }
    int at = address.indexOf('@');
    address = address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
  }

  /// First letter and domain: `a***@example.org`.
  public String masked() {
    String first = Character.toString(address.codePointAt(0));
    return first + "***" + address.substring(address.indexOf('@'));
  }

  @Override
  public String toString() {
    return masked();
  }
}
