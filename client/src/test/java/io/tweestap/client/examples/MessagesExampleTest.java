package io.tweestap.client.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.client.message.AcceptedMessages;
import io.tweestap.client.message.MessageFilter;
import io.tweestap.client.message.MessagePriority;
import io.tweestap.client.message.MessageRecipient;
import io.tweestap.client.message.MessageState;
import io.tweestap.client.message.NewMessages;
import io.tweestap.client.message.SendOutcome;
import io.tweestap.client.message.SendOutcome.BadRecipient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagesExampleTest extends ExampleTest {
  private final Instant tomorrow = now().plus(Duration.ofDays(1));

  @Test
  void aBatchIsSentLaterAndWithdrawn() {
    NewMessages reminder =
        NewMessages.of(
                List.of(
                    MessageRecipient.of("+31612345678").variables(Map.of("time", "9:15")),
                    MessageRecipient.of("+31612345679").variables(Map.of("time", "10:00"))),
                "We expect you at {time}.")
            .sendAt(tomorrow)
            .validity(Duration.ofHours(1));
    String seen =
        switch (tweestap.messages().send(reminder)) {
          case SendOutcome.Accepted(AcceptedMessages it) -> it.messages().size() + " accepted";
          case SendOutcome.BadRecipients(List<BadRecipient> errors, int failed) ->
              failed + " to correct: " + errors.getFirst().detail();
          case SendOutcome.ChannelNotAvailable() -> "no carrier";
          case SendOutcome.RateLimited(Duration waitFor, String limit) -> "later: " + limit;
        };
    show(seen);
    assertThat(shown).containsExactly("2 accepted");
    withdrawn();
  }

  private void withdrawn() {
    var found = tweestap.messages().list(MessageFilter.all().to("+31612345679").since(now()));
    var first = found.stream().findFirst().orElseThrow();
    assertThat(tweestap.messages().cancel(first.id())).isTrue();
    var batch = tweestap.messages().cancelBatch(first.about());
    assertThat(batch.states()).containsEntry(MessageState.CANCELED, 2);
    assertThat(tweestap.messages().batch(batch.id()).orElseThrow().messages()).isEqualTo(2);
    assertThat(tweestap.messages().redact(first.id()).to()).isEqualTo("redacted");
  }

  @Test
  void whatIsWrongIsToldByRecipient() {
    var wrong =
        NewMessages.of(
                List.of(MessageRecipient.of("+31612345678"), MessageRecipient.of("061")), "Sale!")
            .reference("autumn")
            .sender("Example")
            .priority(MessagePriority.MARKETING)
            .metadata(Map.of("campaign", "autumn"));
    assertThat(tweestap.messages().send(NewMessages.of("061", "Sale!")))
        .isInstanceOfSatisfying(
            SendOutcome.BadRecipients.class,
            bad -> assertThat(bad.errors()).extracting("code").containsExactly("invalid_number"));
    assertThat(wrong.toString()).doesNotContain("31612345678");
  }
}
