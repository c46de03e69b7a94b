package io.tweestap.factor.web;

import io.tweestap.factor.By;
import io.tweestap.factor.FactorKind;
import io.tweestap.shared.TenantId;
import io.tweestap.shared.web.Fields;
import io.tweestap.user.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Begins factors of any kind as a request asks, each with the maker of its kind.
@Component
public class NewFactors {
  private final Map<FactorKind, FactorMaker> makers;

  NewFactors(List<FactorMaker> makers) {
    this.makers = makers.stream().collect(Collectors.toMap(FactorMaker::kind, Function.identity()));
  }

  /// The kind that a request asks for.
  ///
  /// @throws io.tweestap.shared.web.Problem when there is none, or it is not begun by request
  public FactorKind kind(NewFactorBody body) {
    return maker(body).kind();
  }

  /// Begins the factor.
  ///
  /// @throws io.tweestap.shared.web.Problem when it cannot be
  public NewFactorView begin(TenantId tenant, User user, NewFactorBody body, By by) {
    FactorMaker maker = maker(body);
    body.refuseAllBut(maker.kind(), maker.fields());
    return maker.make(tenant, user, body, by);
  }

  private FactorMaker maker(NewFactorBody body) {
    FactorKind kind = body.readKind();
    return Optional.ofNullable(makers.get(kind))
        .orElseThrow(() -> Fields.invalid("kind", "is not begun here: " + kind.text()));
  }
}
