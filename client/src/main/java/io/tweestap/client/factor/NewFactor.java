package io.tweestap.client.factor;

import io.tweestap.client.Channel;
import io.tweestap.client.http.Body;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A factor to be begun.
public final class NewFactor extends Body<NewFactor> {
  private NewFactor(Map<String, @Nullable Object> fields) {
    super(fields, NewFactor::new);
  }

  /// With what is required.
  ///
  /// @param kind which kinds are begun here, and with which fields: `totp` (`algorithm` to
  ///   `serial`), `hotp` and `yubico_otp` (`serial`), `ocra` (`suite`, `secret`, `pin`, `counter`,
  ///   `serial`), `phone` (`number`, `channels`), `recovery_code` (none)
  public static NewFactor of(FactorKind kind) {
    return new NewFactor(Map.of()).with("kind", kind);
  }

  /// What the user calls it. A usual name where it is left out.
  public NewFactor name(String name) {
    return with("name", name);
  }

  /// When it ends by itself.
  public NewFactor expiresAt(Instant expiresAt) {
    return with("expires_at", expiresAt);
  }

  /// The address of the user, for the audit.
  public NewFactor sourceIp(String sourceIp) {
    return with("source_ip", sourceIp);
  }

  /// Who of your staff does it, for the audit.
  public NewFactor staff(String staff) {
    return with("staff", staff);
  }

  /// `SHA1` where it is left out. Some apps ignore anything else.
  public NewFactor algorithm(OtpAlgorithm algorithm) {
    return with("algorithm", algorithm);
  }

  /// 6 or 8; 6 where it is left out.
  public NewFactor digits(int digits) {
    return with("digits", digits);
  }

  /// Seconds, 30 where it is left out.
  public NewFactor period(int period) {
    return with("period", period);
  }

  /// Whose account it is, as the app shows it. The tenant's name where it is left out. No colon.
  public NewFactor issuer(String issuer) {
    return with("issuer", issuer);
  }

  /// Which account, as the app shows it. Your reference where it is left out. No colon.
  public NewFactor account(String account) {
    return with("account", account);
  }

  /// A secret that the app or device has already, in Base32, 128 bits or more. A new one where it
  /// is left out.
  public NewFactor secret(String secret) {
    return with("secret", secret);
  }

  /// Serial number of a hardware token in stock; of an `ocra` device, for your own information.
  public NewFactor serial(String serial) {
    return with("serial", serial);
  }

  /// What a challenge-response device computes from (RFC 6287 section 6), without session data.
  public NewFactor suite(String suite) {
    return with("suite", suite);
  }

  /// The PIN that the user types into the device, with a suite that has one.
  public NewFactor pin(String pin) {
    return with("pin", pin);
  }

  /// Where the device's counter stands, with a suite that has one; 0 where it is left out.
  public NewFactor counter(int counter) {
    return with("counter", counter);
  }

  /// The phone number: international with `+`, or national in your own country.
  public NewFactor number(String number) {
    return with("number", number);
  }

  /// `sms`, `voice`, or both in the order of trying; `sms`, then `voice` where it is left out.
  public NewFactor channels(List<Channel> channels) {
    return with("channels", channels);
  }
}
