package io.tweestap.client.credit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A row of the ledger: money moved between four accounts. The four amounts add up to zero.
///
/// @param currency ISO 4217
/// @param available what may be spent became so much more, or less
/// @param reserved what is set aside became so much more, or less
/// @param spent went to the operator for messages
/// @param paid came from outside, as a negative amount
/// @param balance what could be spent after it
/// @param messages how many messages it is about
/// @param reference of a payment
public record CreditEntry(
    UUID id,
    CreditEntryKind kind,
    String currency,
    BigDecimal available,
    BigDecimal reserved,
    BigDecimal spent,
    BigDecimal paid,
    BigDecimal balance,
    int messages,
    Optional<String> reference,
    Instant createdAt) {}
