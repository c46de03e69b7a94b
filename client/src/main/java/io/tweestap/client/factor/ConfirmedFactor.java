package io.tweestap.client.factor;

/// A factor that became active.
///
/// @param factor A factor. Never its secret.
/// @param spareAdvised whether the user should set up another one on another medium
public record ConfirmedFactor(Factor factor, boolean spareAdvised) {}
