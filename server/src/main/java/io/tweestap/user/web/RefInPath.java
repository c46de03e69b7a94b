package io.tweestap.user.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.shared.web.Fields;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Reads references that cannot stand in a path as they are: `~` and the reference in base64url
/// (RFC 4648 section 5), without padding.
///
/// Percent-encoding is not enough for some characters. A `%2F`, `%5C` or `%3B` is decoded by one
/// proxy or server on the way and not by the next, and so the one that guards a path and the one
/// that serves it see two different ones. Tomcat and Spring Security therefore refuse them, and
/// that stays so.
final class RefInPath implements HandlerInterceptor {
  private static final String VARIABLES = HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE;
  private static final String REF = "ref";
  private static final char MARK = '~';

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getAttribute(VARIABLES) instanceof Map<?, ?> variables
        && variables.get(REF) instanceof String ref
        && ref.indexOf(MARK) == 0) {
      Map<Object, Object> read = new HashMap<>(variables);
      read.put(REF, decoded(ref.substring(1)));
      request.setAttribute(VARIABLES, read);
    }
    return true;
  }

  private static String decoded(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      }
    } catch (IllegalArgumentException | CharacterCodingException _) {
      // Said below.
    }
    throw Fields.invalid(
        REF, "begins with ~ and must go on with the reference in base64url, without padding");
  }
}
