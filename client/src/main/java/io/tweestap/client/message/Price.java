package io.tweestap.client.message;

/// What the carrier charged.
///
/// @param amount A decimal number as text, so that no program rounds it
/// @param currency ISO 4217 code
public record Price(String amount, String currency) {}
