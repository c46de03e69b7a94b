package io.tweestap.login.browser;

import io.tweestap.login.browser.RotationRows.Presented;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Hashed;
import io.tweestap.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Remembers browsers, recognizes them, forgets them.
///
/// Each browser has a series and a secret that changes at each use. The server keeps a keyed hash
/// of the present secret, and for ten seconds of the one before it, so that tabs that were opened
/// together all come through. Any older secret is a copy: whoever of the two uses it second gives
/// it away, and the series ends for both.
@Service
public class Browsers {
  /// How long the secret before the present one is honored.
  static final Duration GRACE = Duration.ofSeconds(10);

  /// How many browsers of one user are remembered; the one not used for longest goes first.
  static final int MOST = 50;

  private final BrowserRows rows;
  private final RotationRows rotations;
  private final Vault vault;
  private final Ids ids;
  private final SecureRandom random;
  private final Clock clock;

  Browsers(
      BrowserRows rows,
      RotationRows rotations,
      Vault vault,
      Ids ids,
      SecureRandom random,
      Clock clock) {
    this.rows = rows;
    this.rotations = rotations;
    this.vault = vault;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
  }

  /// Finds out whether a token is that of a remembered browser of this user, and rotates it. As
  /// part of the caller's transaction: the old token stays good unless that one commits.
  public Recognition recognize(TenantId tenant, UserId user, Optional<String> token) {
    return token
        .flatMap(BrowserToken::read)
        .map(read -> recognize(tenant, user, read))
        .orElseGet(Recognition.Unknown::new);
  }

  private Recognition recognize(TenantId tenant, UserId user, BrowserToken token) {
    Instant now = clock.instant();
    Presented presented = new Presented(token.series(), candidates(tenant, token));
    BrowserToken next = BrowserToken.draw(token.series(), random);
    return rotations
        .rotate(tenant, user, presented, hash(tenant, next), GRACE, now)
        .map(proof -> known(token, proof, Optional.of(next.text())))
        .or(() ->
            rotations
                .justRotated(tenant, user, presented, now)
                .map(proof -> known(token, proof, Optional.empty())))
        .or(() -> rotations.dropStolen(tenant, user, presented, now).map(Recognition.Stolen::new))
        .orElseGet(Recognition.Unknown::new);
  }

  private static Recognition known(BrowserToken token, Instant proof, Optional<String> next) {
    return new Recognition.Known(token.series(), proof, next);
  }

  /// Remembers a browser on which a factor was proven just now.
  ///
  /// @param lasting how long at most, whether it is used or not
  /// @param replaced the series that it had before; it ends
  public Remembered remember(
      TenantId tenant,
      UserId user,
      Duration lasting,
      Optional<String> userAgent,
      Optional<String> place,
      Optional<UUID> replaced) {
    Instant now = clock.instant();
    replaced.ifPresent(old -> rows.delete(tenant, user, old));
    BrowserToken token = BrowserToken.draw(ids.next(), random);
    Browser browser =
        new Browser(token.series(), userAgent, place, now, now, now, now.plus(lasting));
    rows.insert(tenant, user, browser, hash(tenant, token));
    rows.deleteAllBut(tenant, user, MOST);
    return new Remembered(token.series(), token.text());
  }

  /// A user's remembered browsers, the newest first.
  public List<Browser> list(TenantId tenant, UserId user) {
    return rows.list(tenant, user, clock.instant());
  }

  /// Forgets one browser of a user; whether there was one.
  public boolean forget(TenantId tenant, UserId user, UUID browser) {
    return rows.delete(tenant, user, browser);
  }

  /// Forgets all browsers of a user.
  ///
  /// @return how many
  public int forgetAll(TenantId tenant, UserId user) {
    return rows.deleteAll(tenant, user);
  }

  private Hashed hash(TenantId tenant, BrowserToken token) {
    return vault.hashed(HashUse.BROWSER, tenant, token.seriesBytes(), token.secret());
  }

  private List<byte[]> candidates(TenantId tenant, BrowserToken token) {
    return vault.candidates(HashUse.BROWSER, tenant, token.seriesBytes(), token.secret());
  }
}
