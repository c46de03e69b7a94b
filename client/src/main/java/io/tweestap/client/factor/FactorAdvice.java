package io.tweestap.client.factor;

/// What may go wrong in some apps.
///
/// @param code `unusual_profile`, `risky_issuer`, `long_name` or `short_secret`
/// @param text in a sentence
public record FactorAdvice(String code, String text) {}
