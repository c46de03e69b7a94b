package io.tweestap.delivery.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How this installation shows a provider who it is.
///
/// @param type `none` (default), `basic`, `bearer` or `header`
/// @param user for `basic`
/// @param secret the password, the token, or the header's value
/// @param header for `header`: its name, such as `X-Api-Key`
record Auth(
    @DefaultValue("none") Type type,
    @Nullable String user,
    @Nullable String secret,
    @Nullable String header) {
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /// The ways.
  enum Type {
    NONE,
    BASIC,
    BEARER,
    HEADER
  }

  Auth {
    switch (type) {
      case NONE -> require(secret == null, "type is none, but there is a secret");
      case BASIC -> require(user != null && secret != null, "type basic needs user and secret");
      case BEARER -> require(secret != null, "type bearer needs the token as secret");
      case HEADER ->
          require(
              secret != null && header != null && TOKEN.matcher(header).matches(),
              "type header needs the header's name as header and its value as secret");
    }
    require(
        secret == null || secret.chars().noneMatch(Character::isISOControl),
        "secret holds a control character, perhaps a line break at its end");
  }

  /// The headers of a request.
  Map<String, String> headers() {
    return switch (type) {
      case NONE -> Map.of();
      case BASIC -> Map.of("Authorization", "Basic " + base64(user + ":" + secret));
      case BEARER -> Map.of("Authorization", "Bearer " + secret);
      case HEADER -> Map.of(String.valueOf(header), String.valueOf(secret));
    };
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException("tweestap.carrier.http.auth." + sentence);
    }
  }

  /// The way alone.
  @Override
  public String toString() {
    return "Auth[" + type + "]";
  }
}
