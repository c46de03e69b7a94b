package io.tweestap.spring;

import io.tweestap.client.RequestRefused;
import io.tweestap.client.Secret;
import io.tweestap.client.TransactionDetails;
import io.tweestap.client.Tweestap;
import io.tweestap.client.TweestapException;
import io.tweestap.client.TweestapUnavailable;
import io.tweestap.client.login.BeginOutcome;
import io.tweestap.client.login.ClaimOutcome;
import io.tweestap.client.login.Login;
import io.tweestap.client.login.LoginEnrollment;
import io.tweestap.client.login.LoginResult;
import io.tweestap.client.login.NewLogin;
import io.tweestap.client.policy.StepPurpose;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;

/// Begins second steps at Tweestap and takes their results. Who is called is a matter of the
/// application: the name of its [Authentication] is the user's reference at Tweestap.
final class SecondSteps {
  private static final Logger LOG = LoggerFactory.getLogger(SecondSteps.class);

  private final Tweestap tweestap;
  private final TweestapProperties properties;
  private final TweestapUsers users;
  private final BrowserCookie cookie;

  SecondSteps(Tweestap tweestap, TweestapProperties properties, TweestapUsers users) {
    this.tweestap = tweestap;
    this.properties = properties;
    this.users = users;
    this.cookie = new BrowserCookie(properties.browserCookie());
  }

  /// After the password.
  ///
  /// @throws io.tweestap.client.TweestapException when it cannot be begun
  Begun login(HttpServletRequest request, HttpServletResponse response, Authentication user) {
    NewLogin asked = asked(request, user, StepPurpose.LOGIN);
    asked = cookie.read(request).map(asked::browserToken).orElse(asked);
    return begin(request, response, asked, new Wish(Pending.Kind.LOGIN, user, null, null));
  }

  /// Once more, for somebody who is logged in. A remembered browser does not stand in, and the
  /// login counts as risky, so that it is asked whatever the policy says of usual ones.
  ///
  /// @throws io.tweestap.client.TweestapException when it cannot be begun
  Begun again(HttpServletRequest request, HttpServletResponse response, Authentication user) {
    NewLogin asked = asked(request, user, StepPurpose.LOGIN).risky(true);
    return begin(request, response, asked, new Wish(Pending.Kind.STEP_UP, user, null, null));
  }

  /// For a transaction of somebody who is logged in.
  ///
  /// @param next where it goes on
  /// @throws io.tweestap.client.TweestapException when it cannot be begun
  Begun transaction(
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication user,
      TransactionDetails details,
      String next) {
    NewLogin asked = asked(request, user, StepPurpose.PAYMENT).details(details);
    Wish wish = new Wish(Pending.Kind.TRANSACTION, user, details, next);
    return begin(request, response, asked, wish);
  }

  /// Why a second step is begun.
  private record Wish(
      Pending.Kind kind,
      Authentication user,
      @Nullable TransactionDetails details,
      @Nullable String next) {
    Pending pending(Login login, String state) {
      return new Pending(kind, login.id(), state, user, details, next);
    }
  }

  private NewLogin asked(HttpServletRequest request, Authentication user, StepPurpose purpose) {
    // A link-local address carries the name of a network card, which is no part of it.
    NewLogin asked =
        NewLogin.of(user.getName(), purpose).ip(request.getRemoteAddr().split("%", 2)[0]);
    String language = request.getLocale().getLanguage();
    asked = language.isEmpty() ? asked : asked.locale(language);
    String agent = request.getHeader("User-Agent");
    asked = agent == null ? asked : asked.userAgent(agent);
    String application = properties.application();
    return application == null ? asked : asked.application(application);
  }

  private Begun begin(
      HttpServletRequest request, HttpServletResponse response, NewLogin asked, Wish wish) {
    String state = Pending.newState();
    NewLogin sent =
        properties.page() == null ? asked.returnUrl(properties.returnUrl()).state(state) : asked;
    return switch (beginKnown(sent, wish.user())) {
      case BeginOutcome.Passed(Login login, LoginResult result) -> {
        cookie.write(login, response);
        yield new Begun.Passed(login, result);
      }
      case BeginOutcome.Challenge(Login login) -> away(request, response, wish, login, state);
      case BeginOutcome.Enroll(Login login, LoginEnrollment enrollment) ->
          away(request, response, wish, login, state);
      case BeginOutcome.Refused(Login login) -> new Begun.Refused("refused: " + login.reasons());
      case BeginOutcome.UnknownUser() -> new Begun.Refused("Tweestap does not know the user");
    };
  }

  private BeginOutcome beginKnown(NewLogin asked, Authentication user) {
    BeginOutcome begun = tweestap.logins().begin(asked);
    if (begun instanceof BeginOutcome.UnknownUser && properties.createUsers()) {
      tweestap.users().put(user.getName(), users.describe(user));
      return tweestap.logins().begin(asked);
    }
    return begun;
  }

  private Begun away(
      HttpServletRequest request,
      HttpServletResponse response,
      Wish wish,
      Login login,
      String state) {
    cookie.write(login, response);
    wish.pending(login, state).keep(request);
    String page = properties.page();
    if (page != null) {
      return new Begun.Away(request.getContextPath() + page);
    }
    Secret prompt = login.promptUrl();
    if (prompt == null) {
      throw new TweestapUnavailable("a login without a prompt", null);
    }
    return new Begun.Away(prompt.value());
  }

  /// Takes the result of a login that the browser comes back from.
  ///
  /// @return empty when nobody is to be let in
  /// @throws io.tweestap.client.TweestapException when it is not known
  Optional<ClaimOutcome.Passed> claim(
      Pending pending, String returnCode, HttpServletResponse response) {
    return switch (claimed(pending, returnCode)) {
      case ClaimOutcome.Passed passed -> {
        cookie.write(passed.login(), response);
        yield Optional.of(passed);
      }
      case ClaimOutcome.WrongCode() -> Optional.empty();
      case ClaimOutcome.ClaimedBefore() -> Optional.empty();
      case ClaimOutcome.NotYet(var next) -> Optional.empty();
      case ClaimOutcome.Over(var state) -> Optional.empty();
    };
  }

  /// A code of any other form is somebody's attempt, and no failure of the server's.
  private ClaimOutcome claimed(Pending pending, String returnCode) {
    try {
      return tweestap.logins().claim(pending.login(), returnCode);
    } catch (RequestRefused e) {
      if (e.code().equals("invalid_field") || e.code().equals("not_found")) {
        return new ClaimOutcome.WrongCode();
      }
      throw e;
    }
  }

  /// Who proved a second factor again stays in the session that was there before.
  void endFurtherSession(String user, LoginResult result) {
    UUID further = result.sessionId();
    if (further != null) {
      try {
        tweestap.sessions().end(user, further);
      } catch (TweestapException e) {
        LOG.warn("a session that nobody uses ends by itself", e);
      }
    }
  }

  /// Keeps the browser's new token after a login on a page of the application.
  void keepBrowser(Login login, HttpServletResponse response) {
    cookie.write(login, response);
  }
}
