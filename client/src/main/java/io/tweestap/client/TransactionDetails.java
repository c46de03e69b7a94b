package io.tweestap.client;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a transaction is: it stands in the message, and the answer must carry the same. Two amounts
/// are the same when they mean the same, so 12.5 and 12.50 are one.
///
/// @param amount above 0, with no more decimals than the currency has; for a batch the total
/// @param currency ISO 4217 code
/// @param payee who gets the money; missing for a batch
/// @param payees who gets the money of a batch, in order; empty where it is no batch
public record TransactionDetails(
    BigDecimal amount, String currency, @Nullable String payee, List<String> payees)
    implements Serializable {
  public TransactionDetails {
    payees = List.copyOf(payees);
    if ((payee == null) == payees.isEmpty()) {
      throw new IllegalArgumentException("either one payee or the payees of a batch");
    }
  }

  /// A payment to one payee.
  ///
  /// @param amount with a point: `49.95`
  public static TransactionDetails of(String amount, String currency, String payee) {
    return new TransactionDetails(new BigDecimal(amount), currency, payee, List.of());
  }

  /// A batch of payments, confirmed as one.
  ///
  /// @param total with a point: `149.95`
  public static TransactionDetails batch(String total, String currency, List<String> payees) {
    return new TransactionDetails(new BigDecimal(total), currency, null, payees);
  }
}
