package io.tweestap.page.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Keeps a [Visit] in the visitor's browser, signed: other programs on this machine may set cookies
/// for `localhost` too. The key lives as long as the server; after a restart one starts over.
@Component
@WhenTryIt
class VisitCookie {
  private static final String NAME = "tweestap_visit";
  private static final String PATH = "/sandbox";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final JsonMapper json;
  private final SecretKeySpec key;

  VisitCookie(JsonMapper json, SecureRandom random) {
    this.json = json;
    byte[] drawn = new byte[KEY_BYTES];
    random.nextBytes(drawn);
    this.key = new SecretKeySpec(drawn, ALGORITHM);
  }

  /// The visit that a request carries; empty when it carries none of ours.
  Optional<Visit> read(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, NAME))
        .map(Cookie::getValue)
        .flatMap(this::open);
  }

  /// The cookie for a visit.
  ResponseCookie write(Visit visit, boolean secure) {
    String body = text(json.writeValueAsBytes(visit));
    return cookie(body + "." + text(sign(body)), secure).build();
  }

  /// The cookie that ends a visit.
  ResponseCookie none(boolean secure) {
    return cookie("", secure).maxAge(0).build();
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(String value, boolean secure) {
    return ResponseCookie.from(NAME, value)
        .path(PATH)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Strict");
  }

  private Optional<Visit> open(String value) {
    int dot = value.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String body = value.substring(0, dot);
    byte[] given = value.substring(dot + 1).getBytes(US_ASCII);
    if (!MessageDigest.isEqual(given, text(sign(body)).getBytes(US_ASCII))) {
      return Optional.empty();
    }
    try {
      return Optional.of(json.readValue(Base64.getUrlDecoder().decode(body), Visit.class));
    } catch (JacksonException e) {
      throw new IllegalStateException("a visit that was signed here cannot be read", e);
    }
  }

  private byte[] sign(String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(body.getBytes(US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
