package io.tweestap.factor;

import io.tweestap.otp.Algorithm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a user can prove, as it may be shown: never the secret.
public sealed interface Factor {
  /// The record of it.
  Bond bond();

  /// An authenticator app, or a token with a clock when it has a serial number.
  record Totp(
      Bond bond, Algorithm algorithm, int digits, int periodSeconds, Optional<String> serial)
      implements Factor {}

  /// A token with a button.
  record Hotp(Bond bond, Algorithm algorithm, int digits, Optional<String> serial)
      implements Factor {}

  /// A YubiKey.
  ///
  /// @param publicId what each of its passwords begins with, in ModHex
  record YubicoOtp(Bond bond, String publicId, Optional<String> serial) implements Factor {}

  /// A challenge-response device.
  record Ocra(Bond bond, String suite, Optional<String> serial) implements Factor {}

  /// A phone.
  ///
  /// @param number masked
  record Phone(Bond bond, String number) implements Factor {}

  /// A set of recovery codes.
  ///
  /// @param left how many were not used yet
  record RecoveryCodes(Bond bond, int left) implements Factor {}

  /// A code that staff gave out.
  record TemporaryPass(Bond bond) implements Factor {}

  /// A security key or passkey.
  ///
  /// @param synced whether its maker copies it to the user's other devices (backup eligible)
  /// @param aaguid its model as it says itself; empty when it says none, or while it is pending
  /// @param transports how browsers reach it: `usb`, `nfc`, `ble`, `internal`, `hybrid`
  record WebAuthn(Bond bond, boolean synced, Optional<UUID> aaguid, List<String> transports)
      implements Factor {
    public WebAuthn {
      transports = List.copyOf(transports);
    }
  }

  default FactorId id() {
    return bond().id();
  }

  default FactorKind kind() {
    return switch (this) {
      case Totp _ -> FactorKind.TOTP;
      case Hotp _ -> FactorKind.HOTP;
      case YubicoOtp _ -> FactorKind.YUBICO_OTP;
      case Ocra _ -> FactorKind.OCRA;
      case Phone _ -> FactorKind.PHONE;
      case RecoveryCodes _ -> FactorKind.RECOVERY_CODE;
      case TemporaryPass _ -> FactorKind.TEMPORARY_PASS;
      case WebAuthn _ -> FactorKind.WEBAUTHN;
    };
  }

  /// What it lives on: a TOTP secret in a token of its own is not an app, and a key that its maker
  /// copies between devices is no token.
  default Medium medium() {
    return switch (this) {
      case Totp totp -> totp.serial().isPresent() ? Medium.TOKEN : Medium.APP;
      case WebAuthn key -> key.synced() ? Medium.APP : Medium.TOKEN;
      case Hotp _, YubicoOtp _, Ocra _, Phone _, RecoveryCodes _, TemporaryPass _ ->
          kind().medium();
    };
  }

  /// Whether it is a security key that no maker copies to another device (WA-25).
  default boolean isDeviceBoundKey() {
    return this instanceof WebAuthn key && !key.synced();
  }

  /// Whether an answer may be right now: active and not expired. Being slowed down does not count.
  default boolean isUsable(Instant now) {
    return bond().state() == FactorState.ACTIVE && !bond().isExpired(now);
  }
}
