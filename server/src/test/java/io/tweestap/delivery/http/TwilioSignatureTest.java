package io.tweestap.delivery.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `X-Twilio-Signature`; the values were computed with npm `twilio` 6.2.0.
class TwilioSignatureTest {
  private static final String TOKEN = "12345";
  private static final String ADDRESS = "https://mycompany.com/myapp.php?foo=1&bar=2";
  private static final URI OURS = URI.create("https://sms.example.org/carriers/http/receipts");

  @ParameterizedTest
  @CsvSource({
    "%2B12349013030, 0/KCTR6DLpKmkAf8muzZqo1nDgQ=",
    "%2B14158675309, RSOYDt4T1cUTdK1PDd93/VVr8B8="
  })
  void signaturesAreThoseOfTheReference(String caller, String signature) {
    FormFields fields =
        form(
            "CallSid=CA1234567890ABCDE&Caller="
                + caller
                + "&Digits=1234&From="
                + caller
                + "&To=%2B18005551212");
    assertThat(TwilioSignature.sign(TOKEN, ADDRESS, fields)).isEqualTo(signature);
  }

  @Test
  void repeatedFieldsAreSortedAndCountedOnce() {
    String signature = TwilioSignature.sign(TOKEN, ADDRESS, form("Body=a&Body=b&To=%2B1"));
    assertThat(signature).isEqualTo("jW2alVvYotKccLJHmmW/gSJjX4M=");
    assertThat(TwilioSignature.sign(TOKEN, ADDRESS, form("To=%2B1&Body=b&Body=a&Body=b")))
        .isEqualTo(signature);
  }

  @Test
  void theAddressCountsWithAndWithoutItsUsualPort() {
    String body = "MessageSid=SM1&MessageStatus=delivered";
    for (String address : new String[] {OURS.toString(), withPort(443)}) {
      String signature = TwilioSignature.sign(TOKEN, address, form(body));
      assertThat(TwilioSignature.fits(TOKEN, OURS, request(null, signature, body))).isTrue();
    }
    String other = TwilioSignature.sign(TOKEN, withPort(8443), form(body));
    assertThat(TwilioSignature.fits(TOKEN, OURS, request(null, other, body))).isFalse();
  }

  @Test
  void anyChangeIsNoticed() {
    String body = "MessageSid=SM1&MessageStatus=delivered";
    String right = TwilioSignature.sign(TOKEN, OURS.toString(), form(body));
    assertThat(TwilioSignature.fits(TOKEN, OURS, request(null, right, body))).isTrue();
    assertThat(TwilioSignature.fits("other", OURS, request(null, right, body))).isFalse();
    assertThat(TwilioSignature.fits(TOKEN, OURS, request("x=1", right, body))).isFalse();
    assertThat(TwilioSignature.fits(TOKEN, OURS, request(null, right, body + "2"))).isFalse();
    assertThat(TwilioSignature.fits(TOKEN, OURS, request(null, "", body))).isFalse();
  }

  @Test
  void ofJsonTheAddressCarriesTheDigest() {
    byte[] body = "{\"MessageSid\":\"SM1\"}".getBytes(UTF_8);
    String query = "bodySHA256=" + HexFormat.of().formatHex(Macs.sha256(body));
    String signature = TwilioSignature.sign(TOKEN, OURS + "?" + query, form(""));
    Map<String, String> headers = Map.of("x-twilio-signature", signature);
    String json = "application/json";
    assertThat(TwilioSignature.fits(TOKEN, OURS, new ReceiptRequest(query, json, headers, body)))
        .isTrue();
    assertThat(
            TwilioSignature.fits(
                TOKEN, OURS, new ReceiptRequest(query, json, headers, "{}".getBytes(UTF_8))))
        .isFalse();
    String bare = TwilioSignature.sign(TOKEN, OURS.toString(), form(""));
    assertThat(
            TwilioSignature.fits(
                TOKEN,
                OURS,
                new ReceiptRequest(null, json, Map.of("x-twilio-signature", bare), body)))
        .as("a body without a digest is not signed")
        .isFalse();
  }

  private static String withPort(int port) {
    return "https://sms.example.org:" + port + "/carriers/http/receipts";
  }

  private static FormFields form(String body) {
    return FormFields.read(body.getBytes(UTF_8));
  }

  private static ReceiptRequest request(@Nullable String query, String signature, String body) {
    return new ReceiptRequest(
        query,
        "application/x-www-form-urlencoded; charset=" + URLEncoder.encode("utf-8", UTF_8),
        Map.of("x-twilio-signature", signature),
        body.getBytes(UTF_8));
  }
}
