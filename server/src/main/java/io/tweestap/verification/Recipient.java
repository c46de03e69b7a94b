package io.tweestap.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.shared.EmailAddress;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.verification.jdbc.Stored;

/// An address that was judged fit for a code. `toString` shows a masked one.
///
/// @param address E.164 number or mail address
/// @param masked as it may be shown
/// @param testCode the fixed code where this is one of the tenant's test numbers, else empty
public record Recipient(String address, String masked, String testCode) {
  private static final int LINE_DIGITS = 4;

  static Recipient of(PhoneNumber number) {
    return new Recipient(number.e164(), number.masked(), "");
  }

  static Recipient of(EmailAddress mail) {
    return new Recipient(mail.address(), mail.masked(), "");
  }

  static Recipient ofTest(PhoneNumber number, String code) {
    return new Recipient(number.e164(), number.masked(), code);
  }

  /// The recipient of a verification that is still pending. What began as a test stays one.
  static Recipient stored(Stored stored, TenantSettings settings) {
    String address = stored.address().orElseThrow();
    boolean test = stored.verification().test();
    String testCode = test ? settings.testNumbers().getOrDefault(address, "void") : "";
    return new Recipient(address, stored.verification().to(), testCode);
  }

  /// The address as bytes, for sealing and look-up.
  public byte[] bytes() {
    return address.getBytes(UTF_8);
  }

  /// Whether nothing is ever sent to it.
  boolean isTest() {
    return !testCode.isEmpty();
  }

  boolean isPhone() {
    return address.startsWith("+");
  }

  /// A phone number without its last four digits: the block of numbers it belongs to.
  String prefix() {
    return address.substring(0, address.length() - LINE_DIGITS);
  }

  @Override
  public String toString() {
    return masked;
  }
}
