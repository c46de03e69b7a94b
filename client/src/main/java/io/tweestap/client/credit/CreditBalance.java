package io.tweestap.client.credit;

import java.math.BigDecimal;
import java.util.Optional;

/// A tenant's credit.
///
/// @param billed whether messages are paid from it; if not, they cost nothing
/// @param currency ISO 4217; empty, as the amounts are, where there never was an account
/// @param available what may still be spent; never below zero
/// @param reserved set aside for messages that are on their way
/// @param lowBelow the credit is low when less than this is available; empty: never
/// @param trialLeft SMS parts that still cost nothing; empty without a trial
public record CreditBalance(
    boolean billed,
    Optional<String> currency,
    Optional<BigDecimal> available,
    Optional<BigDecimal> reserved,
    Optional<BigDecimal> lowBelow,
    boolean low,
    Optional<Integer> trialLeft) {}
