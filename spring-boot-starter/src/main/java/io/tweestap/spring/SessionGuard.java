package io.tweestap.spring;

import io.tweestap.client.Tweestap;
import io.tweestap.client.TweestapException;
import io.tweestap.client.session.SessionState;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends a session when its time is over, or when it was ended at Tweestap: by the user elsewhere,
/// by staff, by another password. A session that is there goes on while Tweestap cannot be reached,
/// up to its own end.
final class SessionGuard extends OncePerRequestFilter implements LogoutHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SessionGuard.class);
  private static final String CHECKED = SessionGuard.class.getName();

  private final Tweestap tweestap;
  private final Duration every;
  private final Clock clock;

  SessionGuard(Tweestap tweestap, Duration every, Clock clock) {
    this.tweestap = tweestap;
    this.every = every;
    this.clock = clock;
  }

  static void checkedNow(HttpServletRequest request, Instant now) {
    request.getSession().setAttribute(CHECKED, now);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    Optional<SecondStep> step =
        session == null
            ? Optional.empty()
            : SecondStep.of(SecurityContextHolder.getContext().getAuthentication());
    if (session != null && step.isPresent() && isOver(request, session, step.get())) {
      session.invalidate();
      SecurityContextHolder.clearContext();
      SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
    }
    chain.doFilter(request, response);
  }

  private boolean isOver(HttpServletRequest request, HttpSession session, SecondStep step) {
    Instant now = clock.instant();
    if (!now.isBefore(step.endsAt())) {
      return true;
    }
    boolean checked =
        session.getAttribute(CHECKED) instanceof Instant at && now.isBefore(at.plus(every));
    if (checked || step.session().isEmpty()) {
      return false;
    }
    checkedNow(request, now);
    return isEnded(step);
  }

  private boolean isEnded(SecondStep step) {
    try {
      return tweestap
          .sessions()
          .touch(step.session().orElseThrow())
          .filter(found -> found.state() == SessionState.ACTIVE)
          .isEmpty();
    } catch (TweestapException e) {
      LOG.warn("Tweestap did not say whether a session goes on", e);
      return false;
    }
  }

  /// The user logs out: the session ends at Tweestap as well, if it can be reached.
  @Override
  public void logout(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication user) {
    if (user != null) {
      SecondStep.of(user)
          .flatMap(SecondStep::session)
          .ifPresent(session -> end(user.getName(), session));
    }
  }

  private void end(String user, UUID session) {
    try {
      tweestap.sessions().end(user, session);
    } catch (TweestapException e) {
      LOG.warn("Tweestap was not told of a logout; the session ends there by itself", e);
    }
  }
}
