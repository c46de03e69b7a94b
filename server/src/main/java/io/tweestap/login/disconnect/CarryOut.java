package io.tweestap.login.disconnect;

import io.tweestap.audit.Actor;
import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.Factors;
import io.tweestap.factor.apppassword.AppPasswords;
import io.tweestap.factor.pass.TemporaryPasses;
import io.tweestap.login.disconnect.DisconnectOutcome.Pass;
import io.tweestap.policy.exemption.Exemptions;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What a disconnect does: the factors go, and with them all that was opened by them. Everything in
/// the caller's transaction, or nothing.
@Component
class CarryOut {
  private final Factors factors;
  private final AppPasswords appPasswords;
  private final TemporaryPasses passes;
  private final Exemptions exemptions;
  private final EndEverything ending;
  private final DisconnectNews news;
  private final Begin begin;

  /// Makes the record of a wish.
  @Component
  static class Begin {
    private final Ids ids;
    private final Clock clock;

    Begin(Ids ids, Clock clock) {
      this.ids = ids;
      this.clock = clock;
    }

    Disconnect of(User user, NewDisconnect asked, Staff by, DisconnectState state) {
      Instant now = clock.instant();
      return new Disconnect(
          ids.next(),
          user.id(),
          state,
          asked,
          by,
          Optional.empty(),
          now,
          now.plus(Disconnect.LIFE),
          state == DisconnectState.DONE ? Optional.of(now) : Optional.empty());
    }
  }

  CarryOut(
      Factors factors,
      AppPasswords appPasswords,
      TemporaryPasses passes,
      Exemptions exemptions,
      EndEverything ending,
      DisconnectNews news,
      Begin begin) {
    this.factors = factors;
    this.appPasswords = appPasswords;
    this.passes = passes;
    this.exemptions = exemptions;
    this.ending = ending;
    this.news = news;
    this.begin = begin;
  }

  Disconnect begin(User user, NewDisconnect asked, Staff by, DisconnectState state) {
    return begin.of(user, asked, by, state);
  }

  /// Whether the factor that is meant is there; always when all are.
  boolean isThere(TenantId tenant, User user, NewDisconnect asked) {
    return asked.factor().map(id -> factors.find(tenant, user.id(), id).isPresent()).orElse(true);
  }

  /// What is costly to make and stands ready before the transaction begins.
  ///
  /// @param pass where a temporary pass is asked for
  record Ready(Optional<TemporaryPasses.Drawn> pass) {}

  /// @return empty when the server is too busy to make it
  Optional<Ready> ready(TenantId tenant, NewDisconnect asked) {
    return asked.temporaryPass()
        ? passes.draw(tenant).map(drawn -> new Ready(Optional.of(drawn)))
        : Optional.of(new Ready(Optional.empty()));
  }

  /// @return the code that stands in for a factor once, where one is wanted
  Optional<Pass> run(TenantId tenant, User user, Disconnect disconnect, Ready ready) {
    NewDisconnect asked = disconnect.asked();
    String actor = Actor.staff(asked.staff(), disconnect.by().clientId());
    By by = new By(actor, Optional.empty());
    String what = named(tenant, user, asked);
    ending.end(tenant, user.id());
    Optional<FactorId> one = asked.factor();
    if (one.isPresent()) {
      factors.remove(tenant, user, one.get(), by);
    } else {
      factors.removeAll(tenant, user, "disconnected", by);
    }
    appPasswords.revokeAll(tenant, user.id(), "disconnect", actor);
    asked.exemptUntil().ifPresent(until -> exempt(tenant, user, asked, until, actor));
    news.done(tenant, user, disconnect, what);
    return ready.pass().map(drawn -> pass(tenant, user, drawn, actor));
  }

  /// What goes, in words for the user.
  private String named(TenantId tenant, User user, NewDisconnect asked) {
    return asked
        .factor()
        .flatMap(id -> factors.find(tenant, user.id(), id))
        .map(factor -> factor.bond().name())
        .orElse("*");
  }

  private void exempt(
      TenantId tenant, User user, NewDisconnect asked, Instant until, String actor) {
    exemptions.request(
        tenant, user, new Exemptions.Wish(asked.reason(), until, asked.staff(), actor));
  }

  private Pass pass(TenantId tenant, User user, TemporaryPasses.Drawn drawn, String actor) {
    return switch (passes.make(tenant, user, drawn, TemporaryPasses.LONGEST, actor)) {
      case TemporaryPasses.Outcome.Made made -> new Pass(made.code(), made.expiresAt());
      case TemporaryPasses.Outcome.TooMany(int most) ->
          throw new IllegalStateException("a user without a factor has more than " + most);
    };
  }
}
