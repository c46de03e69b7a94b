package io.tweestap.page.sandbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// Keeps the try-it page to this machine: it shows codes.
///
/// The name that was asked for must be one that only this machine answers to, else a foreign page
/// could point its own name here and read along (DNS rebinding). The caller must be this machine
/// itself, not a proxy on it, unless the operator names hosts. A form must come from the page
/// itself: cookies do not tell two ports of this machine apart, browsers do (`Sec-Fetch-Site`).
final class LocalOnlyFilter extends OncePerRequestFilter {
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
  private static final List<String> FORWARDING =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Via");
  private static final String ADVICE =
      """
      The try-it page shows codes, so it answers only on the machine that Tweestap runs on:
      open it there at http://localhost with the port of this server.
      To open it to others, start with --tweestap.page.sandbox.hosts=NAME.
      """;
  private static final String FOREIGN_FORM = "This form did not come from the try-it page.\n";

  private final TryItProperties properties;

  LocalOnlyFilter(TryItProperties properties) {
    this.properties = properties;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isKnownName(request) || !mayCall(request)) {
      refuse(response, HttpStatus.MISDIRECTED_REQUEST, ADVICE);
    } else if (isForeignForm(request)) {
      refuse(response, HttpStatus.FORBIDDEN, FOREIGN_FORM);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isKnownName(HttpServletRequest request) {
    String name = request.getServerName().toLowerCase(Locale.ROOT);
    return OWN_NAMES.contains(name) || properties.hosts().contains(name);
  }

  private boolean mayCall(HttpServletRequest request) {
    return !properties.hosts().isEmpty()
        || (InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()
            && !isForwarded(request));
  }

  /// Looks at the request as it came in: an earlier filter hides these headers.
  private static boolean isForwarded(HttpServletRequest request) {
    ServletRequest innermost = request;
    while (innermost instanceof ServletRequestWrapper wrapper) {
      innermost = wrapper.getRequest();
    }
    return innermost instanceof HttpServletRequest http
        && FORWARDING.stream().anyMatch(name -> http.getHeader(name) != null);
  }

  private static boolean isForeignForm(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return request.getMethod().equals("POST") && site != null && !OWN_SITE.contains(site);
  }

  private static void refuse(HttpServletResponse response, HttpStatus status, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status.value());
    response.setContentType(MediaType.TEXT_PLAIN_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
