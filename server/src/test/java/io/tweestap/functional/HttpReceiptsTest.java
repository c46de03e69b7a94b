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

/// A provider reports over HTTP what became of a message, and the message shows it.
class HttpReceiptsTest extends ApiTest {
  private static final KnownApi PROVIDER = KnownApi.twilio();
  private static final String PATH = "/carriers/http/receipts";
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

  private Answer report(String fields, String signature) {
    return send(
        request(PATH)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", signature)
            .POST(HttpRequest.BodyPublishers.ofString(fields)));
  }

  /// Computed here on its own, as the provider documents it.
  private static String signature(String token, String sid, String status) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
      String signed = PUBLIC + PATH + "MessageSid" + sid + "MessageStatus" + status;
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
