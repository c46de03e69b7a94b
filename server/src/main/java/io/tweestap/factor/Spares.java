package io.tweestap.factor;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/// Whether somebody who loses one thing has another to prove with (BND-2).
public final class Spares {
  private Spares() {}

  /// On how many independent media the usable factors live. Each token is one by itself; all apps
  /// together are one, as they may be on one phone; so are all telephone lines and all paper. What
  /// staff gives out counts for nothing.
  public static int independent(Collection<Factor> factors, Instant now) {
    int tokens = 0;
    Set<Medium> shared = EnumSet.noneOf(Medium.class);
    for (Factor factor : factors) {
      if (factor.isUsable(now)) {
        switch (factor.medium()) {
          case TOKEN -> tokens++;
          case APP, PHONE_LINE, PAPER -> shared.add(factor.medium());
          case STAFF -> {}
        }
      }
    }
    return tokens + shared.size();
  }

  /// Whether another factor, on another medium, is to be advised.
  public static boolean advised(Collection<Factor> factors, Instant now) {
    return independent(factors, now) < 2;
  }
}
