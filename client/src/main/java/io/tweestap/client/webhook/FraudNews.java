package io.tweestap.client.webhook;

import io.tweestap.client.fraud.FraudAction;
import io.tweestap.client.fraud.FraudRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an event tells of a block of the fraud guard.
///
/// @param id of the decision that opened the block
/// @param count codes that nobody typed, with the one that was refused
/// @param threshold how many would have been allowed
/// @param country of the number, ISO 3166-1 alpha-2; `ZZ` where it belongs to none
/// @param to the number, masked
/// @param sourceNetwork the visitor's network; missing where no address was given
/// @param blockedUntil the end of the block
public record FraudNews(
    UUID id,
    FraudAction action,
    FraudRule rule,
    BigDecimal count,
    BigDecimal threshold,
    String country,
    String to,
    @Nullable String sourceNetwork,
    Instant blockedUntil) {}
