package io.tweestap.client.policy;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// What somebody without a factor shows, beside the password, before one is set up inside a login;
/// from the least to the strictest. A thief of the password must not set up a factor of his own.
/// - `none`: the password is enough.
/// - `mail_link`: a link or code in a mail to the user.
/// - `known_phone`: a code to a phone number that was known before.
/// - `staff_code`: a code that staff hands out.
public enum FirstFactorProof {
  NONE,
  MAIL_LINK,
  KNOWN_PHONE,
  STAFF_CODE,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
