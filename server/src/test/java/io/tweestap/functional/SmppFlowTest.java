package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.testkit.smsc.Delivery;
import io.tweestap.testkit.smsc.FakeSmsc;
import io.tweestap.testkit.smsc.SmscAnswer;
import io.tweestap.testkit.smsc.SubmitSm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A code goes out over a link that the settings name, and what the operator reports comes back, as
/// does what people write.
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
    settings.add("tweestap.carrier.smpp.binds", () -> "2");
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

  @Test
  void aTextFromAHandsetIsKeptBeforeTheOperatorHearsSo() throws Exception {
    TestTenant tenant = newTenant();
    String own = "+31850700001";
    Delivery text = Delivery.message("Hoi").from(number.substring(1)).to(own.substring(1));
    awaitBound();
    assertThat(SMSC.deliver(text).status()).as("nobody has the number").isEqualTo(0x64);
    put(tenant, "/v1/numbers/" + own.replace("+", "%2B"), "{}");

    assertThat(SMSC.deliver(text).status()).isZero();
    assertThat(texts(tenant)).containsExactly("Hoi");
    assertThat(
            SMSC.deliver(text.coded(8, "\u00e9\u20ac".getBytes(StandardCharsets.UTF_16BE)))
                .status())
        .isZero();
    assertThat(texts(tenant)).containsExactlyInAnyOrder("\u00e9\u20ac", "Hoi");
  }

  @Test
  void partsComeOverWhicheverConnection() throws Exception {
    TestTenant tenant = newTenant();
    String own = "+31850700002";
    put(tenant, "/v1/numbers/" + own.replace("+", "%2B"), "{}");
    awaitBound();
    for (int part : new int[] {3, 1, 2}) {
      Delivery delivery =
          Delivery.message("p" + part)
              .from(number.substring(1))
              .to(own.substring(1))
              .with(0x020C, new byte[] {9, 9})
              .with(0x020E, new byte[] {3})
              .with(0x020F, new byte[] {(byte) part});
      assertThat(SMSC.deliver(delivery).status()).isZero();
    }
    assertThat(texts(tenant)).containsExactly("p1p2p3");
    String payload = "x".repeat(500);
    SMSC.deliver(
        Delivery.message("")
            .from(number.substring(1))
            .to(own.substring(1))
            .with(0x020C, new byte[] {9})
            .with(0x0424, payload.getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(texts(tenant)).containsExactlyInAnyOrder(payload, "p1p2p3");
  }

  private static void awaitBound() throws Exception {
    FakeSmsc.await("two binds", () -> SMSC.bound() == 2);
  }

  private List<String> texts(TestTenant tenant) {
    return get(tenant, "/v1/inbound")
        .json()
        .path("data")
        .valueStream()
        .map(one -> one.path("text").asString())
        .toList();
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
