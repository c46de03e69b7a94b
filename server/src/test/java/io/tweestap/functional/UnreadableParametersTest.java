package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@DisplayName("Invariant 5: a parameter that cannot be read stands in no log")
@ExtendWith(OutputCaptureExtension.class)
class UnreadableParametersTest extends ApiTest {
  private static final String NO_UTF_8 = "%FF";

  @Test
  void numberInAnAddressIsRefusedAndNotLogged(CapturedOutput output) {
    Answer answer = get(newTenant(), "/v1/verifications?to=%2B31612345671" + NO_UTF_8);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("bad_request");
    assertThat(output.getAll()).doesNotContain("31612345671").doesNotContain("ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/prompt/x/answer", "/account/leave"})
  void codeTypedByAnybodyIsRefusedAndNotLogged(String path, CapturedOutput output) {
    Answer answer =
        send(
            request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=x&code=737373" + NO_UTF_8)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(output.getAll()).doesNotContain("737373").doesNotContain("ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/prompt/x?lang=", "/account?lang=", "/docs?lang="})
  void pageThatCannotReadItsParametersDoesNotBreak(String path, CapturedOutput output) {
    assertThat(send(request(path + NO_UTF_8).GET()).status()).isBetween(200, 499);
    assertThat(output.getAll()).doesNotContain("ERROR");
  }

  @Test
  void nameThatTheFirewallRefusesIsABadRequest(CapturedOutput output) {
    assertThat(get(newTenant(), "/v1/audit?x%00737374=1").status()).isEqualTo(400);
    assertThat(output.getAll()).doesNotContain("737374").doesNotContain("ERROR");
  }
}
