package io.tweestap.login.enroll;

import io.tweestap.audit.Actor;
import io.tweestap.factor.Answer;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.By;
import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorAnswers;
import io.tweestap.factor.FactorKind;
import io.tweestap.login.Login;
import io.tweestap.login.Options;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.Users;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Codes that staff hand out: temporary passes that were made after the login began.
@Component
class StaffCodes {
  private final Users users;
  private final Options options;
  private final FactorAnswers factors;

  StaffCodes(Users users, Options options, FactorAnswers factors) {
    this.users = users;
    this.options = options;
    this.factors = factors;
  }

  /// Spends the code, if it is that of a temporary pass of the user. Not inside of a transaction.
  AnswerOutcome spend(TenantId tenant, Login login, String code) {
    return users
        .find(tenant, login.user())
        .flatMap(user -> pass(tenant, user).map(pass -> spend(tenant, login, user, pass, code)))
        .orElseGet(AnswerOutcome.Wrong::new);
  }

  private Optional<Factor> pass(TenantId tenant, User user) {
    return options.usable(tenant, user.id()).stream()
        .filter(factor -> factor.kind() == FactorKind.TEMPORARY_PASS)
        .findFirst();
  }

  private AnswerOutcome spend(TenantId tenant, Login login, User user, Factor pass, String code) {
    Answer answer = Answer.of(code).from(login.visitor().counted());
    By by = new By(Actor.USER, login.visitor().source());
    return factors.answer(tenant, user, pass.id(), answer, by);
  }
}
