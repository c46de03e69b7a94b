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

/// Begins YubiKeys.
@Component
class YubicoMaker implements FactorMaker {
  private final TokenMaking making;

  YubicoMaker(TokenMaking making) {
    this.making = making;
  }

  @Override
  public FactorKind kind() {
    return FactorKind.YUBICO_OTP;
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
