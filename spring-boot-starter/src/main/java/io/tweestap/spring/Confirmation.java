package io.tweestap.spring;

import io.tweestap.client.TransactionDetails;

/// Whether the user has confirmed a transaction.
public sealed interface Confirmation {
  /// Carry it out, with exactly these details. It is told once.
  record Confirmed(TransactionDetails details) implements Confirmation {}

  /// Do nothing: it was not confirmed, or was taken before.
  record NotConfirmed() implements Confirmation {}
}
