package io.tweestap.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.client.login.BeginOutcome;
import io.tweestap.client.login.LoginAnswer;
import io.tweestap.client.login.NewLogin;
import io.tweestap.client.policy.StepPurpose;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What must not get into anybody's log by way of this client.
class SecretsTest {
  /// Names of components that hold something to log in with.
  private static final Set<String> SECRET =
      Set.of(
          "secret",
          "password",
          "codes",
          "pairingCode",
          "otpauthUri",
          "qrSvg",
          "browserToken",
          "promptUrl",
          "clientSecret",
          "recoveryCodes");

  @Test
  void whatASecretIsCalledIsASecret() throws IOException {
    List<String> bare =
        Sources.classes().stream()
            .filter(Class::isRecord)
            .flatMap(type -> List.of(type.getRecordComponents()).stream())
            .filter(part -> SECRET.contains(part.getName()))
            .filter(part -> !part.getGenericType().getTypeName().contains(Secret.class.getName()))
            .map(SecretsTest::name)
            .toList();
    assertThat(bare).isEmpty();
  }

  private static String name(RecordComponent part) {
    return part.getDeclaringRecord().getSimpleName() + "." + part.getName();
  }

  @Test
  void aRequestShowsNamesOnly() {
    assertThat(NewLogin.of("anna", StepPurpose.LOGIN).browserToken("br-1"))
        .hasToString("NewLogin[user, purpose, browser_token]");
    assertThat(LoginAnswer.of(new UUID(1, 2), "493817"))
        .hasToString("LoginAnswer[factor_id, code]");
  }

  @Test
  void anAnswerShowsNoSecret() {
    try (FakeServer server = new FakeServer();
        Tweestap tweestap = server.client()) {
      server.then(200, Answers.PASSED);
      BeginOutcome passed = tweestap.logins().begin(NewLogin.of("anna", StepPurpose.LOGIN));
      assertThat(passed.toString()).contains("Secret of 10").doesNotContain("br-token-1");
    }
    assertThat(Secret.of("hush"))
        .hasToString("Secret of 4 characters")
        .isEqualTo(Secret.of("hush"));
  }
}
