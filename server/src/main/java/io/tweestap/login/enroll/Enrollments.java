package io.tweestap.login.enroll;

import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.login.Login;
import io.tweestap.login.Step;
import io.tweestap.login.StepOutcome;
import io.tweestap.login.jdbc.LoginRows;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.Users;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Setting up a factor on the way through a login, and the way back into an account.
///
/// A thief of the password must not enroll: a first factor needs a proof beside the password, as
/// the policy says ([SendProof], [ProveAddress]); a further one needs an answer with one that is
/// there, at most ten minutes old (CS-3, BND-3). Then a factor is begun and confirmed
/// ([EnrollInLogin]), or put off. At a password reset a code to an address comes first, and the
/// second factor after it all the same (REC-7).
@Service
public class Enrollments {
  private final LoginRows rows;
  private final Users users;
  private final SendProof sending;
  private final ProveAddress proving;
  private final EnrollInLogin enrolling;

  Enrollments(
      LoginRows rows,
      Users users,
      SendProof sending,
      ProveAddress proving,
      EnrollInLogin enrolling) {
    this.rows = rows;
    this.users = users;
    this.sending = sending;
    this.proving = proving;
    this.enrolling = enrolling;
  }

  /// Sends a code to a proven address of the user.
  ///
  /// @param step [Step#RECOVERY] or [Step#ENROLLMENT_PROOF]
  /// @param address one of those that the login names; empty: the first of them
  public ProofOutcome sendProof(TenantId tenant, UUID id, Step step, Optional<UUID> address) {
    return rows.find(tenant, id)
        .map(login -> sending.send(tenant, login, step, address))
        .orElseGet(ProofOutcome.NotFound::new);
  }

  /// Takes that code, or the one that staff handed out.
  public StepOutcome prove(TenantId tenant, UUID id, Step step, String code) {
    return rows.find(tenant, id)
        .map(login -> proving.prove(tenant, login, step, code))
        .orElseGet(StepOutcome.NotFound::new);
  }

  /// Whether a factor of this kind may be begun in the login now.
  public EnrollOutcome allow(TenantId tenant, UUID id, FactorKind kind) {
    Optional<Login> login = rows.find(tenant, id);
    if (login.isEmpty()) {
      return new EnrollOutcome.Refused(new StepOutcome.NotFound());
    }
    Optional<StepOutcome> refusal = enrolling.refusal(login.get(), kind);
    if (refusal.isPresent()) {
      return new EnrollOutcome.Refused(refusal.get());
    }
    return users
        .find(tenant, login.get().user())
        .<EnrollOutcome>map(user -> new EnrollOutcome.Allowed(user, login.get().visitor()))
        .orElseGet(() -> new EnrollOutcome.Refused(new StepOutcome.NotFound()));
  }

  /// Notes which factor was begun; another one takes its place.
  public void begun(TenantId tenant, UUID id, FactorId factor) {
    enrolling.begun(tenant, id, factor);
  }

  /// Confirms the factor that was begun, with its first code; the login passes by that.
  ///
  /// @param remember whether the user wants the browser remembered; after a further factor anew,
  ///   because any change of factors ends those that were
  public StepOutcome confirm(TenantId tenant, UUID id, String code, boolean remember) {
    Optional<Login> login = rows.find(tenant, id);
    if (login.isEmpty()) {
      return new StepOutcome.NotFound();
    }
    Optional<User> user = users.find(tenant, login.get().user());
    return user.map(who -> enrolling.confirm(tenant, login.get(), who, code, remember))
        .orElseGet(StepOutcome.NotFound::new);
  }

  /// Puts setting up a factor off; the login passes by that, with one factor.
  public StepOutcome skip(TenantId tenant, UUID id) {
    return rows.find(tenant, id)
        .map(login -> enrolling.skip(tenant, login))
        .orElseGet(StepOutcome.NotFound::new);
  }
}
