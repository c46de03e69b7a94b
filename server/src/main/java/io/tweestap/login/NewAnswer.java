package io.tweestap.login;

import io.tweestap.factor.FactorId;
import io.tweestap.verification.Details;
import java.util.Optional;
import java.util.UUID;

/// What somebody typed as the second step. `toString` shows none of it.
///
/// @param challenge that it answers; empty: the newest one of the factor in this login
/// @param details of a payment, as it is about to be carried out
/// @param rememberBrowser whether the user wants the browser remembered, where the policy allows it
public record NewAnswer(
    FactorId factor,
    String code,
    Optional<UUID> challenge,
    Optional<Details> details,
    boolean rememberBrowser) {
  @Override
  public String toString() {
    return "NewAnswer[" + factor + "]";
  }
}
