package io.tweestap.page.look;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses forms of which the browser itself says that another site sent them. Cookies do not tell
/// two ports of one machine apart, browsers do (`Sec-Fetch-Site`).
final class OwnFormsFilter extends OncePerRequestFilter {
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final PlainPages plain;

  OwnFormsFilter(PlainPages plain) {
    this.plain = plain;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String site = request.getHeader("Sec-Fetch-Site");
    if (request.getMethod().equals("POST") && site != null && !OWN.contains(site)) {
      plain.write(request, response, HttpStatus.FORBIDDEN, "old_form");
    } else {
      chain.doFilter(request, response);
    }
  }
}
