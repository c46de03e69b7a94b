package io.tweestap.user.web;

import io.tweestap.audit.Actor;
import io.tweestap.idempotency.web.Idempotent;
import io.tweestap.shared.Channel;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.user.User;
import io.tweestap.user.Users;
import io.tweestap.user.address.AddressKind;
import io.tweestap.user.address.AddressProofs;
import io.tweestap.user.address.ProofOutcome;
import io.tweestap.user.address.UserAddress;
import io.tweestap.verification.CheckOutcome;
import io.tweestap.verification.StartOutcome;
import io.tweestap.verification.Verification;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/users/{ref}/addresses/{id}`: a user proves to read what is sent to an address (REC-3).
@RestController
@RequestMapping("/v1/users/{ref}/addresses/{id}")
class AddressesController {
  private final Users users;
  private final AddressProofs proofs;
  private final Idempotent idempotent;

  AddressesController(Users users, AddressProofs proofs, Idempotent idempotent) {
    this.users = users;
    this.proofs = proofs;
    this.idempotent = idempotent;
  }

  @PostMapping("/verify")
  @RequiresScope(Scope.USERS_WRITE)
  ResponseEntity<?> verify(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable VerifyBody body,
      HttpServletRequest request) {
    User user = UsersController.find(users, caller, ref);
    Optional<Channel> channel = body == null ? Optional.empty() : body.readChannel();
    return idempotent.answer(
        caller,
        request,
        body,
        HttpStatus.CREATED,
        () -> begun(proofs.begin(caller.tenant(), user, id, channel)));
  }

  private static AddressProofView begun(ProofOutcome outcome) {
    return switch (outcome) {
      case ProofOutcome.Begun(UserAddress address, Verification verification) ->
          AddressProofView.of(address, verification);
      case ProofOutcome.OtherKind(AddressKind kind, Channel channel) ->
          throw UserProblems.otherKind(kind, channel);
      case ProofOutcome.NotSent(StartOutcome why) -> throw UserProblems.notSent(why);
      case ProofOutcome.NotFound() -> throw UserProblems.noAddress();
      case ProofOutcome.Proven _, ProofOutcome.NotAccepted _, ProofOutcome.Overtaken _ ->
          throw new IllegalStateException("not an outcome of a start: " + outcome);
    };
  }

  @PostMapping("/confirm")
  @RequiresScope(Scope.USERS_WRITE)
  AddressView confirm(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @PathVariable UUID id,
      @RequestBody ConfirmBody body) {
    User user = UsersController.find(users, caller, ref);
    String actor = Actor.client(caller.clientId());
    return switch (proofs.confirm(caller.tenant(), user, id, body.readCode(), actor)) {
      case ProofOutcome.Proven(UserAddress address) -> AddressView.of(address);
      case ProofOutcome.NotAccepted(CheckOutcome why) -> throw UserProblems.notAccepted(why);
      case ProofOutcome.Overtaken() -> throw UserProblems.overtaken();
      case ProofOutcome.NotFound() -> throw UserProblems.noAddress();
      case ProofOutcome.Begun _, ProofOutcome.OtherKind _, ProofOutcome.NotSent _ ->
          throw new IllegalStateException("not an outcome of a confirmation");
    };
  }
}
