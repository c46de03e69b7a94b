package io.tweestap.webhook;

import java.security.SecureRandom;
import java.util.Base64;

/// What the deliveries to one endpoint are signed with: 24 to 64 random bytes, written `whsec_` and
/// base64 (Standard Webhooks 1.0.0, "Signature scheme"). `toString` shows the length only.
public final class WebhookSecret {
  private static final String PREFIX = "whsec_";
  private static final int DRAWN_BYTES = 32;
  private static final int MIN_BYTES = 24;
  private static final int MAX_BYTES = 64;

  private final byte[] key;

  private WebhookSecret(byte[] key) {
    if (key.length < MIN_BYTES || key.length > MAX_BYTES) {
      throw new IllegalArgumentException("a webhook secret has 24 to 64 bytes");
    }
    this.key = key.clone();
  }

  /// Draws a new secret of 32 bytes.
  public static WebhookSecret draw(SecureRandom random) {
    byte[] drawn = new byte[DRAWN_BYTES];
    random.nextBytes(drawn);
    return new WebhookSecret(drawn);
  }

  public static WebhookSecret ofKey(byte[] key) {
    return new WebhookSecret(key);
  }

  /// Reads the written form.
  ///
  /// @throws IllegalArgumentException when it is not one, or its length is out of range
  public static WebhookSecret of(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("a webhook secret starts with whsec_");
    }
    return new WebhookSecret(Base64.getDecoder().decode(text.substring(PREFIX.length())));
  }

  /// The key of the HMAC.
  public byte[] key() {
    return key.clone();
  }

  /// The written form, to be shown once.
  public String text() {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  @Override
  public String toString() {
    return "WebhookSecret[" + key.length + " bytes]";
  }
}
