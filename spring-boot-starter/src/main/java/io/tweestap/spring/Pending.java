package io.tweestap.spring;

import io.tweestap.client.TransactionDetails;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.keygen.KeyGenerators;

/// A second step under way, kept in the HTTP session and nowhere a rule of Spring Security looks.
///
/// @param kind what it is for
/// @param login id of the login at Tweestap
/// @param state random, given to the hosted prompt and expected back
/// @param authentication of the user: after the password for a login, else the present one
/// @param details of a transaction; missing otherwise
/// @param next where a transaction goes on; missing otherwise
record Pending(
    Kind kind,
    UUID login,
    String state,
    Authentication authentication,
    @Nullable TransactionDetails details,
    @Nullable String next)
    implements Serializable {
  private static final String NAME = Pending.class.getName();

  /// What a second step is for.
  enum Kind {
    LOGIN,
    STEP_UP,
    TRANSACTION
  }

  static String newState() {
    byte[] random = KeyGenerators.secureRandom(32).generateKey();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /// Keeps it in the browser's session, under a new id: whoever knew the old one is left behind.
  void keep(HttpServletRequest request) {
    HttpSession session = request.getSession();
    if (!session.isNew()) {
      request.changeSessionId();
    }
    request.getSession().setAttribute(NAME, this);
  }

  static Optional<Pending> find(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(NAME) instanceof Pending pending
        ? Optional.of(pending)
        : Optional.empty();
  }

  static void forget(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(NAME);
    }
  }

  /// Whether a browser that comes back belongs to it.
  boolean is(@Nullable String loginId, @Nullable String givenState) {
    return loginId != null
        && givenState != null
        && same(login.toString(), loginId)
        && same(state, givenState);
  }

  private static boolean same(String ours, String given) {
    return MessageDigest.isEqual(
        ours.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /// Without the state.
  @Override
  public String toString() {
    return "Pending[" + kind + ", " + login + "]";
  }
}
