package io.tweestap.credit.web;

import io.tweestap.credit.Money;
import io.tweestap.shared.web.Fields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Body of `PUT /v1/credit/settings`.
///
/// @param lowBelow decimal text; missing: the credit is never low
record CreditSettingsBody(@Nullable String lowBelow) {
  Optional<Money> below(String currency) {
    if (lowBelow == null) {
      return Optional.empty();
    }
    return Optional.of(
        Money.read(lowBelow, currency)
            .filter(money -> money.micros() > 0)
            .orElseThrow(() ->
                Fields.invalid(
                    "low_below", "must be an amount above zero in a text, as in \"25.00\"")));
  }
}
