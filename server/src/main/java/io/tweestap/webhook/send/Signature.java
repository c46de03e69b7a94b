package io.tweestap.webhook.send;

import io.tweestap.webhook.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The `webhook-signature` of Standard Webhooks 1.0.0, "Signature scheme": `v1,` and the base64 of
/// HMAC-SHA256 over `id.timestamp.body`.
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /// One signature per secret, separated by spaces: receivers take any of them while a secret is
  /// rotated.
  static String header(List<WebhookSecret> secrets, String id, Instant at, byte[] body) {
    String start = id + "." + at.getEpochSecond() + ".";
    return secrets.stream()
        .map(secret -> "v1," + mac(secret, start, body))
        .collect(Collectors.joining(" "));
  }

  private static String mac(WebhookSecret secret, String start, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
      mac.update(start.getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}
