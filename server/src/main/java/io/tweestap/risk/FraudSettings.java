package io.tweestap.risk;

/// What a tenant chose for its fraud guard.
///
/// @param mode what it does about codes
/// @param messages what it does about messages that an application writes itself
/// @param safe what is neither counted nor refused
public record FraudSettings(FraudMode mode, FraudMode messages, SafeList safe) {}
