package io.tweestap.credit.jdbc;

import io.tweestap.credit.Account;
import io.tweestap.credit.Money;
import io.tweestap.credit.Trial;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// Reads a row of `credit_account`.
final class AccountColumns {
  private AccountColumns() {}

  static Account read(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    int left = row.getInt("trial_left");
    boolean paid = row.getBoolean("paid");
    return new Account(
        row.getBoolean("billed"),
        new Money(row.getLong("available"), currency),
        new Money(row.getLong("reserved"), currency),
        Optional.ofNullable(row.getObject("low_below", Long.class))
            .map(micros -> new Money(micros, currency)),
        Optional.ofNullable(row.getString("trial_sender"))
            .map(sender -> new Trial(left, sender, paid)));
  }
}
