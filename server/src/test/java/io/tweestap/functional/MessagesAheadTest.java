package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.operations.Chore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// A message outlives the partition of the week in which it was written. A server of its own: its
/// clock leaps.
@TestPropertySource(properties = "spring.application.name=messages-ahead")
class MessagesAheadTest extends VerificationTest {
  @Autowired private List<Chore> chores;

  @Test
  @DisplayName("A message written 89 days ahead is sent, and its record stays 30 days after that")
  void aMessageWrittenAheadIsSentWhenItIsDue() {
    String other = freshNumber();
    String now = send(other, "");
    await().until(() -> state(now).equals("accepted"));
    String ahead =
        send(number, ",\"send_at\":\"%s\"".formatted(clock.instant().plus(Duration.ofDays(89))));

    weeksPass(12);
    assertThat(state(now)).as("its month is over").isEmpty();
    assertThat(state(ahead)).isEqualTo("queued");

    clock.advance(Duration.ofDays(5));
    assertThat(text(1)).isEqualTo("Hi");
    await().until(() -> state(ahead).equals("accepted"));

    weeksPass(4);
    assertThat(state(ahead)).as("its month is not over").isEqualTo("accepted");
    weeksPass(3);
    assertThat(state(ahead)).isEmpty();
  }

  /// As when the server runs all the while.
  private void weeksPass(int weeks) {
    for (int week = 0; week < weeks; week++) {
      clock.advance(Duration.ofDays(7));
      chores.stream().filter(chore -> chore.name().equals("partitions")).forEach(Chore::run);
    }
  }

  private String send(String to, String more) {
    return post(tenant, "/v1/messages", "{\"to\":\"%s\",\"text\":\"Hi\"%s}".formatted(to, more))
        .json()
        .at("/messages/0/id")
        .asString();
  }

  private String state(String id) {
    return get(tenant, "/v1/messages/" + id).json().path("state").asString("");
  }
}
