package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResendTest extends VerificationTest {
  @Test
  @DisplayName("OOB-6: a resend makes a new code; the old one is void")
  void theOldCodeIsVoidAfterAResend() {
    String id = started();
    String old = code(1);
    advance(Duration.ofSeconds(30));

    Answer again = resend(id);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().path("sends_used").asInt()).isEqualTo(2);
    String code = code(2);
    if (!old.equals(code)) {
      assertThat(check(id, old).code()).isEqualTo("wrong_code");
    }
    assertThat(check(id, code).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("OOB-4: a resend gives no new checks")
  void checksThatWereUsedStayUsed() {
    String id = started();
    String code = code(1);
    check(id, wrong(code));
    check(id, wrong(code));
    advance(Duration.ofSeconds(30));

    assertThat(resend(id).json().path("checks_left").asInt()).isEqualTo(3);
    String next = code(2);
    assertThat(check(id, wrong(next)).json().path("checks_left").asInt()).isEqualTo(2);
  }

  @Test
  void theWaitGrowsWithEverySendAndIsTold() {
    String id = started();
    for (int wait : new int[] {30, 60, 120, 120}) {
      Answer early = resend(id);
      assertThat(early.status()).isEqualTo(429);
      assertThat(early.code()).isEqualTo("too_early");
      assertThat(early.header("Retry-After")).isEqualTo("" + wait);

      advance(Duration.ofSeconds(wait));
      assertThat(resend(id).status()).isEqualTo(200);
    }
    advance(Duration.ofSeconds(120));
    assertThat(resend(id).code()).isEqualTo("too_many_sends");
  }

  @Test
  void anotherChannelToTheSameAddressCanBeChosen() {
    String id = started();
    text(1);
    advance(Duration.ofSeconds(30));

    Answer call = post(tenant, path(id), "{\"channel\": \"voice\"}");

    assertThat(call.json().path("channel").asString()).isEqualTo("voice");
    assertThat(text(2)).contains("Once more");
  }

  @Test
  void aChannelThatDoesNotFitTheAddressIsRefused() {
    String id = started();
    advance(Duration.ofSeconds(30));

    assertThat(post(tenant, path(id), "{\"channel\": \"email\"}").code())
        .isEqualTo("channel_not_allowed");
    assertThat(post(tenant, path(id), "{\"channel\": \"pigeon\"}").code())
        .isEqualTo("unknown_channel");
  }

  @Test
  void aResendNeedsNoBody() {
    String id = started();
    advance(Duration.ofSeconds(30));

    Answer again =
        send(authorized(tenant, path(id)).POST(java.net.http.HttpRequest.BodyPublishers.noBody()));

    assertThat(again.status()).isEqualTo(200);
  }

  @Test
  void whatIsOverCannotBeSentAgain() {
    String id = started();
    check(id, code(1));
    assertThat(resend(id).code()).isEqualTo("already_used");

    String late = started();
    advance(Duration.ofMinutes(5));
    assertThat(resend(late).code()).isEqualTo("expired");
    assertThat(resend("018f0000-0000-7000-8000-000000000000").code()).isEqualTo("not_found");
  }

  @Test
  void twoResendsAtOnceSendOneCode() throws Exception {
    String id = started();
    text(1);
    advance(Duration.ofSeconds(30));

    var answers = Together.run(8, () -> resend(id).status());

    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 429).hasSize(7);
    text(2);
    assertThat(messages().path("data").size()).isEqualTo(2);
  }

  private static String path(String id) {
    return "/v1/verifications/" + id + "/resend";
  }
}
