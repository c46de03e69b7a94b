package io.tweestap.tenant;

import java.util.Set;

/// A client that was just made, with its secret: the only time that the secret can be seen.
public record NewClient(String clientId, String secret, Set<Scope> scopes) {
  public NewClient {
    scopes = Set.copyOf(scopes);
  }

  @Override
  public String toString() {
    return "NewClient[" + clientId + ", secret of " + secret.length() + " characters]";
  }
}
