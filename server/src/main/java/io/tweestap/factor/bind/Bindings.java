package io.tweestap.factor.bind;

import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.jdbc.NewFactorRows;
import io.tweestap.factor.jdbc.NewRow;
import io.tweestap.factor.kind.FactorSecrets;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// How a factor begins: written as pending, and given up after ten minutes (BND-4) unless it is
/// confirmed ([Confirmations]).
@Service
public class Bindings {
  /// The most factors of one user, pending ones included.
  public static final int MOST = 20;

  /// How long a pending factor waits for its first code.
  public static final Duration PENDING = Duration.ofMinutes(10);

  private final NewFactorRows rows;
  private final FactorSecrets secrets;
  private final FactorNews news;
  private final TransactionTemplate transaction;
  private final Ids ids;
  private final Clock clock;

  Bindings(
      NewFactorRows rows,
      FactorSecrets secrets,
      FactorNews news,
      TransactionTemplate transaction,
      Ids ids,
      Clock clock) {
    this.rows = rows;
    this.secrets = secrets;
    this.news = news;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /// Writes a pending factor. Joins the caller's transaction, if there is one.
  public BindOutcome begin(TenantId tenant, User user, NewFactor asked, By by) {
    return begin(tenant, user, nextId(), asked, by);
  }

  /// The same with an id from [#nextId], for callers that need it before.
  public BindOutcome begin(TenantId tenant, User user, FactorId id, NewFactor asked, By by) {
    Instant until = clock.instant().plus(PENDING);
    return transaction.execute(_ -> {
      if (!insert(tenant, user, id, asked, Optional.of(until))) {
        return new BindOutcome.TooMany(MOST);
      }
      news.begun(tenant, user, id, asked.kind(), by);
      return new BindOutcome.Begun(id, until);
    });
  }

  public FactorId nextId() {
    return new FactorId(ids.next());
  }

  /// Writes a factor that is active at once, for kinds that prove themselves in another way. Joins
  /// the caller's transaction. Tells nobody: what to say is known by the kind.
  public BindOutcome bind(TenantId tenant, User user, NewFactor asked) {
    FactorId id = nextId();
    return insert(tenant, user, id, asked, Optional.empty())
        ? new BindOutcome.Bound(id)
        : new BindOutcome.TooMany(MOST);
  }

  private boolean insert(
      TenantId tenant, User user, FactorId id, NewFactor asked, Optional<Instant> until) {
    NewRow row =
        new NewRow(
            id,
            user.id(),
            asked,
            asked.secret().map(secret -> secrets.seal(tenant, id, secret)),
            until);
    return rows.insert(tenant, row, MOST, clock.instant());
  }
}
