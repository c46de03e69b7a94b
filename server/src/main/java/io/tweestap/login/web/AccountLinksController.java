package io.tweestap.login.web;

import io.tweestap.login.account.AccountLinks;
import io.tweestap.login.account.LinkOutcome;
import io.tweestap.operations.PublicAddress;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.user.UserRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/users/{ref}/account-links`: the way of a user, who is logged in at the application, to the
/// pages where the second step is looked after. There is no Idempotency-Key here, which would keep
/// the secret for a day.
@RestController
class AccountLinksController {
  private final AccountLinks links;
  private final PublicAddress address;

  AccountLinksController(AccountLinks links, PublicAddress address) {
    this.links = links;
    this.address = address;
  }

  @PostMapping("/v1/users/{ref}/account-links")
  @RequiresScope(Scope.ACCOUNT_LINKS_WRITE)
  ResponseEntity<AccountLinkView> make(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @RequestBody(required = false) @Nullable AccountLinkBody body) {
    if (!UserRef.fits(ref)) {
      throw UsersOf.unknown();
    }
    AccountLinkBody asked = body == null ? AccountLinkBody.EMPTY : body;
    return answer(links.make(caller.tenant(), asked.read(new UserRef(ref)), caller.clientId()));
  }

  private ResponseEntity<AccountLinkView> answer(LinkOutcome outcome) {
    return switch (outcome) {
      case LinkOutcome.Made(String token, Instant until) ->
          ResponseEntity.status(HttpStatus.CREATED)
              .cacheControl(CacheControl.noStore())
              .body(new AccountLinkView(address.get() + "/account/open/" + token, until));
      case LinkOutcome.UnknownUser() -> throw UsersOf.unknown();
      case LinkOutcome.UserNotActive() ->
          throw Problem.of(
              ProblemCode.USER_NOT_ACTIVE,
              "The user is suspended or closed, and looks after nothing.");
      case LinkOutcome.ReturnUrlNotAllowed() ->
          throw Fields.invalid(
              "return_url",
              "is none of the tenant's: add it to return_urls with PATCH /v1/settings/pages."
                  + " It is compared whole, character by character");
      case LinkOutcome.NotProven() ->
          throw Fields.invalid(
              "proven_factor", "must be a login of this user that passed with a second factor");
      case LinkOutcome.ProofTooOld() ->
          throw Problem.of(
              ProblemCode.PROOF_TOO_OLD,
              "The factor was proven more than ten minutes ago. Leave proven_factor out: the pages"
                  + " ask for it when it is needed.");
    };
  }
}
