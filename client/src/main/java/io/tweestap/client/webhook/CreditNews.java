package io.tweestap.client.webhook;

import java.math.BigDecimal;

/// What an event tells of a credit that is low.
///
/// @param currency ISO 4217
/// @param available what may still be spent
/// @param reserved set aside for messages that are on their way
/// @param lowBelow the credit is low when less than this is available
public record CreditNews(
    String currency, BigDecimal available, BigDecimal reserved, BigDecimal lowBelow) {}
