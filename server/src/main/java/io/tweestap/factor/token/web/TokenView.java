package io.tweestap.factor.token.web;

import io.tweestap.factor.FactorId;
import io.tweestap.factor.kind.Parameters;
import io.tweestap.factor.token.HardwareToken;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A hardware token in an answer. Never the seed.
///
/// @param user the reference of whoever has it
record TokenView(
    UUID id,
    String serial,
    String kind,
    String state,
    @Nullable String algorithm,
    @Nullable Integer digits,
    @Nullable Integer period,
    @Nullable String publicId,
    @Nullable String suite,
    @Nullable String batch,
    Instant addedAt,
    @Nullable String user,
    @Nullable UUID factorId,
    @Nullable Instant retiredAt) {
  static TokenView of(HardwareToken token, @Nullable String user, Instant now) {
    HardwareToken.Where where = token.where(now);
    boolean out = where == HardwareToken.Where.HELD || where == HardwareToken.Where.ASSIGNED;
    Parameters parameters = token.parameters();
    return new TokenView(
        token.id(),
        token.serial(),
        token.kind().text(),
        where.text(),
        parameters.get("algorithm").orElse(null),
        parameters.get("digits").map(Integer::valueOf).orElse(null),
        parameters.get("period").map(Integer::valueOf).orElse(null),
        parameters.get("public_id").orElse(null),
        parameters.get("suite").orElse(null),
        token.batch().orElse(null),
        token.addedAt(),
        out ? user : null,
        out ? token.factor().map(FactorId::value).orElse(null) : null,
        token.retiredAt().orElse(null));
  }
}
