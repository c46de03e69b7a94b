package io.tweestap.client.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.client.login.AnswerOutcome;
import io.tweestap.client.login.BeginOutcome;
import io.tweestap.client.login.Login;
import io.tweestap.client.login.LoginAnswer;
import io.tweestap.client.login.LoginEnrollment;
import io.tweestap.client.login.LoginResult;
import io.tweestap.client.login.LoginState;
import io.tweestap.client.login.LoginStep;
import io.tweestap.client.login.NewLogin;
import io.tweestap.client.policy.StepPurpose;
import io.tweestap.client.session.RememberedBrowser;
import io.tweestap.client.session.SessionState;
import io.tweestap.client.user.UserChange;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LoginsExampleTest extends ExampleTest {
  private String code = "";

  @Test
  void aLoginPasses() {
    tweestap.users().put("anna", UserChange.empty());
    code = app("anna").code();

    BeginOutcome begun = tweestap.logins().begin(NewLogin.of("anna", StepPurpose.LOGIN));
    String seen =
        switch (begun) {
          case BeginOutcome.Passed(Login login, LoginResult result) -> "welcome";
          case BeginOutcome.Challenge(Login login) -> typed(login);
          case BeginOutcome.Enroll(Login login, LoginEnrollment enrollment) -> "set up a factor";
          case BeginOutcome.Refused(Login login) -> "no login";
          case BeginOutcome.UnknownUser() -> "wrong password";
        };

    assertThat(seen).isEqualTo("welcome");
    Login login = ((BeginOutcome.Challenge) begun).login();
    UUID session = tweestap.logins().find(login.id()).orElseThrow().result().sessionId();
    aSessionIsAskedAndEnded(session);
  }

  private String typed(Login login) {
    UUID factor = login.options().getFirst().factorId();
    return switch (tweestap.logins().answer(login.id(), LoginAnswer.of(factor, code))) {
      case AnswerOutcome.Passed(Login passed, LoginResult result) -> "welcome";
      case AnswerOutcome.Wrong(int answersLeft) -> "wrong, " + answersLeft + " left";
      case AnswerOutcome.SlowedDown(Duration waitFor) -> "wait " + waitFor.toSeconds() + " s";
      case AnswerOutcome.AlreadyUsed() -> "used before: wait for the next code";
      case AnswerOutcome.ChallengeOver(String reason) -> "ask for a new code";
      case AnswerOutcome.NotUsable(String problem) -> "choose another factor";
      case AnswerOutcome.Continues(Login more) -> "now: " + more.next();
      case AnswerOutcome.WrongStep(LoginStep next) -> "first: " + next;
      case AnswerOutcome.ParametersIgnored() -> "use another app";
      case AnswerOutcome.DetailsChanged() -> "start again";
      case AnswerOutcome.Over(LoginState state) -> "start again";
    };
  }

  private void aSessionIsAskedAndEnded(UUID session) {
    boolean loggedIn =
        tweestap
            .sessions()
            .touch(session)
            .filter(it -> it.state() == SessionState.ACTIVE)
            .isPresent();
    assertThat(loggedIn).isTrue();
    assertThat(tweestap.sessions().list("anna")).hasSize(1);
    tweestap.sessions().end("anna", session);
    assertThat(tweestap.sessions().touch(session).orElseThrow().state())
        .isEqualTo(SessionState.ENDED);
    for (RememberedBrowser browser : tweestap.browsers().list("anna")) {
      tweestap.browsers().forget("anna", browser.id());
    }
    assertThat(tweestap.browsers().list("anna")).isEmpty();
  }
}
