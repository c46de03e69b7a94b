package io.tweestap.delivery.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.SampleMessages;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HmacSignatureTest {
  private static final Instant NOW = SampleMessages.NOW;
  private static final byte[] BODY = "what do ya want for nothing?".getBytes(UTF_8);

  /// RFC 4231 section 4.3, with the key `Jefe`.
  private static final String HEX =
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

  private static final String BASE64 =
      Base64.getEncoder().encodeToString(HexFormat.of().parseHex(HEX));

  @Test
  void theBodyAloneIsSignedWhereNoTimeIsSent() {
    ReceiptProperties settings = settings(HttpSettings.json("https://sms.example/"));
    for (String header :
        new String[] {HEX, HEX.toUpperCase(), "sha256=" + HEX, "v1=" + HEX, BASE64}) {
      assertThat(HmacSignature.fits(settings, NOW, request(Map.of("x-signature", header))))
          .as(header)
          .isTrue();
    }
    for (String header : new String[] {"", "sha256=", HEX.replace('5', '6'), "%%%", HEX + "00"}) {
      assertThat(HmacSignature.fits(settings, NOW, request(Map.of("x-signature", header))))
          .as(header)
          .isFalse();
    }
    assertThat(HmacSignature.fits(settings, NOW, request(Map.of()))).isFalse();
  }

  @Test
  void aTimeIsSignedWithItAndMustBeNear() {
    ReceiptProperties settings =
        settings(
            HttpSettings.json("https://sms.example/")
                .with("receipts.timestamp-header", "X-Time")
                .with("receipts.header", "X-Mac"));
    for (long off : new long[] {0, -300, 300}) {
      assertThat(HmacSignature.fits(settings, NOW, signedAt(NOW.plusSeconds(off)))).isTrue();
    }
    for (long off : new long[] {-301, 301}) {
      assertThat(HmacSignature.fits(settings, NOW, signedAt(NOW.plusSeconds(off)))).isFalse();
    }
    ReceiptRequest signed = signedAt(NOW);
    for (String time : new String[] {"", "soon", "-1", "99999999999999999999"}) {
      Map<String, String> headers = Map.of("x-time", time, "x-mac", signed.headers().get("x-mac"));
      assertThat(HmacSignature.fits(settings, NOW, request(headers))).as(time).isFalse();
    }
    assertThat(HmacSignature.fits(settings, NOW, request(Map.of("x-mac", HEX))))
        .as("the body's own signature is not enough")
        .isFalse();
  }

  private static ReceiptRequest signedAt(Instant time) {
    String seconds = String.valueOf(time.getEpochSecond());
    byte[] mac = Macs.of("HmacSHA256", "Jefe", (seconds + ".").getBytes(UTF_8), BODY);
    return request(Map.of("x-time", seconds, "x-mac", HexFormat.of().formatHex(mac)));
  }

  private static ReceiptProperties settings(HttpSettings settings) {
    return settings
        .with("receipts.signature", "hmac")
        .with("receipts.secret", "Jefe")
        .with("receipts.id", "/id")
        .with("receipts.state", "/s")
        .with("receipts.delivered", "ok")
        .read()
        .receipts();
  }

  private static ReceiptRequest request(Map<String, String> headers) {
    return new ReceiptRequest(null, "application/json", headers, BODY);
  }
}
