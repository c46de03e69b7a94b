package io.tweestap.factor.token;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditResult;
import io.tweestap.audit.AuditTrail;
import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.bind.BindOutcome;
import io.tweestap.factor.bind.Bindings;
import io.tweestap.factor.bind.NewFactor;
import io.tweestap.factor.token.jdbc.StockRows;
import io.tweestap.factor.token.jdbc.StockRows.Holder;
import io.tweestap.factor.token.jdbc.StoredToken;
import io.tweestap.factor.token.jdbc.TokenRows;
import io.tweestap.shared.Page;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Hardware tokens: in stock, given to a user by the serial number, back in stock when the factor
/// ends, or retired for good.
@Service
public class Tokens {
  private final TokenRows rows;
  private final StockRows stock;
  private final TokenSeeds seeds;
  private final Bindings bindings;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Tokens(
      TokenRows rows,
      StockRows stock,
      TokenSeeds seeds,
      Bindings bindings,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.stock = stock;
    this.seeds = seeds;
    this.bindings = bindings;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// The tenant's tokens, newest first.
  public Page<HardwareToken> list(TenantId tenant, TokenFilter filter) {
    return rows.page(tenant, filter, clock.instant());
  }

  /// One token.
  public Optional<HardwareToken> find(TenantId tenant, UUID id) {
    return rows.find(tenant, id).map(StoredToken::token);
  }

  /// One token by its serial number, wherever it is.
  public Optional<HardwareToken> find(TenantId tenant, FactorKind kind, String serial) {
    return rows.find(tenant, kind, serial).map(StoredToken::token);
  }

  /// Whom a token is for.
  ///
  /// @param name what the user will call it
  /// @param secret makes of the token's seed what the factor keeps
  public record Wish(
      FactorKind kind,
      String serial,
      String name,
      Optional<Instant> expiresAt,
      UnaryOperator<byte[]> secret) {
    /// For kinds that keep the seed itself.
    public Wish(FactorKind kind, String serial, String name, Optional<Instant> expiresAt) {
      this(kind, serial, name, expiresAt, UnaryOperator.identity());
    }
  }

  /// Gives a token in stock to a user. It is held until its first code makes the factor active, or
  /// for ten minutes.
  public AssignOutcome assign(TenantId tenant, User user, Wish wish, By by) {
    return transaction.execute(status -> {
      FactorId factor = bindings.nextId();
      Instant now = clock.instant();
      Holder holder = new Holder(user.id(), factor, now.plus(Bindings.PENDING));
      Optional<StoredToken> given = stock.give(tenant, wish.kind(), wish.serial(), holder, now);
      if (given.isEmpty()) {
        return refusal(tenant, wish, now);
      }
      AssignOutcome outcome = begin(tenant, user, factor, given.get(), wish, by);
      if (outcome instanceof AssignOutcome.TooMany) {
        status.setRollbackOnly();
      }
      return outcome;
    });
  }

  private AssignOutcome begin(
      TenantId tenant, User user, FactorId factor, StoredToken given, Wish wish, By by) {
    NewFactor asked =
        new NewFactor(
            wish.kind(),
            wish.name(),
            TokenStock.SOURCE,
            Optional.of(wish.secret().apply(seeds.open(tenant, given))),
            given.token().parameters().with(TokenStock.SERIAL, given.token().serial()),
            given.moving(),
            given.drift(),
            wish.expiresAt());
    return switch (bindings.begin(tenant, user, factor, asked, by)) {
      case BindOutcome.Begun(FactorId id, _) -> {
        record(tenant, AuditAction.HARDWARE_TOKEN_ASSIGNED, given.token(), Optional.of(user), by);
        yield new AssignOutcome.Begun(id);
      }
      case BindOutcome.Bound _ -> throw new IllegalStateException("it needs a first code");
      case BindOutcome.TooMany(int most) -> new AssignOutcome.TooMany(most);
    };
  }

  private AssignOutcome refusal(TenantId tenant, Wish wish, Instant now) {
    return rows.find(tenant, wish.kind(), wish.serial())
        .<AssignOutcome>map(stored -> new AssignOutcome.NotInStock(stored.token().where(now)))
        .orElseGet(AssignOutcome.Unknown::new);
  }

  /// Takes a token in stock out of use for good; its seed is deleted.
  public RetireOutcome retire(TenantId tenant, UUID id, By by) {
    return transaction.execute(_ -> {
      Instant now = clock.instant();
      boolean retired = stock.retire(tenant, id, now);
      Optional<HardwareToken> token = find(tenant, id);
      if (retired) {
        token.ifPresent(
            one -> record(tenant, AuditAction.HARDWARE_TOKEN_REMOVED, one, Optional.empty(), by));
      }
      return token
          .<RetireOutcome>map(one ->
              one.where(now) == HardwareToken.Where.RETIRED
                  ? new RetireOutcome.Retired(one)
                  : new RetireOutcome.InUse())
          .orElseGet(RetireOutcome.NotFound::new);
    });
  }

  private void record(
      TenantId tenant, AuditAction action, HardwareToken token, Optional<User> user, By by) {
    Map<String, String> details =
        Map.of(
            "token_id", token.id().toString(),
            "token_serial", AuditEvent.words(token.serial()),
            "factor_kind", token.kind().text());
    audit.record(
        tenant,
        new AuditEvent(
            action,
            by.actor(),
            user.map(User::pseudonym),
            by.sourceIp(),
            AuditResult.SUCCESS,
            details));
  }
}
