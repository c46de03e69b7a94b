package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CheckTest extends VerificationTest {
  @Test
  @DisplayName("OOB-3, PSD-1: the right code is accepted once")
  void theRightCodeSucceedsOnce() {
    String id = started();
    String code = code(1);

    Answer first = check(id, code);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.json().path("state").asString()).isEqualTo("approved");
    assertThat(first.json().path("id").asString()).isEqualTo(id);

    Answer second = check(id, code);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("already_used");
  }

  @Test
  void spacesAndDashesBetweenTheDigitsDoNotMatter() {
    String id = started();
    String code = code(1);

    assertThat(check(id, " " + code.substring(0, 3) + "-" + code.substring(3) + " ").status())
        .isEqualTo(200);
  }

  @Test
  void aWrongCodeUsesUpOneCheck() {
    String id = started();
    String code = code(1);

    for (int left = 4; left >= 1; left--) {
      Answer refused = check(id, wrong(code));
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.code()).isEqualTo("wrong_code");
      assertThat(refused.json().path("checks_left").asInt()).isEqualTo(left);
    }
    assertThat(check(id, code).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("PSD-4, TXN-4: after five wrong codes not even the right one is accepted")
  void theFifthWrongCodeEndsIt() {
    String id = started();
    String code = code(1);
    for (int i = 0; i < 4; i++) {
      check(id, wrong(code));
    }

    assertThat(check(id, wrong(code)).code()).isEqualTo("too_many_checks");
    Answer late = check(id, code);
    assertThat(late.status()).isEqualTo(410);
    assertThat(late.code()).isEqualTo("too_many_checks");
    assertThat(state(id)).isEqualTo("too_many_checks");
  }

  @Test
  void aCodeOfAnotherLengthIsWrongAndNothingElse() {
    String id = started();

    assertThat(check(id, "1").code()).isEqualTo("wrong_code");
    assertThat(check(id, "12345678901234567890").code()).isEqualTo("wrong_code");
    assertThat(check(id, "ünïcödé").code()).isEqualTo("wrong_code");
    assertThat(check(id, "1".repeat(41)).code()).isEqualTo("invalid_field");
    assertThat(check(id, "").code()).isEqualTo("missing_field");
  }

  @Test
  @DisplayName("OOB-2: a code is refused from the moment on at which its life is over")
  void anExpiredCodeIsRefusedAndSaysSo() {
    String inTime = started();
    String code = code(1);
    advance(Duration.ofSeconds(299));
    assertThat(check(inTime, code).status()).isEqualTo(200);

    String late = started();
    String lateCode = code(2);
    advance(Duration.ofSeconds(300));
    Answer refused = check(late, lateCode);
    assertThat(refused.status()).isEqualTo(410);
    assertThat(refused.code()).isEqualTo("expired");
    assertThat(state(late)).isEqualTo("expired");
  }

  @Test
  void aCanceledCodeIsVoid() {
    String id = started();
    String code = code(1);

    assertThat(delete(tenant, "/v1/verifications/" + id).json().path("state").asString())
        .isEqualTo("canceled");

    assertThat(check(id, code).code()).isEqualTo("canceled");
    assertThat(delete(tenant, "/v1/verifications/" + id).status()).isEqualTo(200);
    assertThat(resend(id).code()).isEqualTo("canceled");
  }

  @Test
  void whatWasApprovedCannotBeCanceled() {
    String id = started();
    check(id, code(1));

    assertThat(delete(tenant, "/v1/verifications/" + id).code()).isEqualTo("already_used");
    assertThat(state(id)).isEqualTo("approved");
  }

  @Test
  @DisplayName("OOB-3: a code is bound to its own verification")
  void aCodeDoesNotFitAnotherVerification() {
    String one = started();
    String code = code(1);
    number = freshNumber();
    String other = started();

    if (!code(1).equals(code)) {
      assertThat(check(other, code).code()).isEqualTo("wrong_code");
    }
    assertThat(check(one, code).status()).isEqualTo(200);
  }

  @Test
  void anUnknownIdIsNotFound() {
    Answer unknown = check("018f0000-0000-7000-8000-000000000000", "123456");

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(check("nonsense", "123456").code()).isEqualTo("not_found");
  }

  @Test
  void aFinishedVerificationStaysReadableWithItsReason() {
    String id = started();
    check(id, code(1));

    Answer answer = get(tenant, "/v1/verifications/" + id);
    assertThat(answer.json().path("state").asString()).isEqualTo("approved");
    assertThat(answer.json().path("checks_used").asInt()).isEqualTo(1);
    assertThat(answer.json().path("sends_left").asInt()).isZero();
    assertThat(answer.json().has("finished_at")).isTrue();
    assertThat(answer.json().has("next_send_at")).isFalse();
  }

  private String state(String id) {
    return get(tenant, "/v1/verifications/" + id).json().path("state").asString();
  }
}
