package io.tweestap.delivery.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// HMAC-SHA256 over the body in a header, in hexadecimal digits or base64, as in `sha256=1f3a...`;
/// where the provider sends a time, over that, a dot and the body.
final class HmacSignature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern PREFIX = Pattern.compile("^(?:sha256=|v1[=,])");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

  /// How far the time may be off: a receipt that somebody kept cannot be sent again later.
  private static final Duration TIME_OFF_MAX = Duration.ofMinutes(5);

  private static final byte[] NOTHING = {};

  private HmacSignature() {}

  static boolean fits(ReceiptProperties settings, Instant now, ReceiptRequest request) {
    String secret = settings.secret();
    String header = settings.header().toLowerCase(Locale.ROOT);
    if (secret == null) {
      return false;
    }
    byte[] start = NOTHING;
    String timeHeader = settings.timestampHeader();
    if (timeHeader != null) {
      String time = request.headers().getOrDefault(timeHeader.toLowerCase(Locale.ROOT), "");
      if (!isNear(time, now)) {
        return false;
      }
      start = (time + ".").getBytes(US_ASCII);
    }
    byte[] given = bytes(request.headers().getOrDefault(header, ""));
    return MessageDigest.isEqual(given, Macs.of(ALGORITHM, secret, start, request.body()));
  }

  private static boolean isNear(String time, Instant now) {
    return SECONDS.matcher(time).matches()
        && Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now)
                .abs()
                .compareTo(TIME_OFF_MAX)
            <= 0;
  }

  private static byte[] bytes(String header) {
    Matcher prefix = PREFIX.matcher(header.strip());
    String text = prefix.replaceFirst("");
    try {
      return HEX.matcher(text).matches()
          ? HexFormat.of().parseHex(text)
          : Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException _) {
      return NOTHING;
    }
  }
}
