package io.tweestap.delivery;

import java.math.BigDecimal;

/// What a message costs.
///
/// @param currency ISO 4217, upper case
public record Price(BigDecimal amount, String currency) {}
