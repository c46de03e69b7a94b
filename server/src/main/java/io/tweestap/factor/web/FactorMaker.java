package io.tweestap.factor.web;

import io.tweestap.factor.By;
import io.tweestap.factor.FactorKind;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.util.Set;

/// Begins factors of one kind as `POST /v1/users/{ref}/factors` asks; one bean per kind.
public interface FactorMaker {
  FactorKind kind();

  /// The fields of [NewFactorBody] that belong to the kind, beside `kind`, `name`, `expires_at`,
  /// `source_ip` and `staff`, as they stand in JSON.
  Set<String> fields();

  /// Begins the factor.
  ///
  /// @throws io.tweestap.shared.web.Problem when it cannot be
  NewFactorView make(TenantId tenant, User user, NewFactorBody body, By by);
}
