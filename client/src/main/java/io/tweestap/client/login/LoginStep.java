package io.tweestap.client.login;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// What a login asks for next, in this order.
///
/// - `recovery`: the code to an address, at a password reset
/// - `answer`: an answer with one of the options
/// - `enrollment_proof`: what shows that it is the user who sets up a first factor
/// - `enrollment`: a factor, set up and confirmed; where it is not required it may be skipped
/// - `claim`: the result, which the application takes, of a login that passed on the hosted pages
/// - `nothing`: nothing: the login is over
public enum LoginStep {
  RECOVERY,
  ANSWER,
  ENROLLMENT_PROOF,
  ENROLLMENT,
  CLAIM,
  NOTHING,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
