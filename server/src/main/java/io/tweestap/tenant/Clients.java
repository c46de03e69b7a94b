package io.tweestap.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Hashed;
import io.tweestap.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The API clients of tenants: made, checked and revoked. Secrets are made here (256 bits), shown
/// once and kept as a keyed hash (LUS-3).
///
/// A right secret is remembered for ten seconds: a client that is revoked on another node can go on
/// for that long with HTTP Basic, on this node not at all.
@Service
public class Clients {
  private static final String SECRET_PREFIX = "tws_";
  private static final int SECRET_BYTES = 32;
  private static final Duration REMEMBERED = Duration.ofSeconds(10);
  private static final int REMEMBERED_MAX = 10_000;

  /// Stands in for an id that is not one, so that it costs the same look-up and the same hash.
  private static final ClientId NOBODY =
      ClientId.withTail(new TenantId(new UUID(0, 0)), "00000000");

  private final ClientRows rows;
  private final Vault vault;
  private final SecureRandom random;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Cache<Fingerprint, Caller> remembered;

  Clients(
      ClientRows rows,
      Vault vault,
      SecureRandom random,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.vault = vault;
    this.random = random;
    this.events = events;
    this.transaction = transaction;
    this.remembered =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED_MAX)
            .expireAfterWrite(REMEMBERED)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /// Makes a client of an existing tenant.
  ///
  /// @param label what the tenant calls it, 1 to 100 characters
  public NewClient create(TenantId tenant, String label, Set<Scope> scopes) {
    return create(ClientId.draw(tenant, random), label, scopes);
  }

  NewClient create(ClientId id, String label, Set<Scope> scopes) {
    byte[] drawn = new byte[SECRET_BYTES];
    random.nextBytes(drawn);
    String secret = SECRET_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    transaction.executeWithoutResult(_ -> {
      rows.insert(id.tenant(), id.text(), hashed(id, secret), scopes, label);
      events.publishEvent(new ClientCreated(id.tenant(), id.text(), scopes));
    });
    return new NewClient(id.text(), secret, scopes);
  }

  /// The caller behind a client id and its secret, with all scopes of the client. Empty for an
  /// unknown client, a wrong secret and a revoked client, after the same work in each case.
  public Optional<Caller> authenticate(String clientId, String secret) {
    Optional<ClientId> parsed = ClientId.parse(clientId);
    ClientId id = parsed.orElse(NOBODY);
    Optional<ClientRows.Row> row = rows.find(id.tenant(), id.text());
    byte[] stored = row.map(ClientRows.Row::secretHash).orElseGet(() -> new byte[32]);
    boolean right = matches(id, secret, stored);
    Optional<ClientRows.Row> ours =
        row.filter(found -> right && parsed.isPresent() && !found.revoked());
    ours.ifPresent(found -> keepUnderPrimaryKey(id, secret, found));
    if (row.isPresent() && parsed.isPresent() && ours.isEmpty()) {
      events.publishEvent(new ClientRefused(id.tenant(), id.text()));
    }
    return ours.map(found -> new Caller(id.tenant(), id.text(), found.scopes()));
  }

  /// As [#authenticate], remembered for ten seconds: for credentials that come with every request.
  public Optional<Caller> authenticateOften(String clientId, String secret) {
    Fingerprint key = Fingerprint.of(clientId, secret);
    Caller known = remembered.getIfPresent(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Caller> caller = authenticate(clientId, secret);
    caller.ifPresent(right -> remembered.put(key, right));
    return caller;
  }

  /// The scopes of a client at this moment; empty when it is unknown or revoked.
  Optional<Set<Scope>> scopes(TenantId tenant, String clientId) {
    return rows.find(tenant, clientId).filter(row -> !row.revoked()).map(ClientRows.Row::scopes);
  }

  /// Ends a client for good. False when there is no such client or it was revoked before.
  public boolean revoke(TenantId tenant, String clientId) {
    boolean revoked =
        Boolean.TRUE.equals(
            transaction.execute(_ -> {
              boolean ended = rows.revoke(tenant, clientId);
              if (ended) {
                events.publishEvent(new ClientEnded(tenant, clientId));
              }
              return ended;
            }));
    remembered.asMap().values().removeIf(caller -> caller.clientId().equals(clientId));
    events.publishEvent(new ClientRevoked(tenant, clientId));
    return revoked;
  }

  /// Compares with the hash under every key, without stopping at the first that fits.
  private boolean matches(ClientId id, String secret, byte[] stored) {
    boolean right = false;
    for (byte[] candidate :
        vault.candidates(HashUse.CLIENT_SECRET, id.tenant(), bytes(id.text()), bytes(secret))) {
      right |= MessageDigest.isEqual(candidate, stored);
    }
    return right;
  }

  /// After the keys were rotated the old one is needed only until each client came by once.
  private void keepUnderPrimaryKey(ClientId id, String secret, ClientRows.Row row) {
    Hashed now = hashed(id, secret);
    if (now.keyId() != row.keyId()) {
      rows.rehash(id.tenant(), id.text(), row.keyId(), now);
    }
  }

  private Hashed hashed(ClientId id, String secret) {
    return vault.hashed(HashUse.CLIENT_SECRET, id.tenant(), bytes(id.text()), bytes(secret));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
