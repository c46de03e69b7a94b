package io.tweestap.factor.token;

import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.factor.token.jdbc.StockRows;
import io.tweestap.shared.TenantId;
import org.springframework.stereotype.Component;

/// What the stock learns when the factor on a token is confirmed or ends. Nothing happens for
/// factors that live on no token.
@Component
public class TokenStock {
  /// The parameter of a factor with the serial number of its token.
  public static final String SERIAL = "serial";

  /// How factors on tokens in stock come, as in [io.tweestap.factor.Bond#source].
  static final String SOURCE = "token";

  private final StockRows rows;

  TokenStock(StockRows rows) {
    this.rows = rows;
  }

  /// The token is the user's now.
  public void confirmed(TenantId tenant, StoredFactor stored) {
    if (isOnToken(stored) && !rows.keep(tenant, stored.id())) {
      // Two nodes whose clocks differ: the whole confirmation is undone.
      throw new IllegalStateException("the token was given away meanwhile");
    }
  }

  /// The token is back in stock, as far as it has moved.
  public void returned(TenantId tenant, StoredFactor stored) {
    if (isOnToken(stored)) {
      rows.takeBack(tenant, stored.id());
    }
  }

  /// Not every factor with a serial number came out of the stock.
  private static boolean isOnToken(StoredFactor stored) {
    return stored.bond().source().equals(SOURCE);
  }
}
