package io.tweestap.login.enroll;

import io.tweestap.limit.Limit;
import io.tweestap.login.Login;
import io.tweestap.login.LoginState;
import io.tweestap.login.Standings;
import io.tweestap.login.Step;
import io.tweestap.login.jdbc.ProofRows;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import io.tweestap.user.address.AddressKind;
import io.tweestap.user.address.UserAddress;
import io.tweestap.user.address.UserAddresses;
import io.tweestap.verification.NewVerification;
import io.tweestap.verification.Purpose;
import io.tweestap.verification.ResendOutcome;
import io.tweestap.verification.StartOutcome;
import io.tweestap.verification.Verification;
import io.tweestap.verification.Verifications;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Sends a code to an address that the user has proven before: the way back into an account, or
/// what shows that it is the user who sets up a first factor. Only the newest code of a login
/// counts.
@Component
class SendProof {
  private final Standings standings;
  private final UserAddresses addresses;
  private final Verifications verifications;
  private final ProofRows proofs;
  private final Clock clock;

  SendProof(
      Standings standings,
      UserAddresses addresses,
      Verifications verifications,
      ProofRows proofs,
      Clock clock) {
    this.standings = standings;
    this.addresses = addresses;
    this.verifications = verifications;
    this.proofs = proofs;
    this.clock = clock;
  }

  /// @param wished one of the addresses that the login names; empty: the first of them
  ProofOutcome send(TenantId tenant, Login login, Step step, Optional<UUID> wished) {
    if (login.state() != LoginState.PENDING) {
      return new ProofOutcome.Over(login.state());
    }
    if (login.next() != step) {
      return new ProofOutcome.NotNow(login.next());
    }
    if (step == Step.ENROLLMENT_PROOF && login.plan().proof() == FirstFactorProof.STAFF_CODE) {
      return new ProofOutcome.AskStaff();
    }
    return standings.addresses(tenant, login).stream()
        .filter(address -> wished.isEmpty() || wished.get().equals(address.id()))
        .findFirst()
        .map(address -> send(tenant, login, address))
        .orElseGet(ProofOutcome.NoAddress::new);
  }

  /// The same address again gets another code for the same verification, so that neither its checks
  /// nor the pause between two sends begin anew.
  private ProofOutcome send(TenantId tenant, Login login, UserAddress address) {
    Optional<UUID> running =
        login
            .proof()
            .filter(proof -> proof.address().equals(Optional.of(address.id())))
            .flatMap(Login.Proof::verification);
    return running
        .map(id -> again(tenant, login, address, id))
        .orElseGet(() -> first(tenant, login, address));
  }

  private ProofOutcome again(TenantId tenant, Login login, UserAddress address, UUID id) {
    return switch (verifications.resend(tenant, id, Optional.empty())) {
      case ResendOutcome.Resent(Verification verification, _, _) -> sent(verification);
      case ResendOutcome.TooEarly(Duration wait) -> new ProofOutcome.TooMany(wait);
      case ResendOutcome.Blocked(Duration wait) -> new ProofOutcome.TooMany(wait);
      case ResendOutcome.RateLimited(Limit limit, Duration wait) ->
          new ProofOutcome.RateLimited(limit, wait);
      case ResendOutcome.Finished _, ResendOutcome.NotFound _ -> first(tenant, login, address);
      case ResendOutcome.Unpaid _ -> new ProofOutcome.NotPossible("insufficient_credit");
      case ResendOutcome.TooManySends() -> new ProofOutcome.NotPossible("too_many_sends");
      case ResendOutcome.ChannelNotAllowed _ -> new ProofOutcome.NotPossible("channel_not_allowed");
      case ResendOutcome.ChannelNotAvailable _ ->
          new ProofOutcome.NotPossible("channel_not_available");
    };
  }

  private ProofOutcome first(TenantId tenant, Login login, UserAddress address) {
    Optional<String> whole = addresses.reveal(tenant, login.user(), address.id());
    if (whole.isEmpty()) {
      return new ProofOutcome.NoAddress();
    }
    return switch (verifications.start(tenant, verification(login, address, whole.get()))) {
      case StartOutcome.Started(Verification verification, _, _) ->
          tied(tenant, login, address, verification);
      case StartOutcome.Blocked(Duration wait) -> new ProofOutcome.TooMany(wait);
      case StartOutcome.RateLimited(Limit limit, Duration wait) ->
          new ProofOutcome.RateLimited(limit, wait);
      case StartOutcome.Unpaid _ -> new ProofOutcome.NotPossible("insufficient_credit");
      case StartOutcome.ChannelNotAvailable _ ->
          new ProofOutcome.NotPossible("channel_not_available");
      case StartOutcome.ChannelNotAllowed _ -> new ProofOutcome.NotPossible("channel_not_allowed");
      case StartOutcome.CountryNotAllowed _ -> new ProofOutcome.NotPossible("country_not_allowed");
      case StartOutcome.SenderNotAllowed _ -> new ProofOutcome.NotPossible("sender_not_allowed");
      case StartOutcome.CostlyNumber _ -> new ProofOutcome.NotPossible("number_type_not_allowed");
      case StartOutcome.InvalidNumber _ -> new ProofOutcome.NotPossible("invalid_number");
      case StartOutcome.InvalidAddress _ -> new ProofOutcome.NotPossible("invalid_address");
      case StartOutcome.TtlOverCap _, StartOutcome.TemplateNotUsable _ ->
          throw new IllegalStateException("neither was asked for");
    };
  }

  private NewVerification verification(Login login, UserAddress address, String whole) {
    boolean mail = address.kind() == AddressKind.EMAIL;
    return new NewVerification(
        whole,
        mail ? Channel.EMAIL : Channel.SMS,
        purpose(login, mail),
        Optional.of(login.locale()),
        NewVerification.CODE_LENGTH_DEFAULT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        login.visitor().counted(),
        Map.of("login", login.id().toString()));
  }

  private static Purpose purpose(Login login, boolean mail) {
    if (login.plan().recovery()) {
      return Purpose.RECOVERY;
    }
    return mail ? Purpose.CONTACT : Purpose.LOGIN;
  }

  private ProofOutcome tied(
      TenantId tenant, Login login, UserAddress address, Verification verification) {
    Login.Proof proof =
        new Login.Proof(
            Optional.of(verification.id()),
            Optional.of(address.id()),
            Standings.kind(address),
            Optional.empty());
    if (!proofs.proofSent(tenant, login.id(), proof, clock.instant())) {
      verifications.cancel(tenant, verification.id());
      return new ProofOutcome.Over(LoginState.CANCELED);
    }
    login
        .proof()
        .flatMap(Login.Proof::verification)
        .ifPresent(old -> verifications.cancel(tenant, old));
    return sent(verification);
  }

  private static ProofOutcome sent(Verification verification) {
    return new ProofOutcome.Sent(
        verification.channel(),
        verification.to(),
        verification.nextSendAt(),
        verification.expiresAt());
  }
}
