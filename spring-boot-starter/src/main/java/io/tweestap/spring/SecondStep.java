package io.tweestap.spring;

import io.tweestap.client.login.LoginResult;
import io.tweestap.client.login.SessionLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/// What was proven at the login, as the details of the user's [Authentication]. Whoever proved a
/// second factor has the authority [#AUTHORITY] as well, issued at that moment, which Spring
/// Security's own rules for multi-factor authentication understand.
public final class SecondStep extends WebAuthenticationDetails {
  /// Authority of a second factor that was proven. A remembered browser proves none.
  public static final String AUTHORITY = "FACTOR_TWEESTAP";

  private static final long serialVersionUID = 1;

  private final List<String> amr;
  private final String acr;
  private final Instant authTime;
  private final @Nullable UUID session;
  private final Instant endsAt;
  private final Duration idle;

  private SecondStep(
      HttpServletRequest request,
      LoginResult result,
      @Nullable UUID session,
      Instant endsAt,
      Duration idle) {
    super(request);
    this.amr = List.copyOf(result.amr());
    this.acr = result.acr();
    this.authTime = result.authTime();
    this.session = session;
    this.endsAt = endsAt;
    this.idle = idle;
  }

  /// What a login came to.
  static SecondStep of(
      HttpServletRequest request, SessionLimits usual, LoginResult result, Instant now) {
    Integer lifetime = result.sessionLifetimeSeconds();
    Integer idle = result.idleSeconds();
    return new SecondStep(
        request,
        result,
        result.sessionId(),
        now.plusSeconds(lifetime == null ? usual.lifetimeSeconds() : lifetime),
        Duration.ofSeconds(idle == null ? usual.idleSeconds() : idle));
  }

  /// What a later second step came to, in the session that was there before.
  static SecondStep again(HttpServletRequest request, LoginResult result, SecondStep before) {
    return new SecondStep(request, result, before.session, before.endsAt, before.idle);
  }

  /// What is known of a user's second step. Empty for somebody who was let in without.
  public static Optional<SecondStep> of(@Nullable Authentication authentication) {
    return authentication != null && authentication.getDetails() instanceof SecondStep step
        ? Optional.of(step)
        : Optional.empty();
  }

  /// How (RFC 8176): `pwd`, what the factors add, and `mfa` where both are there.
  public List<String> amr() {
    return amr;
  }

  /// The level that was reached: `urn:tweestap:acr:1` with one factor, `2` with two, `3` with two
  /// of which one withstands phishing.
  public String acr() {
    return acr;
  }

  /// When the last of it was proven.
  public Instant authTime() {
    return authTime;
  }

  /// Id of the session at Tweestap.
  public Optional<UUID> session() {
    return Optional.ofNullable(session);
  }

  /// When the user is logged out at the latest.
  public Instant endsAt() {
    return endsAt;
  }

  /// How long the user may do nothing before that.
  public Duration idle() {
    return idle;
  }

  /// The same user, of whom this is known now.
  Authentication with(Authentication user) {
    return user.toBuilder()
        .authorities(all -> {
          all.removeIf(one -> AUTHORITY.equals(one.getAuthority()));
          if (amr.contains("mfa")) {
            all.add(FactorGrantedAuthority.withAuthority(AUTHORITY).issuedAt(authTime).build());
          }
        })
        .details(this)
        .build();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SecondStep step
        && super.equals(other)
        && step.amr.equals(amr)
        && step.authTime.equals(authTime)
        && Objects.equals(step.session, session);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), authTime, session);
  }

  @Override
  public String toString() {
    return "SecondStep[" + acr + ", " + amr + ", " + authTime + "]";
  }
}
