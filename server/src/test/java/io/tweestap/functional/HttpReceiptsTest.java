package io.tweestap.functional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.delivery.http.KnownApi;
import java.net.http.HttpRequest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// A provider reports over HTTP what became of a message, and the message shows it; and it brings
/// what people write.
class HttpReceiptsTest extends ApiTest {
  private static final KnownApi PROVIDER = KnownApi.twilio();
  private static final String PATH = "/carriers/http/receipts";
  private static final String MESSAGES = "/carriers/http/messages";
  private static final String PUBLIC = "https://sms.example.org";

  @DynamicPropertySource
  static void carrier(DynamicPropertyRegistry settings) {
    settings.add("tweestap.public.address", () -> PUBLIC);
    settings.add("tweestap.carrier.http.style", () -> "twilio");
    settings.add("tweestap.carrier.http.url", PROVIDER::origin);
    settings.add("tweestap.carrier.http.auth.type", () -> "basic");
    settings.add("tweestap.carrier.http.auth.user", () -> "AC1");
    settings.add("tweestap.carrier.http.auth.secret", () -> "t0ken");
    settings.add("tweestap.carrier.http.receipts.signature", () -> "twilio");
  }

  @AfterAll
  static void stop() {
    PROVIDER.close();
  }

  @Test
  void aSignedReceiptMovesTheMessageOnAndNothingElseDoes() {
    TestTenant tenant = newTenant();
    post(
        tenant,
        "/v1/verifications",
        "{\"to\":\"+31612345678\",\"channel\":\"sms\",\"purpose\":\"login\"}");
    await().until(() -> state(tenant).equals("accepted"));
    assertThat(PROVIDER.sent().getFirst()).containsEntry("StatusCallback", PUBLIC + PATH);
    String sid = message(tenant).path("carrier_message_id").asString();
    String fields = "MessageSid=" + sid + "&MessageStatus=delivered";

    assertThat(report(fields, "").status()).isEqualTo(403);
    assertThat(report(fields, signature("wrong", sid, "delivered")).status()).isEqualTo(403);
    assertThat(report(fields, signature("t0ken", sid, "failed")).status()).isEqualTo(403);
    assertThat(send(request(PATH).GET()).status()).isIn(403, 404);
    assertThat(state(tenant)).isEqualTo("accepted");

    assertThat(report(fields, signature("t0ken", sid, "delivered")).status()).isEqualTo(204);
    assertThat(state(tenant)).isEqualTo("delivered");
    assertThat(report(fields, signature("t0ken", sid, "delivered")).status())
        .as("once more is no harm")
        .isEqualTo(204);
    JsonNode receipt = message(tenant).path("receipts").path(0);
    assertThat(receipt.path("state").asString()).isEqualTo("delivered");
    assertThat(receipt.path("carrier_message_id").asString()).isEqualTo(sid);
    assertThat(message(tenant).path("timeline").valueStream())
        .extracting(change -> change.path("state").asString())
        .containsExactly("queued", "accepted", "delivered");
  }

  @Test
  void aBodyThatIsTooLongIsRefusedUnread() {
    assertThat(report("x".repeat(64 * 1024 + 1), "").status()).isEqualTo(413);
  }

  @Test
  void aSignedMessageIsKeptOnceAndNothingElseIs() {
    TestTenant tenant = newTenant();
    put(tenant, "/v1/numbers/%2B31850800001", "{}");
    String fields =
        "Body=D%C3%A9j%C3%A0%20%F0%9F%9A%B2&From=%2B31612345678&MessageSid=SM7"
            + "&To=%2B31850800001";
    String signed = "BodyD\u00e9j\u00e0 \uD83D\uDEB2From+31612345678MessageSidSM7To+31850800001";

    assertThat(bring(fields, "").status()).isEqualTo(403);
    assertThat(bring(fields, mac("wrong", PUBLIC + MESSAGES + signed)).status()).isEqualTo(403);
    assertThat(bring(fields, mac("t0ken", PUBLIC + PATH + signed)).status())
        .as("signed for another address")
        .isEqualTo(403);
    assertThat(bring("From=%2B1", mac("t0ken", PUBLIC + MESSAGES + "From+1")).status())
        .isEqualTo(400);
    assertThat(get(tenant, "/v1/inbound").json().path("data").size()).isZero();

    for (int i = 0; i < 2; i++) {
      Answer kept = bring(fields, mac("t0ken", PUBLIC + MESSAGES + signed));
      assertThat(kept.status()).isEqualTo(200);
      assertThat(kept.text()).endsWith("<Response/>");
    }
    JsonNode all = get(tenant, "/v1/inbound").json().path("data");
    assertThat(all.size()).isEqualTo(1);
    assertThat(all.path(0).path("text").asString()).isEqualTo("D\u00e9j\u00e0 \uD83D\uDEB2");
    assertThat(all.path(0).path("carrier_message_id").asString()).isEqualTo("SM7");
  }

  @Test
  void aMessageForNobodyIsNotTaken() {
    String signed = "BodyxFrom+31612345678MessageSidSM8To+31850800002";
    String fields = "Body=x&From=%2B31612345678&MessageSid=SM8&To=%2B31850800002";
    assertThat(bring(fields, mac("t0ken", PUBLIC + MESSAGES + signed)).status()).isEqualTo(503);
  }

  private Answer bring(String fields, String signature) {
    return posted(MESSAGES, fields, signature);
  }

  private Answer report(String fields, String signature) {
    return posted(PATH, fields, signature);
  }

  private Answer posted(String path, String fields, String signature) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", signature)
            .POST(HttpRequest.BodyPublishers.ofString(fields)));
  }

  /// Computed here on its own, as the provider documents it.
  private static String signature(String token, String sid, String status) {
    return mac(token, PUBLIC + PATH + "MessageSid" + sid + "MessageStatus" + status);
  }

  private static String mac(String token, String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String state(TestTenant tenant) {
    return message(tenant).path("state").asString("");
  }

  private JsonNode message(TestTenant tenant) {
    JsonNode newest = get(tenant, "/v1/messages").json().path("data").path(0);
    return newest.isMissingNode()
        ? newest
        : get(tenant, "/v1/messages/" + newest.path("id").asString()).json();
  }
}
