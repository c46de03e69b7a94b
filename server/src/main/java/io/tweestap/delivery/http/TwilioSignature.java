package io.tweestap.delivery.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `X-Twilio-Signature`: base64 of HMAC-SHA1 over the whole address and, of a form, each field's
/// name and value, sorted by name. Of any other body the address carries the SHA-256.
final class TwilioSignature {
  private static final Pattern BODY_HASH = Pattern.compile("(?:^|&)bodySHA256=([0-9a-fA-F]{64})");
  private static final byte[] NOTHING = {};

  private TwilioSignature() {}

  /// Whether the request was signed with the token, for this address with or without its usual
  /// port.
  static boolean fits(String token, URI address, ReceiptRequest request) {
    String given = request.headers().getOrDefault("x-twilio-signature", "");
    if (!request.isForm() && !bodyFits(request)) {
      return false;
    }
    byte[] fields = request.isForm() ? signed(FormFields.read(request.body())) : NOTHING;
    String query = request.query() == null ? "" : "?" + request.query();
    boolean plain = same(given, sign(token, address + query, fields));
    boolean withPort = same(given, sign(token, withUsualPort(address) + query, fields));
    return plain || withPort;
  }

  static String sign(String token, String address, FormFields fields) {
    return sign(token, address, signed(fields));
  }

  private static String sign(String token, String address, byte[] fields) {
    byte[] mac = Macs.of("HmacSHA1", token, address.getBytes(UTF_8), fields);
    return Base64.getEncoder().encodeToString(mac);
  }

  private static byte[] signed(FormFields fields) {
    StringBuilder all = new StringBuilder();
    fields
        .values()
        .forEach((name, values) -> values.forEach(value -> all.append(name).append(value)));
    return all.toString().getBytes(UTF_8);
  }

  private static boolean bodyFits(ReceiptRequest request) {
    @Nullable String query = request.query();
    return query != null
        && BODY_HASH
            .matcher(query)
            .results()
            .map((MatchResult found) -> found.group(1).toLowerCase(Locale.ROOT))
            .allMatch(HexFormat.of().formatHex(Macs.sha256(request.body()))::equals)
        && BODY_HASH.matcher(query).find();
  }

  private static String withUsualPort(URI address) {
    if (address.getPort() >= 0) {
      return address.toString();
    }
    String port = "https".equals(address.getScheme()) ? ":443" : ":80";
    return address.getScheme() + "://" + address.getRawAuthority() + port + address.getRawPath();
  }

  private static boolean same(String given, String right) {
    return MessageDigest.isEqual(given.getBytes(UTF_8), right.getBytes(UTF_8));
  }
}
