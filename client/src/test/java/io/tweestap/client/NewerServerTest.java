package io.tweestap.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.client.factor.FactorKind;
import io.tweestap.client.factor.NewFactor;
import io.tweestap.client.login.BeginOutcome;
import io.tweestap.client.login.Login;
import io.tweestap.client.login.NewLogin;
import io.tweestap.client.policy.StepPurpose;
import io.tweestap.client.user.User;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A server that knows more than this client.
class NewerServerTest {
  private final FakeServer server = new FakeServer();
  private final Tweestap tweestap = server.client();

  @AfterEach
  void stop() {
    tweestap.close();
    server.close();
  }

  @Test
  void aNewFieldIsLeftOutAndANewValueIsUnknown() {
    server.then(
        200,
        Answers.PASSED
            .replace("\"state\":\"passed\"", "\"state\":\"pending\",\"mood\":{\"is\":[1]}")
            .replace("\"decision\":\"pass\"", "\"decision\":\"challenge\",\"next\":\"dance\"")
            .replace(
                "\"options\":[]",
                "\"options\":[{\"factor_id\":\"01a20e1e-2bdb-7d78-9ece-81e8d5a74621\","
                    + "\"kind\":\"telepathy\",\"name\":\"Mind\",\"preferred\":true}]"));
    Login login =
        ((BeginOutcome.Challenge) tweestap.logins().begin(NewLogin.of("anna", StepPurpose.LOGIN)))
            .login();
    assertThat(login.options().getFirst().kind()).isEqualTo(FactorKind.UNKNOWN);
    assertThat(login.next()).hasToString("unknown");
  }

  @Test
  void whatIsUnknownIsNeverSent() {
    assertThatThrownBy(() -> NewFactor.of(FactorKind.UNKNOWN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void listsThatAreMissingAreEmpty() {
    server.then(200, "{\"ref\":\"anna\"}");
    User anna = tweestap.users().find("anna").orElseThrow();
    assertThat(anna.groups()).isEmpty();
    assertThat(anna.addresses()).isEmpty();
  }

  @Test
  void aStateThatIsUnknownLetsNobodyIn() {
    server.then(200, Answers.PASSED.replace("\"state\":\"passed\"", "\"state\":\"blessed\""));
    assertThatThrownBy(() -> tweestap.logins().begin(NewLogin.of("anna", StepPurpose.LOGIN)))
        .isInstanceOf(TweestapUnavailable.class);
  }

  /// The decision says what the policy wanted, the state what has come of it.
  @Test
  void aDecisionToPassLetsNobodyInWhileTheLoginIsPending() {
    server.then(200, Answers.PASSED.replace("\"state\":\"passed\"", "\"state\":\"pending\""));
    assertThat(tweestap.logins().begin(NewLogin.of("anna", StepPurpose.PASSWORD_RESET)))
        .isInstanceOf(BeginOutcome.Challenge.class);
  }

  @Test
  void whatIsNoJsonIsUnavailableAndNotRepeatedInTheMessage() {
    server.then(200, "<html>123456 secret page</html>");
    assertThatThrownBy(() -> tweestap.logins().find(new UUID(1, 2)))
        .isInstanceOf(TweestapUnavailable.class)
        .hasMessageNotContaining("123456");
  }

  @Test
  void aProxyThatRefusesIsARefusalWithoutACode() {
    server.then(403, "<html>forbidden</html>");
    assertThatThrownBy(() -> tweestap.logins().find(new UUID(1, 2)))
        .isInstanceOfSatisfying(
            RequestRefused.class, e -> assertThat(e.problem().status()).isEqualTo(403));
  }

  @Test
  void aRedirectIsNotFollowed() {
    server.then(302, "");
    assertThatThrownBy(() -> tweestap.logins().find(new UUID(1, 2)))
        .isInstanceOf(TweestapUnavailable.class)
        .hasMessageContaining("302");
  }
}
