package io.tweestap.login;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditResult;
import io.tweestap.factor.ChallengeOutcome;
import io.tweestap.factor.ChallengeWish;
import io.tweestap.factor.FactorChallenges;
import io.tweestap.factor.FactorId;
import io.tweestap.login.jdbc.StepRows;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.Users;
import io.tweestap.verification.Purpose;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Begins what an option is answered to: a code to a phone, a question for a device or a key. The
/// newest challenge of each factor counts; amount and payee of a payment stand in it.
@Component
class ChallengeLogin {
  private final Users users;
  private final Options options;
  private final FactorChallenges challenges;
  private final StepRows steps;
  private final LoginNews news;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ChallengeLogin(
      Users users,
      Options options,
      FactorChallenges challenges,
      StepRows steps,
      LoginNews news,
      TransactionTemplate transaction,
      Clock clock) {
    this.users = users;
    this.options = options;
    this.challenges = challenges;
    this.steps = steps;
    this.news = news;
    this.transaction = transaction;
    this.clock = clock;
  }

  LoginChallengeOutcome challenge(
      TenantId tenant,
      Login login,
      FactorId factor,
      Optional<Channel> channel,
      Optional<String> clientQuestion) {
    if (login.state() != LoginState.PENDING) {
      return new LoginChallengeOutcome.Over(login.state());
    }
    if (login.next() != Step.ANSWER) {
      return new LoginChallengeOutcome.NotNow(login.next());
    }
    Optional<User> user = users.find(tenant, login.user());
    boolean isOption =
        options.of(tenant, login).stream().anyMatch(option -> option.id().equals(factor));
    if (user.isEmpty() || !isOption) {
      return new LoginChallengeOutcome.NotAnOption();
    }
    ChallengeOutcome outcome =
        challenges.begin(tenant, user.get(), factor, wish(login, channel, clientQuestion));
    return tied(tenant, login, factor, outcome);
  }

  private static ChallengeWish wish(
      Login login, Optional<Channel> channel, Optional<String> clientQuestion) {
    return new ChallengeWish(
        login.details().isPresent() ? Purpose.TRANSACTION : Purpose.LOGIN,
        login.details(),
        channel,
        clientQuestion,
        login.locale(),
        login.visitor().counted(),
        Optional.of(login.id()),
        login.answersDeviceBound());
  }

  private LoginChallengeOutcome tied(
      TenantId tenant, Login login, FactorId factor, ChallengeOutcome outcome) {
    Optional<UUID> challenge =
        switch (outcome) {
          case ChallengeOutcome.Sent sent -> Optional.of(sent.challenge());
          case ChallengeOutcome.Asked asked -> Optional.of(asked.challenge());
          case ChallengeOutcome.Presented presented -> Optional.of(presented.challenge());
          case ChallengeOutcome.NotNeeded _,
              ChallengeOutcome.SlowedDown _,
              ChallengeOutcome.MustRebind _,
              ChallengeOutcome.Expired _,
              ChallengeOutcome.NotUsable _,
              ChallengeOutcome.TooMany _,
              ChallengeOutcome.NotPossible _ ->
              Optional.empty();
        };
    return challenge
        .map(id -> tie(tenant, login, factor, id, outcome))
        .orElseGet(() -> new LoginChallengeOutcome.Made(outcome));
  }

  /// A login that ended meanwhile takes no challenge: what was sent opens nothing.
  private LoginChallengeOutcome tie(
      TenantId tenant, Login login, FactorId factor, UUID challenge, ChallengeOutcome outcome) {
    return transaction.execute(_ -> {
      if (!steps.challenged(tenant, login.id(), factor, challenge, clock.instant())) {
        return new LoginChallengeOutcome.Over(LoginState.CANCELED);
      }
      Map<String, String> details = news.about(login);
      details.put("factor", factor.toString());
      news.record(tenant, login, AuditAction.LOGIN_CHALLENGED, AuditResult.SUCCESS, details);
      return new LoginChallengeOutcome.Made(outcome);
    });
  }
}
