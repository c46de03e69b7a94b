package io.tweestap.verification.web;

import io.tweestap.shared.web.Fields;
import io.tweestap.verification.Details;
import io.tweestap.verification.Purpose;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/// The field `details` of a transaction: one payee, or the payees of a batch.
public record DetailsBody(
    @JsonDeserialize(using = AmountReader.class) @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable String payee,
    @Nullable List<String> payees) {
  /// Details go with a transaction, and only with one.
  static Optional<Details> read(@Nullable DetailsBody body, Purpose purpose) {
    if (purpose == Purpose.TRANSACTION && body == null) {
      throw Fields.missing("details", "a transaction needs details: amount, currency and payee");
    }
    if (purpose != Purpose.TRANSACTION && body != null) {
      throw Fields.invalid("details", "is only for the purpose transaction");
    }
    return read(body);
  }

  /// The details, if there are any.
  ///
  /// @throws io.tweestap.shared.web.Problem that names the first field with which something is
  ///   wrong
  public static Optional<Details> read(@Nullable DetailsBody body) {
    return Optional.ofNullable(body).map(DetailsBody::toDetails);
  }

  private Details toDetails() {
    BigDecimal total = Fields.required("details.amount", amount);
    try {
      return new Details(total, readCurrency(), readPayees());
    } catch (IllegalArgumentException e) {
      throw Fields.invalid("details", "cannot be used: " + e.getMessage());
    }
  }

  private Currency readCurrency() {
    String code = Fields.required("details.currency", currency);
    try {
      return Currency.getInstance(code.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw Fields.invalid("details.currency", "must be an ISO 4217 code such as EUR");
    }
  }

  private List<String> readPayees() {
    if ((payee == null) == (payees == null)) {
      throw Fields.missing("details.payee", "details need either payee or payees");
    }
    return payee != null ? List.of(payee) : noneMissing(payees);
  }

  private static List<String> noneMissing(@Nullable List<String> payees) {
    if (payees == null || payees.stream().anyMatch(Objects::isNull)) {
      throw Fields.invalid("details.payees", "must be a list of names");
    }
    return payees;
  }
}
