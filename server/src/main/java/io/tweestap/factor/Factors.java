package io.tweestap.factor;

import io.tweestap.factor.bind.FactorNews;
import io.tweestap.factor.jdbc.FactorCensus;
import io.tweestap.factor.jdbc.FactorRows;
import io.tweestap.factor.kind.Kinds;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The factors of users: listed, renamed, suspended after a loss, ended. Every change is in the
/// audit and told to every address of the user, in the transaction that makes it.
@Service
public class Factors {
  private final FactorRows rows;
  private final FactorCensus census;
  private final Kinds kinds;
  private final FactorNews news;
  private final Clock clock;

  Factors(FactorRows rows, FactorCensus census, Kinds kinds, FactorNews news, Clock clock) {
    this.rows = rows;
    this.census = census;
    this.kinds = kinds;
    this.news = news;
    this.clock = clock;
  }

  /// All factors of a user, oldest first: pending, active, suspended and disabled ones.
  public List<Factor> of(TenantId tenant, UserId user) {
    return rows.of(tenant, user, clock.instant()).stream().map(kinds::show).toList();
  }

  /// Of which kinds each of many users has a factor in use; who has none is left out.
  public Map<UserId, Set<FactorKind>> kindsInUse(TenantId tenant, List<UserId> users) {
    return census.kindsInUse(tenant, users, clock.instant());
  }

  /// Who of these users has a security key in use that stays on its device (WA-25).
  public Set<UserId> withDeviceBoundKey(TenantId tenant, List<UserId> users) {
    return census.withDeviceBoundKey(tenant, users, clock.instant());
  }

  /// One of them; empty when it is removed or not this user's.
  public Optional<Factor> find(TenantId tenant, UserId user, FactorId factor) {
    return stored(tenant, user, factor).map(kinds::show);
  }

  /// The YubiKey of a user that typed a text, by the public id with which it begins. Whether the
  /// rest is right, an answer tells.
  public Optional<FactorId> yubiKey(TenantId tenant, UserId user, String typed) {
    String text = typed.toLowerCase(Locale.ROOT);
    return of(tenant, user).stream()
        .filter(factor ->
            factor instanceof Factor.YubicoOtp key
                && !key.publicId().isEmpty()
                && text.startsWith(key.publicId()))
        .map(Factor::id)
        .findFirst();
  }

  private Optional<StoredFactor> stored(TenantId tenant, UserId user, FactorId factor) {
    return rows.find(tenant, user, factor).filter(one -> !one.isGivenUp(clock.instant()));
  }

  /// Gives a factor another name.
  ///
  /// @return the factor as it is now; empty when there is none
  @Transactional
  public Optional<Factor> rename(TenantId tenant, User user, FactorId factor, String name, By by) {
    Optional<StoredFactor> before = stored(tenant, user.id(), factor);
    before
        .filter(one -> !one.bond().name().equals(name))
        .filter(_ -> rows.rename(tenant, user.id(), factor, name))
        .ifPresent(one -> news.renamed(tenant, user, one, name, by));
    return before.isEmpty() ? Optional.empty() : find(tenant, user.id(), factor);
  }

  /// Takes a factor out of use at once, because it was reported lost (BND-5).
  @Transactional
  public MoveOutcome suspend(TenantId tenant, User user, FactorId factor, By by) {
    return move(tenant, user, factor, FactorState.ACTIVE, FactorState.SUSPENDED, by);
  }

  /// Takes a suspended factor back into use. Whoever allows it has seen another factor of the user
  /// (BND-5); failures in a row are not forgotten by it.
  @Transactional
  public MoveOutcome resume(TenantId tenant, User user, FactorId factor, By by) {
    return move(tenant, user, factor, FactorState.SUSPENDED, FactorState.ACTIVE, by);
  }

  private MoveOutcome move(
      TenantId tenant, User user, FactorId id, FactorState from, FactorState to, By by) {
    Optional<StoredFactor> before = stored(tenant, user.id(), id);
    if (before.isEmpty()) {
      return new MoveOutcome.NotFound();
    }
    if (rows.move(tenant, user.id(), id, from, to)) {
      news.moved(tenant, user, before.get(), to, by);
    }
    return find(tenant, user.id(), id)
        .<MoveOutcome>map(now ->
            now.bond().state() == to
                ? new MoveOutcome.Moved(now)
                : new MoveOutcome.NotPossible(now.bond().state()))
        .orElseGet(MoveOutcome.NotFound::new);
  }

  /// Ends a factor; a pending one is canceled.
  ///
  /// @return whether it was there
  @Transactional
  public boolean remove(TenantId tenant, User user, FactorId factor, By by) {
    Optional<StoredFactor> ended =
        stored(tenant, user.id(), factor).filter(one -> end(tenant, user, one, "removed", by));
    ended.ifPresent(one -> news.tellEnded(tenant, user, one));
    return ended.isPresent();
  }

  /// Ends all factors of a user. Joins the caller's transaction; the caller tells the user, in one
  /// notice, what happened.
  ///
  /// @param why for the audit, such as `disconnected`
  /// @return those that were ended
  @Transactional
  public List<Factor> removeAll(TenantId tenant, User user, String why, By by) {
    return rows.of(tenant, user.id(), clock.instant()).stream()
        .filter(one -> end(tenant, user, one, why, by))
        .map(kinds::show)
        .toList();
  }

  private boolean end(TenantId tenant, User user, StoredFactor stored, String why, By by) {
    boolean ended = rows.end(tenant, user.id(), stored.id(), clock.instant());
    if (ended) {
      kinds.verifier(stored.kind()).ended(tenant, stored);
      news.ended(tenant, user, stored, why, by);
    }
    return ended;
  }
}
