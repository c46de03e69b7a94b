package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@DisplayName("A login is answered with any kind of factor, once")
class LoginKindsTest extends LoginFactorsTest {
  private static final int THREADS = 64;

  /// Fewer where each costs tens of milliseconds of hashing.
  private static final int SLOW_THREADS = 16;

  private static final String DETAILS =
      "\"details\":{\"amount\":\"49.95\",\"currency\":\"EUR\",\"payee\":\"Jansen Fietsen\"}";

  @Test
  @DisplayName("OOB-3, M1: a code by SMS; the number is masked, and the result says how")
  void aPhoneAnswersWithTheCodeThatWasSent() {
    FactorId phone = phone();
    JsonNode login = begun("");
    assertThat(login.at("/options/0/target").asString()).contains("*").doesNotContain(number);
    assertThat(login.at("/options/0/needs_challenge").asBoolean()).isTrue();
    String id = login.path("id").asString();

    JsonNode sent = challenged(id, phone);

    assertThat(sent.path("channel").asString()).isEqualTo("sms");
    Answer passed = answer(id, phone, code(2));
    assertThat(passed.json().at("/result/amr").valueStream().map(JsonNode::asString))
        .containsExactly("pwd", "mca", "sms", "mfa");
  }

  @Test
  @DisplayName("ASVS-6.6.2: a code that was sent for one login opens no other")
  void aCodeIsBoundToItsLogin() {
    FactorId phone = phone();
    String one = pending();
    String two = pending();
    String challenge = challenged(one, phone).path("challenge_id").asString();
    String code = code(2);

    assertThat(outcome(answer(two, phone, code))).isEqualTo("challenge_over");
    assertThat(outcome(answer(two, phone, code, "\"challenge_id\":\"" + challenge + "\"")))
        .isEqualTo("challenge_over");
    assertThat(outcome(answer(one, phone, code))).isEqualTo("passed");
  }

  @Test
  @DisplayName("PSD-8, TXN-1: amount and payee stand in the message of a payment")
  void aPaymentByPhoneNamesAmountAndPayee() {
    FactorId phone = phone();
    String id = id(begin("anna", "payment", DETAILS));
    challenged(id, phone);
    assertThat(text(2)).contains("EUR 49.95", "Jansen Fietsen");
    String code = code(2);

    assertThat(answer(id, phone, code, DETAILS.replace("49.95", "4995")).code())
        .isEqualTo("details_changed");
    assertThat(outcome(answer(id, phone, code, DETAILS))).isEqualTo("login_over");
  }

  @Test
  @DisplayName("PSD-9, M14: a device signs one payment, with a question that was drawn for it")
  void aDeviceAnswersAQuestion() {
    Device device = device();
    String id = id(begin("anna", "payment", DETAILS));
    JsonNode asked = challenged(id, device.id());

    Answer passed =
        answer(id, device.id(), device.response(asked.path("question").asString()), DETAILS);

    assertThat(outcome(passed)).as(passed.text()).isEqualTo("passed");
  }

  @Test
  @DisplayName("CS-2: another factor can be chosen at any time")
  void anotherFactorCanBeChosenAtAnyTime() {
    FactorId phone = phone();
    Device device = device();
    App app = app(anna);
    String id = pending();
    challenged(id, phone);
    String question = challenged(id, device.id()).path("question").asString();
    assertThat(outcome(answer(id, app.id(), wrong(app)))).isEqualTo("wrong_code");
    assertThat(outcome(answer(id, device.id(), "000000"))).isEqualTo("wrong_code");

    assertThat(outcome(answer(id, device.id(), device.response(question)))).isEqualTo("passed");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  @DisplayName("Race: of many answers with one code of any kind one passes the login")
  void manyAnswersPassALoginOnce(FactorKind kind) throws Exception {
    Ready ready = ready(kind);
    String login = pending();
    String code = ready.code().apply(login);
    int threads = isSlow(kind) ? SLOW_THREADS : THREADS;

    List<String> outcomes = Together.run(threads, () -> outcome(answer(login, ready.id(), code)));

    assertThat(outcomes).filteredOn("passed"::equals).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("kindsWithoutChallenge")
  @DisplayName("Race: one code of any kind passes one of many logins")
  void oneCodePassesOneOfManyLogins(FactorKind kind) throws Exception {
    Ready ready = ready(kind);
    String code = ready.code().apply("");
    var logins = new ConcurrentLinkedQueue<String>();
    for (int i = 0; i < SLOW_THREADS; i++) {
      logins.add(pending());
    }

    List<String> outcomes =
        Together.run(
            SLOW_THREADS,
            () -> outcome(answer(Objects.requireNonNull(logins.poll()), ready.id(), code)));

    assertThat(outcomes).filteredOn("passed"::equals).hasSize(1);
  }
}
