package io.tweestap.risk;

/// What a tenant chose for its fraud guard.
///
/// @param safe what is neither counted nor refused
public record FraudSettings(FraudMode mode, SafeList safe) {}
