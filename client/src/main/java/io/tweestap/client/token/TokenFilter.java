package io.tweestap.client.token;

import io.tweestap.client.factor.FactorKind;
import io.tweestap.client.http.Body;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which hardware tokens to list; those of all conditions at once.
public final class TokenFilter extends Body<TokenFilter> {
  private TokenFilter(Map<String, @Nullable Object> fields) {
    super(fields, TokenFilter::new);
  }

  /// Without any condition.
  public static TokenFilter all() {
    return new TokenFilter(Map.of());
  }

  /// Only these.
  public TokenFilter state(TokenState state) {
    return with("state", state);
  }

  /// Only these.
  public TokenFilter kind(FactorKind kind) {
    return with("kind", kind);
  }

  /// Only those whose serial number begins like this.
  public TokenFilter serial(String serial) {
    return with("serial", serial);
  }

  /// Only this delivery.
  public TokenFilter batch(String batch) {
    return with("batch", batch);
  }
}
