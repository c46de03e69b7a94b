package io.tweestap.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.client.TransactionDetails;
import io.tweestap.client.login.LoginResult;
import io.tweestap.client.login.SessionLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/// What lies in the session can move to another node with it.
class SessionContentTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private final Authentication anna =
      UsernamePasswordAuthenticationToken.authenticated(
          "anna", null, AuthorityUtils.createAuthorityList("ROLE_CUSTOMER"));

  @Test
  void aSecondStepUnderWayMoves() throws Exception {
    TransactionDetails details = TransactionDetails.batch("149.95", "EUR", List.of("A", "B"));
    Pending pending =
        new Pending(
            Pending.Kind.TRANSACTION, new UUID(1, 2), Pending.newState(), anna, details, "/paid");
    assertThat(moved(pending)).isEqualTo(pending);
    assertThat(pending.toString()).doesNotContain(pending.state());
  }

  @Test
  void aUserWhoPassedMoves() throws Exception {
    LoginResult result =
        new LoginResult(
            List.of("pwd", "otp", "mfa"), "urn:tweestap:acr:2", NOW, new UUID(3, 4), 7200, 600);
    SecondStep step =
        SecondStep.of(new MockHttpServletRequest(), new SessionLimits(86400, 3600), result, NOW);
    Authentication passed = step.with(anna);
    Authentication there = (Authentication) moved(passed);
    assertThat(SecondStep.of(there)).contains(step);
    assertThat(SecondStep.of(there).orElseThrow().endsAt()).isEqualTo(NOW.plusSeconds(7200));
    assertThat(there.getAuthorities()).isEqualTo(passed.getAuthorities());
  }

  private static Object moved(Object value) throws IOException, ClassNotFoundException {
    var bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(value);
    return new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
  }
}
