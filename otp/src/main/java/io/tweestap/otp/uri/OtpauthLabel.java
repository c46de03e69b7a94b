package io.tweestap.otp.uri;

import static io.tweestap.otp.InvalidOtpInput.Reason.URI_LABEL;

import io.tweestap.otp.InvalidOtpInput;

/// Whose token it is: what an app shows beside the code. No part may hold a colon, since the first
/// one separates issuer and account, nor a control character or half a surrogate pair.
///
/// @param prefix the issuer before the account in the label; empty when there is none
/// @param issuer the issuer that counts: the parameter, or else the prefix; empty when neither
/// @param account the person's name at the issuer, never empty
public record OtpauthLabel(String prefix, String issuer, String account) {
  /// @throws InvalidOtpInput `URI_LABEL`
  public OtpauthLabel {
    check(prefix, "prefix");
    check(issuer, "issuer");
    check(account, "account");
    if (account.isBlank()) {
      throw new InvalidOtpInput(URI_LABEL, "the account is empty");
    }
  }

  /// The usual label: the issuer stands before the account and is the parameter too.
  ///
  /// @throws InvalidOtpInput `URI_LABEL`
  public static OtpauthLabel of(String issuer, String account) {
    return new OtpauthLabel(issuer, issuer, account);
  }

  /// With another issuer parameter than the prefix, such as the domain of the login page, by which
  /// Apple's app finds the account.
  ///
  /// @throws InvalidOtpInput `URI_LABEL`
  public OtpauthLabel withIssuerParameter(String domain) {
    return new OtpauthLabel(prefix, domain, account);
  }

  private static void check(String part, String name) {
    if (part.indexOf(':') >= 0) {
      throw new InvalidOtpInput(URI_LABEL, "colon inside " + name);
    }
    if (part.codePoints().anyMatch(OtpauthLabel::forbidden)) {
      throw new InvalidOtpInput(URI_LABEL, "forbidden character inside " + name);
    }
  }

  private static boolean forbidden(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }
}
