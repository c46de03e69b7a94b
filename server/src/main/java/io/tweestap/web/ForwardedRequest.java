package io.tweestap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request without its forwarding headers, and with what they said where the proxy is trusted.
final class ForwardedRequest extends HttpServletRequestWrapper {
  private static final List<String> FORWARDING =
      List.of(
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Proto",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Prefix",
          "X-Forwarded-Ssl");

  private final boolean secure;
  private final String address;

  private ForwardedRequest(HttpServletRequest request, boolean secure, String address) {
    super(request);
    this.secure = secure;
    this.address = address;
  }

  /// Whether somebody says to have passed the request on.
  static boolean isForwarded(HttpServletRequest request) {
    for (String name : FORWARDING) {
      if (request.getHeader(name) != null) {
        return true;
      }
    }
    return false;
  }

  /// What a stranger sent, as if it had sent no such header.
  static HttpServletRequest withoutHeaders(HttpServletRequest request) {
    return new ForwardedRequest(request, request.isSecure(), request.getRemoteAddr());
  }

  /// What a trusted proxy passed on. TLS counts only if every `X-Forwarded-Proto` says `https`: a
  /// proxy that appends to a caller's own header then cannot be misled.
  static HttpServletRequest behindProxy(HttpServletRequest request, WebProperties properties) {
    List<String> protocols = values(request, "X-Forwarded-Proto");
    boolean secure = !protocols.isEmpty() && protocols.stream().allMatch("https"::equalsIgnoreCase);
    return new ForwardedRequest(
        request, request.isSecure() || secure, visitor(request, properties));
  }

  /// The last address in the list that is not one of our own proxies.
  private static String visitor(HttpServletRequest request, WebProperties properties) {
    for (String hop : values(request, "X-Forwarded-For").reversed()) {
      try {
        if (!properties.trusts(hop)) {
          return hop;
        }
      } catch (IllegalArgumentException _) {
        break;
      }
    }
    return request.getRemoteAddr();
  }

  private static List<String> values(HttpServletRequest request, String name) {
    return Collections.list(request.getHeaders(name)).stream()
        .flatMap(header -> Arrays.stream(header.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  private static boolean isForwarding(String header) {
    return FORWARDING.stream().anyMatch(header::equalsIgnoreCase);
  }

  @Override
  public boolean isSecure() {
    return secure;
  }

  @Override
  public String getScheme() {
    return secure ? "https" : "http";
  }

  @Override
  public String getRemoteAddr() {
    return address;
  }

  @Override
  public String getRemoteHost() {
    return address;
  }

  @Override
  public @Nullable String getHeader(String name) {
    return isForwarding(name) ? null : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return isForwarding(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    return Collections.enumeration(
        Collections.list(super.getHeaderNames()).stream()
            .filter(name -> !isForwarding(name))
            .toList());
  }
}
