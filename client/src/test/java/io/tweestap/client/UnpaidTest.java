package io.tweestap.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.client.message.NewMessages;
import io.tweestap.client.message.SendOutcome;
import io.tweestap.client.verification.NewVerification;
import io.tweestap.client.verification.Purpose;
import io.tweestap.client.verification.ResendOutcome;
import io.tweestap.client.verification.StartOutcome;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the credit does not pay for is an outcome, whatever is sent.
class UnpaidTest {
  private final FakeServer server = new FakeServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"402, insufficient_credit", "422, no_price", "422, trial_restricted"})
  void whatIsNotPaidIsAnOutcomeOfItsOwn(int status, String code) {
    String problem = "{\"code\":\"%s\",\"detail\":\"Pay.\"}".formatted(code);
    server.then(status, problem).then(status, problem).then(status, problem);
    try (Tweestap tweestap = server.client()) {
      assertThat(
              tweestap
                  .verifications()
                  .start(NewVerification.of("+31612345678", Channel.SMS, Purpose.LOGIN)))
          .isEqualTo(new StartOutcome.Unpaid(code, "Pay."));
      assertThat(tweestap.verifications().resend(UUID.randomUUID()))
          .isEqualTo(new ResendOutcome.Unpaid(code, "Pay."));
      assertThat(tweestap.messages().send(NewMessages.of("+31612345678", "Hi")))
          .isEqualTo(new SendOutcome.Unpaid(code, "Pay."));
    }
  }
}
