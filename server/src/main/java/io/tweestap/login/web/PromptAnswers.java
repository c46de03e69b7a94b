package io.tweestap.login.web;

import io.tweestap.login.Login;
import io.tweestap.login.LoginState;
import io.tweestap.login.Standing;
import io.tweestap.login.Step;
import io.tweestap.login.prompt.ClaimOutcome;
import io.tweestap.login.prompt.Claims;
import io.tweestap.login.prompt.Prompts;
import io.tweestap.operations.PublicAddress;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.TenantPages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What the API says of logins that are done on pages of ours.
@Component
class PromptAnswers {
  private static final String OPEN = "/prompt/open/";

  private final Prompts prompts;
  private final Claims claims;
  private final TenantPages pages;
  private final PublicAddress address;

  PromptAnswers(Prompts prompts, Claims claims, TenantPages pages, PublicAddress address) {
    this.prompts = prompts;
    this.claims = claims;
    this.pages = pages;
    this.address = address;
  }

  /// Where the browser is to come back to, as far as the tenant allows it.
  Optional<String> returnUrl(TenantId tenant, BeginBody body) {
    List<String> allowed = body.returnUrl() == null ? List.of() : pages.get(tenant).returnUrls();
    body.readState();
    return body.readReturnUrl(allowed);
  }

  /// A login that has begun; where something is asked for, with the address to send the browser to.
  LoginView begun(TenantId tenant, Standing standing, Optional<String> returnUrl, BeginBody body) {
    LoginView view = LoginView.of(standing);
    Login login = standing.login();
    if (returnUrl.isEmpty() || login.state() != LoginState.PENDING) {
      return view;
    }
    String token = prompts.begin(tenant, login, returnUrl.get(), body.readState());
    return view.at(address.get() + OPEN + token);
  }

  /// A login as it is read: of one that passed on our pages nothing is told before it is claimed.
  LoginView read(TenantId tenant, Standing standing) {
    LoginView view = LoginView.of(standing);
    boolean held =
        standing.login().state() == LoginState.PASSED
            && prompts.isUnclaimed(tenant, standing.login().id());
    return held ? view.unclaimed() : view;
  }

  /// Takes the result.
  ///
  /// @throws io.tweestap.shared.web.Problem unless it was taken
  LoginView claim(TenantId tenant, UUID id, String code) {
    return switch (claims.claim(tenant, id, code)) {
      case ClaimOutcome.Claimed(Standing standing) -> LoginView.of(standing);
      case ClaimOutcome.WrongCode() -> throw LoginProblems.wrongReturnCode();
      case ClaimOutcome.Before() -> throw LoginProblems.claimedBefore();
      case ClaimOutcome.NotYet(Step next) -> throw LoginProblems.notNow(next);
      case ClaimOutcome.Over(LoginState state) -> throw LoginProblems.over(state);
      case ClaimOutcome.NotFound() -> throw LoginProblems.notFound();
    };
  }
}
