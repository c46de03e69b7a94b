package io.tweestap.credit;

/// What one SMS part to a number costs.
///
/// @param country ISO 3166-1 alpha-2
/// @param network MCC-MNC as in `204-08`; empty where the price is the country's
public record Rate(String country, String network, Money perPart) {}
