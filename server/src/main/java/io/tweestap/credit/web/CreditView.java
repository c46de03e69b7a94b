package io.tweestap.credit.web;

import io.tweestap.credit.Account;
import io.tweestap.credit.Money;
import io.tweestap.credit.Trial;
import org.jspecify.annotations.Nullable;

/// A tenant's credit as the API shows it.
///
/// @param billed false where messages cost the tenant nothing
/// @param currency missing, as the amounts are, where there never was an account
/// @param available decimal text, as in `12.50`
/// @param lowBelow missing where the credit is never low
/// @param trialLeft SMS parts that still cost nothing; missing without a trial
record CreditView(
    boolean billed,
    @Nullable String currency,
    @Nullable String available,
    @Nullable String reserved,
    @Nullable String lowBelow,
    boolean low,
    @Nullable Integer trialLeft) {
  static final CreditView NONE = new CreditView(false, null, null, null, null, false, null);

  static CreditView of(Account account) {
    return new CreditView(
        account.billed(),
        account.currency(),
        account.available().amount(),
        account.reserved().amount(),
        account.lowBelow().map(Money::amount).orElse(null),
        account.isLow(),
        account.trial().map(Trial::left).orElse(null));
  }
}
