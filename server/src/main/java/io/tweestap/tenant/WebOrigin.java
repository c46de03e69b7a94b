package io.tweestap.tenant;

import java.net.URI;
import java.util.regex.Pattern;

/// Origins of pages as browsers write them: scheme, host, and port if it is not the usual one. An
/// IP address is none that a security key takes.
public final class WebOrigin {
  private static final String LOCAL = "localhost";
  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?"
              + "|localhost");
  private static final Pattern ORIGIN =
      Pattern.compile("(https?)://([a-z0-9.-]{1,253})(:[1-9][0-9]{0,4})?");
  private static final Pattern ANDROID = Pattern.compile("android:apk-key-hash:[A-Za-z0-9_-]{43}");

  private WebOrigin() {}

  /// Whether a text can be an RP ID: a host name of two parts or more, or `localhost`.
  public static boolean isSite(String text) {
    return HOST.matcher(text).matches();
  }

  /// Whether a text is an origin of web pages; `http` for `localhost` only.
  public static boolean isOrigin(String text) {
    var parts = ORIGIN.matcher(text);
    return parts.matches()
        && isSite(parts.group(2))
        && (parts.group(1).equals("https") || parts.group(2).equals(LOCAL))
        && !text.matches("https://.*:443|http://.*:80");
  }

  /// Whether a text is the origin of an Android app, by the hash of the certificate that signed it.
  public static boolean isAndroidApp(String text) {
    return ANDROID.matcher(text).matches();
  }

  /// Whether the pages of an origin are part of a site: its host is the RP ID or ends with a dot
  /// and the RP ID.
  public static boolean isWithin(String origin, String rpId) {
    if (!isOrigin(origin)) {
      return false;
    }
    String host = URI.create(origin).getHost();
    return host.equals(rpId) || host.endsWith("." + rpId);
  }
}
