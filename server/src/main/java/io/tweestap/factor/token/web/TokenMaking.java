package io.tweestap.factor.token.web;

import io.tweestap.factor.By;
import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Factors;
import io.tweestap.factor.token.AssignOutcome;
import io.tweestap.factor.token.HardwareToken;
import io.tweestap.factor.token.Tokens;
import io.tweestap.factor.web.FactorProblems;
import io.tweestap.factor.web.FactorView;
import io.tweestap.factor.web.NewFactorBody;
import io.tweestap.factor.web.NewFactorView;
import io.tweestap.shared.TenantId;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.user.User;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Begins a factor on a token in stock, by its serial number.
@Component
public class TokenMaking {
  private final Tokens tokens;
  private final Factors factors;
  private final Clock clock;

  TokenMaking(Tokens tokens, Factors factors, Clock clock) {
    this.tokens = tokens;
    this.factors = factors;
    this.clock = clock;
  }

  /// Holds the token for the user until its first code.
  ///
  /// @throws Problem when it is not in stock
  public NewFactorView make(
      TenantId tenant, User user, FactorKind kind, NewFactorBody body, By by) {
    String serial = Fields.required("serial", body.serial()).strip();
    Tokens.Wish wish =
        new Tokens.Wish(
            kind, serial, body.readName("Token " + serial), body.readExpiresAt(clock.instant()));
    AssignOutcome outcome = tokens.assign(tenant, user, wish, by);
    return switch (outcome) {
      case AssignOutcome.Begun(FactorId id) -> {
        Factor factor = factors.find(tenant, user.id(), id).orElseThrow();
        yield new NewFactorView(FactorView.of(factor, clock.instant()), null);
      }
      case AssignOutcome.Unknown _, AssignOutcome.NotInStock _, AssignOutcome.TooMany _ ->
          throw refusal(outcome);
    };
  }

  /// Why a token was not given to a user.
  public static Problem refusal(AssignOutcome outcome) {
    return switch (outcome) {
      case AssignOutcome.Begun _ -> throw new IllegalArgumentException("it was given");
      case AssignOutcome.Unknown() ->
          Fields.invalid("serial", "is not that of a token of this kind");
      case AssignOutcome.NotInStock(HardwareToken.Where where) -> notInStock(where);
      case AssignOutcome.TooMany(int most) -> FactorProblems.tooMany(most);
    };
  }

  private static Problem notInStock(HardwareToken.Where where) {
    return Problem.of(
        ProblemCode.TOKEN_NOT_IN_STOCK,
        "The token is " + where.text() + ". Take it back from its user first, or use another one.",
        Map.of("state", where.text()));
  }
}
