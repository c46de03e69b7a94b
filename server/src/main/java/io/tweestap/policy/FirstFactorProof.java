package io.tweestap.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody who holds no factor yet must show, beside the password, before one is added inside
/// a login: a thief of the password must not enroll. From the least to the strictest.
public enum FirstFactorProof {
  /// The password is enough.
  NONE,
  /// A link in a mail to the user's address.
  MAIL_LINK,
  /// A code to a phone number that was known before.
  KNOWN_PHONE,
  /// A code that a member of the staff hands out.
  STAFF_CODE;

  /// What holds where no policy says anything.
  public static final FirstFactorProof USUAL = MAIL_LINK;

  /// As it stands in the API and the database: `mail_link`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<FirstFactorProof> of(String text) {
    return Arrays.stream(values()).filter(proof -> proof.text().equals(text)).findFirst();
  }
}
