package io.tweestap.client.factor;

import io.tweestap.client.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A factor that was begun.
///
/// @param factor A factor. Never its secret.
/// @param setup A secret in the forms that an authenticator app takes. Shown in this answer only.
/// @param secret the new secret of a challenge-response device, in Base32. Shown once.
/// @param codes recovery codes, each for one use. Shown once.
/// @param challenge A code on its way, or a question for a device
/// @param restricted true for a phone: NIST SP 800-63B-4 restricts codes over the telephone network
/// @param advice what to tell the user of a restricted kind, and what to offer beside it
public record BegunFactor(
    Factor factor,
    @Nullable FactorSetup setup,
    @Nullable Secret secret,
    List<Secret> codes,
    @Nullable FactorChallenge challenge,
    @Nullable Boolean restricted,
    @Nullable String advice) {}
