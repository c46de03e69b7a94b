package io.tweestap.otp.uri;

import static io.tweestap.otp.InvalidOtpInput.Reason.COUNTER;
import static io.tweestap.otp.InvalidOtpInput.Reason.DIGITS;
import static io.tweestap.otp.InvalidOtpInput.Reason.TIME_STEP;
import static io.tweestap.otp.InvalidOtpInput.Reason.URI_ALGORITHM;
import static io.tweestap.otp.InvalidOtpInput.Reason.URI_COUNTER_MISSING;
import static io.tweestap.otp.InvalidOtpInput.Reason.URI_DOUBLED;
import static io.tweestap.otp.InvalidOtpInput.Reason.URI_LABEL;
import static io.tweestap.otp.InvalidOtpInput.Reason.URI_SECRET_MISSING;
import static io.tweestap.otp.InvalidOtpInput.Reason.URI_SYNTAX;
import static io.tweestap.otp.InvalidOtpInput.Reason.URI_TYPE;

import io.tweestap.otp.Algorithm;
import io.tweestap.otp.Hotp;
import io.tweestap.otp.InvalidOtpInput;
import io.tweestap.otp.InvalidOtpInput.Reason;
import io.tweestap.otp.OtpSecret;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads an otpauth URI by hand: `java.net.URI` refuses many that apps have long accepted.
final class OtpauthParser {
  private static final String SCHEME = "otpauth://";
  private static final long MAX_SMALL = 1_000;

  /// At most 19 digits, which always fit an unsigned `long`.
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");

  private OtpauthParser() {}

  static OtpauthUri parse(String uri) {
    checkText(uri);
    int question = uri.indexOf('?');
    String path = question < 0 ? uri : uri.substring(0, question);
    int slash = path.indexOf('/', SCHEME.length());
    if (slash < 0) {
      throw new InvalidOtpInput(URI_SYNTAX, "an otpauth URI is otpauth://type/label?parameters");
    }
    String type = path.substring(SCHEME.length(), slash).toLowerCase(Locale.ROOT);
    Map<String, String> parameters = parameters(question < 0 ? "" : uri.substring(question + 1));
    return new OtpauthUri(
        label(PercentText.decode(path.substring(slash + 1)), parameters.getOrDefault("issuer", "")),
        secret(parameters),
        algorithm(parameters.getOrDefault("algorithm", "SHA1")),
        (int) number(parameters.getOrDefault("digits", "6"), MAX_SMALL, DIGITS),
        moving(type, parameters));
  }

  private static void checkText(String uri) {
    if (uri.length() > OtpauthUri.MAX_LENGTH) {
      throw new InvalidOtpInput(URI_SYNTAX, "longer than " + OtpauthUri.MAX_LENGTH);
    }
    if (!uri.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new InvalidOtpInput(URI_SYNTAX, "an otpauth URI begins with " + SCHEME);
    }
    if (uri.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      throw new InvalidOtpInput(URI_SYNTAX, "half a surrogate pair");
    }
    if (uri.indexOf('#') >= 0) {
      throw new InvalidOtpInput(URI_SYNTAX, "an otpauth URI has no fragment");
    }
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      String name = PercentText.decode(equals < 0 ? part : part.substring(0, equals));
      String value = equals < 0 ? "" : PercentText.decode(part.substring(equals + 1));
      String key = name.toLowerCase(Locale.ROOT);
      if (!part.isEmpty() && parameters.put(key, value) != null) {
        throw new InvalidOtpInput(URI_DOUBLED, "duplicate parameter");
      }
    }
    return parameters;
  }

  private static OtpauthLabel label(String label, String issuer) {
    int colon = label.indexOf(':');
    String prefix = colon < 0 ? "" : label.substring(0, colon);
    String account = label.substring(colon + 1).stripLeading();
    if (account.isEmpty()) {
      throw new InvalidOtpInput(URI_LABEL, "the account is empty");
    }
    return new OtpauthLabel(prefix, issuer.isEmpty() ? prefix : issuer, account);
  }

  private static OtpSecret secret(Map<String, String> parameters) {
    String secret = parameters.getOrDefault("secret", "");
    if (secret.isEmpty()) {
      throw new InvalidOtpInput(URI_SECRET_MISSING, "secret missing");
    }
    return OtpSecret.ofBase32(secret);
  }

  private static Algorithm algorithm(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "SHA1" -> Algorithm.SHA1;
      case "SHA256" -> Algorithm.SHA256;
      case "SHA512" -> Algorithm.SHA512;
      default -> throw new InvalidOtpInput(URI_ALGORITHM, "unsupported algorithm");
    };
  }

  private static Moving moving(String type, Map<String, String> parameters) {
    return switch (type) {
      case "totp" ->
          new Moving.ByTime(
              Duration.ofSeconds(
                  number(parameters.getOrDefault("period", "30"), MAX_SMALL, TIME_STEP)));
      case "hotp" -> new Moving.ByCounter(counter(parameters));
      default -> throw new InvalidOtpInput(URI_TYPE, "the type is totp or hotp");
    };
  }

  private static long counter(Map<String, String> parameters) {
    String counter = parameters.getOrDefault("counter", "");
    if (counter.isEmpty()) {
      throw new InvalidOtpInput(URI_COUNTER_MISSING, "counter missing");
    }
    return number(counter, Hotp.MAX_COUNTER, COUNTER);
  }

  private static long number(String text, long max, Reason reason) {
    if (NUMBER.matcher(text).matches()) {
      long value = Long.parseUnsignedLong(text);
      if (value >= 0 && value <= max) {
        return value;
      }
    }
    throw new InvalidOtpInput(reason, "not a number in range");
  }
}
