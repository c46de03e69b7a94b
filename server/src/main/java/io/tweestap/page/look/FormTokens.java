package io.tweestap.page.look;

import io.tweestap.page.PageCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/// What shows that a form came from a page of ours (ASVS 3.5.1): a random value in a cookie that
/// the form repeats. One per browser, so that tabs do not spoil each other's forms.
final class FormTokens implements CsrfTokenRepository {
  private static final String COOKIE = "tweestap_page_form";
  private static final String HEADER = "X-CSRF-TOKEN";
  private static final String PARAMETER = "_csrf";
  private static final int BYTES = 32;

  private final SecureRandom random;

  FormTokens(SecureRandom random) {
    this.random = random;
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    byte[] drawn = new byte[BYTES];
    random.nextBytes(drawn);
    return token(Base64.getUrlEncoder().withoutPadding().encodeToString(drawn));
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (token == null) {
      PageCookies.end(request, response, COOKIE);
    } else {
      PageCookies.set(request, response, COOKIE, token.getToken());
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return PageCookies.read(request, COOKIE).map(FormTokens::token).orElse(null);
  }

  private static CsrfToken token(String value) {
    return new DefaultCsrfToken(HEADER, PARAMETER, value);
  }
}
