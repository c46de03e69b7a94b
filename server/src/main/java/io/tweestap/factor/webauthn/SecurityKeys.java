package io.tweestap.factor.webauthn;

import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.bind.BindOutcome;
import io.tweestap.factor.bind.Bindings;
import io.tweestap.factor.bind.NewFactor;
import io.tweestap.factor.jdbc.FactorRows;
import io.tweestap.factor.kind.Parameters;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Begins security keys and passkeys: the browser is asked to make one, and its response, given
/// like a code, confirms the factor.
@Service
public class SecurityKeys {
  private final Bindings bindings;
  private final FactorRows factors;
  private final KeyCreation creation;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SecurityKeys(
      Bindings bindings,
      FactorRows factors,
      KeyCreation creation,
      TransactionTemplate transaction,
      Clock clock) {
    this.bindings = bindings;
    this.factors = factors;
    this.creation = creation;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// What became of it.
  public sealed interface Outcome {
    /// It waits for the response of the browser.
    ///
    /// @param publicKey `PublicKeyCredentialCreationOptionsJSON` of WebAuthn Level 3
    /// @param challengeUntil until when the browser may respond
    /// @param until when the pending key is given up
    record Begun(
        FactorId id, UUID challenge, String publicKey, Instant challengeUntil, Instant until)
        implements Outcome {}

    /// The user has as many factors as allowed.
    record TooMany(int most) implements Outcome {}
  }

  /// Writes a pending key and draws its challenge.
  ///
  /// @param name what the user calls it
  /// @param expiresAt its end; empty: it has none
  public Outcome begin(
      TenantId tenant, User user, String name, Optional<Instant> expiresAt, By by) {
    NewFactor asked =
        new NewFactor(
            FactorKind.WEBAUTHN,
            name,
            "enrolled",
            Optional.empty(),
            Parameters.NONE,
            -1,
            expiresAt);
    return transaction.execute(_ ->
        switch (bindings.begin(tenant, user, asked, by)) {
          case BindOutcome.Begun(FactorId id, Instant until) ->
              creation.options(tenant, user, id, until);
          case BindOutcome.TooMany(int most) -> new Outcome.TooMany(most);
          case BindOutcome.Bound bound -> throw new IllegalStateException("begun, not " + bound);
        });
  }

  /// Draws another challenge for a key that is still pending, as when its page is opened again; the
  /// one before is not answered any more.
  ///
  /// @return empty when there is no such pending key
  public Optional<Outcome.Begun> again(TenantId tenant, User user, FactorId id) {
    return factors
        .find(tenant, user.id(), id)
        .filter(stored -> stored.kind() == FactorKind.WEBAUTHN && stored.isPending())
        .filter(stored -> !stored.isGivenUp(clock.instant()))
        .flatMap(StoredFactor::pendingUntil)
        .map(until -> creation.options(tenant, user, id, until));
  }
}
