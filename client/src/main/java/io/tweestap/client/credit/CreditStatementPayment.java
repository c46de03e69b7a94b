package io.tweestap.client.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// A payment. Without day and reference it is the sum of those that are not listed.
public record CreditStatementPayment(
    Optional<LocalDate> day, Optional<String> reference, BigDecimal amount) {}
