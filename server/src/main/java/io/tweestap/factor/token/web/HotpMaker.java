package io.tweestap.factor.token.web;

import io.tweestap.factor.By;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.web.FactorMaker;
import io.tweestap.factor.web.NewFactorBody;
import io.tweestap.factor.web.NewFactorView;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Begins tokens with a button.
@Component
class HotpMaker implements FactorMaker {
  private final TokenMaking making;

  HotpMaker(TokenMaking making) {
    this.making = making;
  }

  @Override
  public FactorKind kind() {
    return FactorKind.HOTP;
  }

  @Override
  public Set<String> fields() {
    return Set.of("serial");
  }

  @Override
  public NewFactorView make(TenantId tenant, User user, NewFactorBody body, By by) {
    return making.make(tenant, user, kind(), body, by);
  }
}
