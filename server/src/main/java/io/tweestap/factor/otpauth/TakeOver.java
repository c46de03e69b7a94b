package io.tweestap.factor.otpauth;

import io.tweestap.factor.By;
import io.tweestap.factor.bind.BindOutcome;
import io.tweestap.factor.bind.Bindings;
import io.tweestap.factor.bind.FactorNews;
import io.tweestap.factor.bind.NewFactor;
import io.tweestap.factor.jdbc.FactorRows;
import io.tweestap.factor.jdbc.NewFactorRows;
import io.tweestap.factor.kind.FactorSecrets;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.UserState;
import io.tweestap.user.Users;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Gives a user a factor that was in use elsewhere: active at once, since it was proven there.
///
/// What was taken over and then removed does not come back with the same file: it may have been
/// removed because it was lost.
@Component
class TakeOver {
  private final Users users;
  private final Bindings bindings;
  private final FactorRows rows;
  private final NewFactorRows fresh;
  private final FactorSecrets secrets;
  private final FactorNews news;
  private final Clock clock;

  TakeOver(
      Users users,
      Bindings bindings,
      FactorRows rows,
      NewFactorRows fresh,
      FactorSecrets secrets,
      FactorNews news,
      Clock clock) {
    this.users = users;
    this.bindings = bindings;
    this.rows = rows;
    this.fresh = fresh;
    this.secrets = secrets;
    this.news = news;
    this.clock = clock;
  }

  /// What became of a line.
  sealed interface Outcome {
    /// The user has it now.
    record Added() implements Outcome {}

    /// The user had it before.
    record Unchanged() implements Outcome {}

    /// The user does not get it.
    record Refused(String code, String detail) implements Outcome {}
  }

  /// In the caller's transaction.
  Outcome take(TenantId tenant, AppLine.Fit line, boolean tell, By by) {
    Optional<User> found = users.find(tenant, line.user());
    if (found.isEmpty()) {
      return new Outcome.Refused("unknown_user", "there is no such user; import users first");
    }
    User user = found.get();
    if (user.state() == UserState.CLOSED) {
      return new Outcome.Refused("user_closed", "the user is closed for good");
    }
    fresh.takeTurns(tenant, user.id());
    if (has(tenant, user, line.factor())) {
      return new Outcome.Unchanged();
    }
    if (rows.wasRemoved(tenant, user.id(), line.factor().kind(), AppReader.SOURCE)) {
      return new Outcome.Refused(
          "removed_before",
          "an imported factor of this kind was removed; let the user set up another one");
    }
    return bind(tenant, user, line.factor(), tell, by);
  }

  private boolean has(TenantId tenant, User user, NewFactor factor) {
    byte[] secret = factor.secret().orElseThrow();
    return rows.of(tenant, user.id(), clock.instant()).stream()
        .filter(one -> one.kind() == factor.kind() && one.sealed() != null)
        .anyMatch(one -> MessageDigest.isEqual(secrets.open(tenant, one), secret));
  }

  private Outcome bind(TenantId tenant, User user, NewFactor factor, boolean tell, By by) {
    return switch (bindings.bind(tenant, user, factor)) {
      case BindOutcome.Bound(var id) -> {
        StoredFactor stored = rows.find(tenant, user.id(), id).orElseThrow();
        news.imported(tenant, user, stored, tell, by);
        yield new Outcome.Added();
      }
      case BindOutcome.TooMany(int most) ->
          new Outcome.Refused("limit_reached", "a user has at most " + most + " factors");
      case BindOutcome.Begun begun -> throw new IllegalStateException("bound, not " + begun);
    };
  }
}
