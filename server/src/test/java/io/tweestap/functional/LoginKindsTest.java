package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.ocra.OcraBinding;
import io.tweestap.factor.pass.TemporaryPasses;
import io.tweestap.factor.phone.PhoneBinding;
import io.tweestap.factor.recovery.RecoveryCodes;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.ocra.Ocra;
import io.tweestap.otp.ocra.OcraInput;
import io.tweestap.otp.ocra.OcraSuite;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@DisplayName("A login is answered with any kind of factor, once")
class LoginKindsTest extends LoginTest {
  private static final int THREADS = 64;
  private static final int SLOW_THREADS = 16;
  private static final OcraSuite PLAIN = OcraSuite.parse("OCRA-1:HOTP-SHA1-6:QN08");
  private static final String DETAILS =
      "\"details\":{\"amount\":\"49.95\",\"currency\":\"EUR\",\"payee\":\"Jansen Fietsen\"}";

  @Autowired private PhoneBinding phones;
  @Autowired private OcraBinding devices;
  @Autowired private RecoveryCodes recoveryCodes;
  @Autowired private TemporaryPasses passes;

  private TenantId tenantId() {
    return tenant.tenant().id();
  }

  private FactorId phone() {
    var wish =
        new PhoneBinding.Wish(
            "mobile", number, List.of(Channel.SMS, Channel.VOICE), Optional.empty());
    var begun = (PhoneBinding.Outcome.Begun) phones.begin(tenantId(), anna, wish, By.SYSTEM);
    confirmed(begun.id(), code(1));
    advance(Duration.ofSeconds(1));
    return begun.id();
  }

  /// A device whose secret the test knows.
  private record Device(FactorId id, OtpSecret secret) {
    String response(String question) {
      return new Ocra(PLAIN).response(secret, OcraInput.question(question));
    }
  }

  private Device device() {
    OtpSecret secret = OtpSecret.generate(random);
    var wish =
        new OcraBinding.Wish(
            "reader",
            PLAIN,
            Optional.of(secret),
            Optional.empty(),
            0,
            Optional.empty(),
            "enrolled",
            Optional.empty());
    var begun = (OcraBinding.Outcome.Begun) devices.begin(tenantId(), anna, wish, By.SYSTEM);
    Device device = new Device(begun.id(), secret);
    confirmed(begun.id(), device.response(begun.question()));
    return device;
  }

  private void confirmed(FactorId id, String code) {
    assertThat(
            confirmations.confirm(
                tenantId(), anna, id, io.tweestap.factor.Answer.of(code), By.SYSTEM))
        .isInstanceOf(AnswerOutcome.Right.class);
  }

  private JsonNode challenged(String login, FactorId factor) {
    Answer answer =
        post(tenant, "/v1/logins/" + login + "/challenges", "{\"factor_id\":\"" + factor + "\"}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  private void oneOfManyPasses(String login, FactorId factor, String code) throws Exception {
    List<String> outcomes = Together.run(THREADS, () -> outcome(answer(login, factor, code)));
    assertThat(outcomes).filteredOn("passed"::equals).hasSize(1);
  }

  /// Fewer than elsewhere: each costs tens of milliseconds of hashing.
  private void oneOfManyLoginsPasses(FactorId factor, String code) throws Exception {
    var logins = new ConcurrentLinkedQueue<String>();
    for (int i = 0; i < SLOW_THREADS; i++) {
      logins.add(pending());
    }
    List<String> outcomes =
        Together.run(
            SLOW_THREADS,
            () -> outcome(answer(Objects.requireNonNull(logins.poll()), factor, code)));
    assertThat(outcomes).filteredOn("passed"::equals).hasSize(1);
  }

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

  @RepeatedTest(2)
  @DisplayName("Race: a code by SMS passes a login once")
  void aPhoneRace() throws Exception {
    FactorId phone = phone();
    String id = pending();
    challenged(id, phone);

    oneOfManyPasses(id, phone, code(2));
  }

  @RepeatedTest(2)
  @DisplayName("Race: the response of a device passes a login once")
  void aDeviceRace() throws Exception {
    Device device = device();
    String id = pending();
    String question = challenged(id, device.id()).path("question").asString();

    oneOfManyPasses(id, device.id(), device.response(question));
  }

  @RepeatedTest(2)
  @DisplayName("Race: one recovery code passes one of many logins")
  void aRecoveryCodeRace() throws Exception {
    app(anna);
    var made =
        (RecoveryCodes.Outcome.Made) recoveryCodes.make(tenantId(), anna, "paper", By.SYSTEM);

    oneOfManyLoginsPasses(made.id(), made.codes().getFirst());
  }

  @RepeatedTest(2)
  @DisplayName("Race: a temporary pass passes one of many logins")
  void aTemporaryPassRace() throws Exception {
    app(anna);
    var made =
        (TemporaryPasses.Outcome.Made)
            passes.make(
                tenantId(),
                anna,
                passes.draw(tenantId()).orElseThrow(),
                Duration.ofHours(1),
                "system");

    oneOfManyLoginsPasses(made.id(), made.code());
  }
}
