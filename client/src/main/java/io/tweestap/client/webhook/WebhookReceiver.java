package io.tweestap.client.webhook;

import io.tweestap.client.Secret;
import io.tweestap.client.TweestapUnavailable;
import io.tweestap.client.http.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Judges what arrives at your own system, as Standard Webhooks 1.0.0 says: give it the three
/// headers and the body exactly as it arrived.
///
/// ```java
/// WebhookReceiver receiver = new WebhookReceiver(Clock.systemUTC(), secret);
/// switch (receiver.receive(id, timestamp, signature, body)) {
///   case Received.Genuine(Notice notice) when notice.news() instanceof News.OfLogin(var login) ->
///       show(login.user() + ": " + notice.type());
///   case Received.Genuine(Notice notice) -> show(notice.type());
///   case Received.Forged(String reason) -> show("refused: " + reason);
/// }
/// ```
public final class WebhookReceiver {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final String PREFIX = "whsec_";

  private final Clock clock;
  private final List<byte[]> keys;

  /// @param secrets of the endpoint; while one is changed over, the old one as well
  /// @throws IllegalArgumentException when one is not a secret of Tweestap
  public WebhookReceiver(Clock clock, Secret... secrets) {
    if (secrets.length == 0) {
      throw new IllegalArgumentException("no secret");
    }
    this.clock = clock;
    this.keys = List.of(secrets).stream().map(WebhookReceiver::key).toList();
  }

  /// @param id the header `webhook-id`; null when it is missing, like the others
  /// @param timestamp the header `webhook-timestamp`
  /// @param signatures the header `webhook-signature`
  /// @param body not parsed, not trimmed, not converted
  public Received receive(
      @Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body) {
    if (id == null || timestamp == null || signatures == null) {
      return new Received.Forged("a header is missing");
    }
    if (!recent(timestamp)) {
      return new Received.Forged("the timestamp is more than five minutes off");
    }
    if (!signed(id + "." + timestamp + ".", body, signatures)) {
      return new Received.Forged("no signature fits");
    }
    try {
      return new Received.Genuine(Json.read(body, Notice.class));
    } catch (TweestapUnavailable e) {
      return new Received.Forged("the body is not an event");
    }
  }

  private boolean recent(String timestamp) {
    if (!timestamp.matches("\\d{1,12}")) {
      return false;
    }
    long off = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
    return Math.abs(off) <= TOLERANCE.toSeconds();
  }

  /// Looks at all, so that the time tells nothing about which one fits.
  private boolean signed(String head, byte[] body, String signatures) {
    boolean fits = false;
    for (byte[] key : keys) {
      byte[] wanted = signature(key, head, body).getBytes(StandardCharsets.US_ASCII);
      for (String given : signatures.split(" ")) {
        fits |= MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), wanted);
      }
    }
    return fits;
  }

  private static String signature(byte[] key, String head, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(head.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }

  private static byte[] key(Secret secret) {
    if (!secret.value().startsWith(PREFIX)) {
      throw new IllegalArgumentException("a webhook secret begins with " + PREFIX);
    }
    return Base64.getDecoder().decode(secret.value().substring(PREFIX.length()));
  }
}
