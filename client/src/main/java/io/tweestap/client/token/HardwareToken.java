package io.tweestap.client.token;

import io.tweestap.client.factor.FactorKind;
import io.tweestap.client.factor.OtpAlgorithm;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A hardware token. Never its seed.
///
/// @param id of the token, a UUIDv7
/// @param serial as it is printed on the token
/// @param kind what somebody proves with
/// @param state where a hardware token is
/// @param algorithm the hash in a code
/// @param digits digits of a code (totp, hotp)
/// @param period seconds for which a code is shown (totp)
/// @param publicId what each password of a YubiKey begins with, in ModHex (yubico_otp)
/// @param suite what a device computes from (ocra, RFC 6287)
/// @param batch what its delivery was called
/// @param addedAt when it was imported
/// @param user your reference of whoever has it
/// @param factorId the factor that lives on it
/// @param retiredAt when it was retired
public record HardwareToken(
    UUID id,
    String serial,
    FactorKind kind,
    TokenState state,
    @Nullable OtpAlgorithm algorithm,
    @Nullable Integer digits,
    @Nullable Integer period,
    @Nullable String publicId,
    @Nullable String suite,
    @Nullable String batch,
    Instant addedAt,
    @Nullable String user,
    @Nullable UUID factorId,
    @Nullable Instant retiredAt) {}
