package io.tweestap.client.fraud;

import io.tweestap.client.Channel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A code that the fraud guard refused, or would have refused, and why.
///
/// @param id of the decision
/// @param at when it was made
/// @param count codes that nobody typed when the block began, with the one that was refused;
///   countries for [FraudRule#SOURCE_COUNTRIES]
/// @param threshold how many would have been allowed then
/// @param blockedUntil the end of the block
/// @param openedBlock whether this code made the block begin; the others came while it stood
/// @param country of the number, ISO 3166-1 alpha-2; `ZZ` where it belongs to none
/// @param to the number, masked
/// @param sourceNetwork the visitor's network; missing where no address was given
public record FraudDecision(
    UUID id,
    Instant at,
    FraudAction action,
    FraudRule rule,
    BigDecimal count,
    BigDecimal threshold,
    Instant blockedUntil,
    boolean openedBlock,
    String country,
    String to,
    Channel channel,
    @Nullable String sourceNetwork) {}
