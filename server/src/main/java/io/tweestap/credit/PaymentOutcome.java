package io.tweestap.credit;

/// What became of a payment.
public sealed interface PaymentOutcome {
  /// It was added.
  ///
  /// @param available what may be spent now
  record Paid(Money available) implements PaymentOutcome {}

  /// A payment with this reference was added before; nothing changed.
  record PaidBefore() implements PaymentOutcome {}

  /// The tenant has no account.
  record NoAccount() implements PaymentOutcome {}

  /// The account is in another currency.
  record OtherCurrency(String currency) implements PaymentOutcome {}
}
