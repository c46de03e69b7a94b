package io.tweestap.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.jwt.JwtInvalidException;
import com.google.crypto.tink.jwt.JwtValidator;
import com.google.crypto.tink.jwt.RawJwt;
import com.google.crypto.tink.jwt.VerifiedJwt;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.TokenKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/// Bearer tokens of the REST API: signed (JWT, RFC 7519; form of RFC 9068), good for 15 minutes.
///
/// A token that was found right is remembered for 30 seconds; after that its client is looked up
/// again. A client that is revoked on another node can go on for that long, on this node not at
/// all.
@Service
public class AccessTokens {
  /// How long a token is good for.
  public static final Duration LIFETIME = Duration.ofMinutes(15);

  private static final Duration REMEMBERED = Duration.ofSeconds(30);
  private static final int REMEMBERED_MAX = 20_000;
  private static final int LENGTH_MAX = 2_000;
  private static final String TYPE = "at+jwt";
  private static final String ISSUER = "tweestap";
  private static final String AUDIENCE = "tweestap-api";
  private static final String TENANT = "tid";
  private static final String SCOPE = "scope";

  private final TokenKeys keys;
  private final Clients clients;
  private final Clock clock;
  private final Ids ids;
  private final JwtValidator validator;
  private final Cache<Fingerprint, Verified> remembered;

  AccessTokens(TokenKeys keys, Clients clients, Clock clock, Ids ids) {
    this.keys = keys;
    this.clients = clients;
    this.clock = clock;
    this.ids = ids;
    this.validator =
        JwtValidator.newBuilder()
            .expectTypeHeader(TYPE)
            .expectIssuer(ISSUER)
            .expectAudience(AUDIENCE)
            .setClock(clock)
            .build();
    this.remembered =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED_MAX)
            .expireAfterWrite(REMEMBERED)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  private record Verified(Caller caller, Instant expiresAt) {}

  /// A token that carries this caller, good from now for [#LIFETIME].
  public String issue(Caller caller) {
    Instant now = clock.instant();
    RawJwt token =
        RawJwt.newBuilder()
            .setTypeHeader(TYPE)
            .setIssuer(ISSUER)
            .setAudience(AUDIENCE)
            .setSubject(caller.clientId())
            .addStringClaim(TENANT, caller.tenant().toString())
            .addStringClaim(SCOPE, text(caller.scopes()))
            .setIssuedAt(now)
            .setExpiration(now.plus(LIFETIME))
            .setJwtId(ids.next().toString())
            .build();
    return keys.sign(token);
  }

  /// The caller that a token carries; empty when the token is not one of ours, was altered, has
  /// expired, or its client was revoked. Scopes that the client has lost meanwhile are left out.
  public Optional<Caller> verify(String token) {
    if (token.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    Fingerprint key = Fingerprint.of(token);
    Verified known = remembered.getIfPresent(key);
    if (known == null) {
      known = verified(token).orElse(null);
      if (known == null) {
        return Optional.empty();
      }
      remembered.put(key, known);
    }
    return clock.instant().isBefore(known.expiresAt())
        ? Optional.of(known.caller())
        : Optional.empty();
  }

  @EventListener
  void forget(ClientRevoked revoked) {
    remembered
        .asMap()
        .values()
        .removeIf(known -> known.caller().clientId().equals(revoked.clientId()));
  }

  /// Scopes as they stand in a token and in the answer of the token endpoint (RFC 6749 3.3).
  public static String text(Set<Scope> scopes) {
    return scopes.stream().map(Scope::text).sorted().collect(Collectors.joining(" "));
  }

  private Optional<Verified> verified(String token) {
    return keys.verify(token, validator).flatMap(this::verified);
  }

  private Optional<Verified> verified(VerifiedJwt jwt) {
    try {
      Caller signed =
          new Caller(
              TenantId.of(jwt.getStringClaim(TENANT)),
              jwt.getSubject(),
              scopes(jwt.getStringClaim(SCOPE)));
      Instant expiresAt = jwt.getExpiration();
      return stillAllowed(signed).map(caller -> new Verified(caller, expiresAt));
    } catch (JwtInvalidException | IllegalArgumentException e) {
      throw new IllegalStateException("a token of ours lacks what every one has", e);
    }
  }

  private Optional<Caller> stillAllowed(Caller signed) {
    return clients
        .scopes(signed.tenant(), signed.clientId())
        .map(now -> new Caller(signed.tenant(), signed.clientId(), common(signed.scopes(), now)));
  }

  private static Set<Scope> common(Set<Scope> signed, Set<Scope> now) {
    return signed.stream().filter(now::contains).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<Scope> scopes(String text) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    Arrays.stream(text.split(" ")).map(Scope::of).forEach(scope -> scope.ifPresent(scopes::add));
    return scopes;
  }
}
