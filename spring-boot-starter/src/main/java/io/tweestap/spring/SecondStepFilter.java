package io.tweestap.spring;

import io.tweestap.client.TweestapException;
import io.tweestap.client.login.ClaimOutcome;
import io.tweestap.client.login.Login;
import io.tweestap.client.login.LoginResult;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/// Logs a user in whose second step has passed: when the browser comes back from the hosted prompt,
/// or at once where none was needed. Here, and nowhere before, the session gets its user and
/// another id.
final class SecondStepFilter extends AbstractAuthenticationProcessingFilter {
  private static final String NAME = SecondStepFilter.class.getName();

  private final SecondSteps steps;
  private final Unavailable unavailable;
  private final Clock clock;
  private SessionAuthenticationStrategy sessions = new NullAuthenticatedSessionStrategy();

  SecondStepFilter(SecondSteps steps, Unavailable unavailable, Clock clock) {
    super(
        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, TweestapProperties.BACK));
    this.steps = steps;
    this.unavailable = unavailable;
    this.clock = clock;
  }

  @Override
  public void setSessionAuthenticationStrategy(SessionAuthenticationStrategy strategy) {
    super.setSessionAuthenticationStrategy(strategy);
    sessions = strategy;
  }

  /// The filter that a request went through.
  static SecondStepFilter of(HttpServletRequest request) {
    if (request.getAttribute(NAME) instanceof SecondStepFilter filter) {
      return filter;
    }
    throw new IllegalStateException("no form login with a second step guards " + request);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    request.setAttribute(NAME, this);
    super.doFilter(request, response, chain);
  }

  /// The browser comes back. That proves nothing: the result is taken from Tweestap, once, with
  /// what only this browser brings, for the login that this session began.
  @Override
  public @Nullable Authentication attemptAuthentication(
      HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Pending pending =
        Pending.find(request)
            .filter(it -> it.is(request.getParameter("login_id"), request.getParameter("state")))
            .orElseThrow(() -> new SecondStepException("not a login of this session"));
    Pending.forget(request);
    String code = request.getParameter("return_code");
    if (code == null) {
      throw new SecondStepException("came back without a code");
    }
    Optional<ClaimOutcome.Passed> passed;
    try {
      passed = steps.claim(pending, code, response);
    } catch (TweestapException e) {
      unavailable.write(request, response, e);
      return null;
    }
    if (passed.isEmpty()) {
      return notPassed(request, response, pending);
    }
    return concluded(request, response, pending, passed.get());
  }

  /// A transaction goes on where its page says that it was not confirmed; nobody is logged out.
  private static @Nullable Authentication notPassed(
      HttpServletRequest request, HttpServletResponse response, Pending pending)
      throws IOException {
    if (pending.kind() == Pending.Kind.TRANSACTION) {
      response.sendRedirect(request.getContextPath() + pending.next());
      return null;
    }
    throw new SecondStepException("the second step did not pass");
  }

  private @Nullable Authentication concluded(
      HttpServletRequest request,
      HttpServletResponse response,
      Pending pending,
      ClaimOutcome.Passed taken)
      throws IOException {
    return switch (pending.kind()) {
      case LOGIN -> proven(request, pending.authentication(), taken.login(), taken.result());
      case STEP_UP -> {
        Authentication present =
            present(pending, SecurityContextHolder.getContext().getAuthentication());
        steps.endFurtherSession(present.getName(), taken.result());
        yield upgraded(request, present, taken.result());
      }
      case TRANSACTION -> {
        present(pending, SecurityContextHolder.getContext().getAuthentication());
        Transactions.confirmed(request, pending);
        response.sendRedirect(request.getContextPath() + pending.next());
        yield null;
      }
    };
  }

  /// Whoever began it must still be logged in.
  static Authentication present(Pending pending, @Nullable Authentication now) {
    if (now == null || !now.getName().equals(pending.authentication().getName())) {
      throw new SecondStepException("somebody else is logged in by now");
    }
    return now;
  }

  /// A user who has passed.
  Authentication proven(
      HttpServletRequest request, Authentication password, Login login, LoginResult result) {
    return SecondStep.of(request, login.session(), result, clock.instant()).with(password);
  }

  /// A user who has passed again.
  Authentication upgraded(HttpServletRequest request, Authentication present, LoginResult result) {
    SecondStep step =
        SecondStep.of(present)
            .map(before -> SecondStep.again(request, result, before))
            .orElseThrow(() -> new SecondStepException("let in without a second step"));
    return step.with(present);
  }

  /// Logs the user in and sends the browser on.
  void succeed(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      Authentication user)
      throws IOException, ServletException {
    sessions.onAuthentication(user, request, response);
    successfulAuthentication(request, response, chain, user);
  }

  /// Tells the user that the policies refuse the login.
  void refuse(HttpServletRequest request, HttpServletResponse response, String why)
      throws IOException, ServletException {
    unsuccessfulAuthentication(request, response, new SecondStepException(why, true));
  }

  @Override
  protected void successfulAuthentication(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      Authentication user)
      throws IOException, ServletException {
    Pending.forget(request);
    SecondStep.of(user).ifPresent(step -> limit(request, step));
    super.successfulAuthentication(request, response, chain, user);
  }

  /// The container ends a session that is idle for longer than the policy allows.
  private void limit(HttpServletRequest request, SecondStep step) {
    SessionGuard.checkedNow(request, clock.instant());
    Duration idle = step.idle();
    int present = request.getSession().getMaxInactiveInterval();
    int wanted = (int) Math.min(idle.toSeconds(), Integer.MAX_VALUE);
    if (wanted > 0 && (present <= 0 || wanted < present)) {
      request.getSession().setMaxInactiveInterval(wanted);
    }
  }
}
