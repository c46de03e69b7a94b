package io.tweestap.client.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.client.Channel;
import io.tweestap.client.message.Estimate;
import io.tweestap.client.message.MessageFilter;
import io.tweestap.client.message.MessageState;
import io.tweestap.client.verification.CheckOutcome;
import io.tweestap.client.verification.NewVerification;
import io.tweestap.client.verification.NextAction;
import io.tweestap.client.verification.Purpose;
import io.tweestap.client.verification.StartOutcome;
import io.tweestap.client.verification.Verification;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationsExampleTest extends ExampleTest {
  @Test
  void aCodeIsSentAndChecked() {
    NewVerification asked = NewVerification.of("+31612345678", Channel.SMS, Purpose.LOGIN);
    if (tweestap.verifications().start(asked) instanceof StartOutcome.Started(Verification it)) {
      String seen =
          switch (tweestap.verifications().check(it.id(), typed(it))) {
            case CheckOutcome.Approved(Instant at) -> "welcome";
            case CheckOutcome.Wrong(int checksLeft, List<NextAction> next) ->
                "wrong, " + checksLeft + " left";
            case CheckOutcome.Expired() -> "too late";
            case CheckOutcome.AlreadyUsed() -> "used before";
            case CheckOutcome.Canceled() -> "taken back";
            case CheckOutcome.TooManyChecks() -> "typed too often";
            case CheckOutcome.DetailsChanged() -> "not what was confirmed";
          };
      show(seen);
    }
    assertThat(shown).containsExactly("welcome");
    shown.clear();
    handsetsAreRead();
    messagesAreListed();
  }

  private static String typed(Verification it) {
    return codeAt("+31612345678");
  }

  private void handsetsAreRead() {
    tweestap.sandbox().messages("+31612345678").forEach(message -> show(message.text().value()));
    assertThat(shown).isNotEmpty();
    assertThat(tweestap.sandbox().handsets()).isNotEmpty();
    tweestap.sandbox().clear("+31612345678");
    assertThat(tweestap.sandbox().messages("+31612345678")).isEmpty();
  }

  private void messagesAreListed() {
    shown.clear();
    tweestap
        .messages()
        .list(MessageFilter.all().state(MessageState.FAILED))
        .forEach(message -> log(message.to() + ": " + message.lastError()));
    assertThat(shown).isEmpty();
    assertThat(tweestap.messages().list(MessageFilter.all()))
        .anySatisfy(message ->
            assertThat(tweestap.messages().find(message.id()).orElseThrow().id())
                .isEqualTo(message.id()));
    Estimate estimate = tweestap.messages().estimate("9–10 o’clock");
    assertThat(estimate.forcedBy()).extracting("codePoint").containsExactly("U+2013", "U+2019");
    assertThat(estimate.replaced().orElseThrow().text()).isEqualTo("9-10 o'clock");
  }

  private void log(String text) {
    show(text);
  }
}
