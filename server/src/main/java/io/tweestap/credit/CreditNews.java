package io.tweestap.credit;

/// What endpoints are told when the credit runs low. Amounts are decimal texts.
///
/// @param lowBelow the credit is low when less than this is available
record CreditNews(String currency, String available, String reserved, String lowBelow) {
  static CreditNews of(Account account) {
    return new CreditNews(
        account.currency(),
        account.available().amount(),
        account.reserved().amount(),
        account.lowBelow().orElse(account.available()).amount());
  }
}
