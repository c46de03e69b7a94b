package io.tweestap.client.verification;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// What a code is for. It decides how long the code may live and whether mail may carry it.
///
/// - `login`: the second step of a login; 5 minutes, at most 10; `sms` or `voice`
/// - `transaction`: the confirmation of a payment, whose details stand in the message; as `login`
/// - `binding`: tying a phone to an account; as `login`
/// - `contact`: proving that an address is reachable; 10 minutes, at most 48 hours
/// - `registration`: proving an address while signing up; as `contact`
/// - `recovery`: the way back into an account; by phone 10 minutes at most, by mail 1 hour, at most
///   24
public enum Purpose {
  LOGIN,
  TRANSACTION,
  BINDING,
  CONTACT,
  REGISTRATION,
  RECOVERY,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
