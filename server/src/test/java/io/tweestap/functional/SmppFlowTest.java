package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.testkit.smsc.Delivery;
import io.tweestap.testkit.smsc.FakeSmsc;
import io.tweestap.testkit.smsc.SmscAnswer;
import io.tweestap.testkit.smsc.SubmitSm;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A code goes out over a link that the settings name, and what the operator reports comes back.
class SmppFlowTest extends ApiTest {
  private static final FakeSmsc SMSC = new FakeSmsc();

  private final String number = VerificationTest.freshNumber();

  @DynamicPropertySource
  static void link(DynamicPropertyRegistry settings) {
    settings.add("tweestap.carrier.smpp.host", () -> "localhost");
    settings.add("tweestap.carrier.smpp.port", SMSC::port);
    settings.add("tweestap.carrier.smpp.tls", () -> "false");
    settings.add("tweestap.carrier.smpp.system-id", () -> "tweestap");
    settings.add("tweestap.carrier.smpp.password", () -> "secret08");
    settings.add("tweestap.carrier.smpp.rate", () -> "100");
  }

  @Test
  void aCodeIsSentAndItsReceiptShown() throws Exception {
    SMSC.answering(message -> SmscAnswer.taken("00ab" + message.number()));
    TestTenant tenant = newTenant();
    String id = start(tenant);
    FakeSmsc.await("the message", () -> sent().isPresent());
    SubmitSm sent = sent().orElseThrow();
    String text = new String(sent.shortMessage(), StandardCharsets.ISO_8859_1);
    String code = text.replaceAll("(?s)\\D*(\\d{6}).*", "$1");
    assertThat(check(tenant, id, code)).isEqualTo(200);
    FakeSmsc.await("accepted", () -> state(tenant, id).equals("accepted"));

    SMSC.deliver(
        Delivery.receipt(
            "id:AB"
                + sent.number()
                + " sub:001 dlvrd:001 submit date:2603011200"
                + " done date:2603011201 stat:DELIVRD err:000 text:"));
    FakeSmsc.await("delivered", () -> state(tenant, id).equals("delivered"));
  }

  @Test
  void aReceiptMayComeBeforeTheAnswerToItsMessage() throws Exception {
    SMSC.answering(message ->
        SmscAnswer.taken("early" + message.number())
            .afterDelivering(
                Delivery.receipt("stat:DELIVRD")
                    .with(0x001E, "early" + message.number())
                    .with(0x0427, new byte[] {2})
                    .bytes()));
    TestTenant tenant = newTenant();
    String id = start(tenant);
    FakeSmsc.await("delivered", () -> state(tenant, id).equals("delivered"));
  }

  private Optional<SubmitSm> sent() {
    return SMSC.submitted().stream()
        .filter(message -> number.equals("+" + message.destination()))
        .findFirst();
  }

  private String start(TestTenant tenant) {
    Answer answer =
        post(
            tenant,
            "/v1/verifications",
            "{\"to\": \"" + number + "\", \"channel\": \"sms\", \"purpose\": \"login\"}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().path("id").asString();
  }

  private int check(TestTenant tenant, String id, String code) {
    return post(tenant, "/v1/verifications/" + id + "/check", "{\"code\": \"" + code + "\"}")
        .status();
  }

  private String state(TestTenant tenant, String about) {
    return get(tenant, "/v1/messages?about=" + about).json().at("/data/0/state").asString("");
  }
}
