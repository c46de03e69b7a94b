package io.tweestap.client.factor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A factor. Never its secret.
///
/// @param id of the factor, a UUIDv7
/// @param kind what somebody proves with
/// @param name what the user calls it
/// @param state where a factor is. Only an active one can be answered with.
/// @param strength how much a kind of factor withstands
/// @param medium what a factor lives on, and is lost with
/// @param source how it came: `enrolled` with a new secret, `imported` with one that was there,
///   `token` from the stock of hardware tokens
/// @param boundAt when it became active; while it is pending, when it was begun
/// @param lastUsedAt when an answer was last right. Missing before the first.
/// @param expiresAt from when on it is refused. Missing when it has no end. While it is pending:
///   when it is given up.
/// @param failures wrong answers since the last right one
/// @param slowedUntil answers before this moment are not looked at. Missing when it is not slowed
///   down.
/// @param algorithm the hash in a code
/// @param digits digits of a code (totp, hotp)
/// @param period seconds for which a code is shown (totp)
/// @param serial serial number of the hardware token, if it lives on one
/// @param publicId what each password of a YubiKey begins with, in ModHex (yubico_otp)
/// @param suite the OCRA suite (ocra)
/// @param number the number, masked (phone)
/// @param codesLeft codes that were not used yet (recovery_code)
/// @param synced whether its maker copies it to the user's other devices (webauthn)
/// @param aaguid its model, as it says itself (webauthn)
/// @param transports how browsers reach it: `usb`, `nfc`, `ble`, `internal`, `hybrid` (webauthn)
public record Factor(
    UUID id,
    FactorKind kind,
    String name,
    FactorState state,
    FactorStrength strength,
    FactorMedium medium,
    String source,
    Instant boundAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant expiresAt,
    int failures,
    @Nullable Instant slowedUntil,
    @Nullable OtpAlgorithm algorithm,
    @Nullable Integer digits,
    @Nullable Integer period,
    @Nullable String serial,
    @Nullable String publicId,
    @Nullable String suite,
    @Nullable String number,
    @Nullable Integer codesLeft,
    @Nullable Boolean synced,
    @Nullable UUID aaguid,
    List<String> transports) {}
