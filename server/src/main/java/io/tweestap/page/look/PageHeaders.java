package io.tweestap.page.look;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.security.web.header.HeaderWriter;

/// The content security policy of the pages: files of our own and nothing else, no inline script or
/// style, in no frame.
public final class PageHeaders implements HeaderWriter {
  private static final String ALSO = PageHeaders.class.getName() + ".also";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

  /// Lets the forms of this very page end at one more place: browsers hold redirects after a form
  /// to the policy too.
  ///
  /// @param url of which only scheme, host and port count
  public static void formsMayEndAt(HttpServletRequest request, String url) {
    URI uri = URI.create(url);
    request.setAttribute(ALSO, " " + uri.getScheme() + "://" + uri.getRawAuthority());
  }

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    String also = request.getAttribute(ALSO) instanceof String place ? place : "";
    response.setHeader("Content-Security-Policy", POLICY + also);
  }
}
