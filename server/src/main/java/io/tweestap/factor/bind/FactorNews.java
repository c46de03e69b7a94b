package io.tweestap.factor.bind;

import io.tweestap.factor.By;
import io.tweestap.factor.FactorState;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import org.springframework.stereotype.Component;

/// Tells the audit and the user what changed, as part of the transaction that changes it.
@Component
public class FactorNews {
  void begun(TenantId tenant, User user, NewFactor asked, By by) {}

  void bound(TenantId tenant, User user, StoredFactor stored, By by) {}

  /// The old name is in `stored`.
  public void renamed(TenantId tenant, User user, StoredFactor stored, String name, By by) {}

  /// Suspended or resumed.
  public void moved(TenantId tenant, User user, StoredFactor stored, FactorState to, By by) {}

  /// Removed, or canceled while it was pending.
  ///
  /// @param why a word for the audit; empty for the usual
  public void ended(TenantId tenant, User user, StoredFactor stored, String why, By by) {}

  /// A hundred failures in a row.
  public void disabled(TenantId tenant, StoredFactor stored) {}
}
