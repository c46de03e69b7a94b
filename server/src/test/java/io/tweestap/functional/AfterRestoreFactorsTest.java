package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.By;
import io.tweestap.factor.FactorAnswers;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.kind.Judgment;
import io.tweestap.operations.VoidOpen.Asked;
import io.tweestap.operations.restore.VoidAll;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// Shares the server of [AfterRestoreTest].
@TestPropertySource(properties = "spring.application.name=after-restore")
@DisplayName("What factors of a restored database were asked is over, and they can be asked again")
class AfterRestoreFactorsTest extends LoginFactorsTest {
  private static final String FACTORS = "/v1/users/anna/factors";

  @Autowired private VoidAll open;
  @Autowired private FactorAnswers answers;

  private void restored() {
    open.run(new Asked(clock.instant(), false, false), (_, _) -> {});
  }

  @Test
  @DisplayName("A phone's code that was right and not counted yet is not right any more")
  void aCodeToAPhoneIsSpent() {
    FactorId phone = phone();
    UUID challenge = UUID.fromString(challenge(phone).path("challenge_id").asString());
    var typed =
        new io.tweestap.factor.Answer(
            code(2), Optional.of(challenge), Optional.empty(), Optional.empty());
    assertThat(answers.judge(tenantId(), anna.id(), phone, typed).judgment())
        .isInstanceOf(Judgment.Right.class);

    restored();

    assertThat(answers.answer(tenantId(), anna, phone, typed, By.SYSTEM))
        .isInstanceOf(AnswerOutcome.AlreadyUsed.class);
    advance(Duration.ofSeconds(60));
    JsonNode again = challenge(phone);
    assertThat(verify(phone, again, code(3)).status()).isEqualTo(200);
  }

  @Test
  void aCodeOnItsWayToAPhoneIsWithdrawn() {
    FactorId phone = phone();
    JsonNode sent = challenge(phone);
    String code = code(2);

    restored();

    Answer late = verify(phone, sent, code);
    assertThat(late.code()).isEqualTo("challenge_over");
    assertThat(late.json().path("reason").asString()).isEqualTo("canceled");
  }

  @Test
  void aQuestionToADeviceCannotBeAnsweredAndTheNextOneCan() {
    Device device = device();
    JsonNode asked = challenge(device.id());

    restored();

    assertThat(verify(device, asked).code()).isEqualTo("already_used");
    assertThat(verify(device, challenge(device.id())).status()).isEqualTo(200);
  }

  @Test
  void aFactorThatWasBegunCannotBeConfirmedAndConfirmedOnesStay() {
    App confirmed = app(anna);
    App begun = appOf(post(tenant, FACTORS, "{\"kind\":\"totp\"}"));
    TestTenant mine = tenant;
    tenant = otherTenant();
    App theirs = app(user("anna", mail));

    restored();

    advance(Duration.ofSeconds(60));
    assertThat(outcome(answer(pending(), theirs.id(), code(theirs)))).isEqualTo("passed");
    tenant = mine;
    assertThat(confirm(begun).code()).isEqualTo("not_found");
    assertThat(outcome(answer(pending(), confirmed.id(), code(confirmed)))).isEqualTo("passed");
    App next = appOf(post(tenant, FACTORS, "{\"kind\":\"totp\"}"));
    assertThat(confirm(next).status()).isEqualTo(200);
  }

  private JsonNode challenge(FactorId factor) {
    Answer asked = post(tenant, FACTORS + "/" + factor + "/challenges", "{}");
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);
    return asked.json();
  }

  private Answer verify(Device device, JsonNode asked) {
    return verify(device.id(), asked, device.response(asked.path("question").asString()));
  }

  private Answer verify(FactorId factor, JsonNode asked, String code) {
    return post(
        tenant,
        FACTORS + "/" + factor + "/verify",
        "{\"code\":\"%s\",\"challenge_id\":\"%s\"}"
            .formatted(code, asked.path("challenge_id").asString()));
  }

  private Answer confirm(App app) {
    return post(tenant, FACTORS + "/" + app.id() + "/confirm", "{\"code\":\"" + code(app) + "\"}");
  }
}
