package io.tweestap.user.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.shared.EmailAddress;
import io.tweestap.shared.PhoneNumber;

/// An address in its one form, fit to be kept. `toString` shows it masked.
///
/// @param value E.164 number or mail address
/// @param masked as it may be shown
public record NewAddress(AddressKind kind, String value, String masked) {
  /// How many addresses a user may have.
  public static final int MAX = 10;

  public static NewAddress of(PhoneNumber number) {
    return new NewAddress(AddressKind.PHONE, number.e164(), number.masked());
  }

  public static NewAddress of(EmailAddress mail) {
    return new NewAddress(AddressKind.EMAIL, mail.address(), mail.masked());
  }

  public byte[] bytes() {
    return value.getBytes(UTF_8);
  }

  @Override
  public String toString() {
    return masked;
  }
}
