package io.tweestap.otp.pskc;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a key may be used for (RFC 6030 section 5).
///
/// @param start not to be used before; null when absent
/// @param expiry not to be used after; null when absent
/// @param usages such as `OTP` or `CR`; empty means any
/// @param transactions how often the key may be used, 0 or greater; null when not limited
/// @param pin how a PIN protects it; null when none does
/// @param understood false when the policy holds something unknown here: the key must then not be
///   used (RFC 6030 section 5)
public record PskcPolicy(
    @Nullable Instant start,
    @Nullable Instant expiry,
    Set<String> usages,
    @Nullable Long transactions,
    @Nullable Pin pin,
    boolean understood) {
  static final PskcPolicy NONE = new PskcPolicy(null, null, Set.of(), null, null, true);

  /// Copies the set.
  public PskcPolicy {
    usages = Set.copyOf(usages);
  }

  /// How a PIN protects a key. Each part is null when absent.
  ///
  /// @param keyId the id of the key in the container that is the PIN
  /// @param usageMode such as `Local`, `Prepend` or `Algorithmic`
  /// @param maxFailedAttempts 0 or greater
  /// @param minLength of the PIN, in characters
  /// @param maxLength of the PIN, in characters
  /// @param encoding of the PIN, such as `DECIMAL`
  public record Pin(
      @Nullable String keyId,
      @Nullable String usageMode,
      @Nullable Integer maxFailedAttempts,
      @Nullable Integer minLength,
      @Nullable Integer maxLength,
      @Nullable String encoding) {}
}
