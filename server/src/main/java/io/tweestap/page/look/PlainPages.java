package io.tweestap.page.look;

import io.tweestap.page.PageLanguage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/// Pages that belong to no tenant, with a heading and a sentence: what went wrong before it was
/// known whose page it is.
@Component
public class PlainPages {
  private final SpringTemplateEngine templates;
  private final Looks looks;
  private final PageLanguage language;

  PlainPages(SpringTemplateEngine templates, Looks looks, PageLanguage language) {
    this.templates = templates;
    this.looks = looks;
    this.language = language;
  }

  /// Writes one of them; nothing when an answer is on its way already.
  ///
  /// @param what the part of its words' keys after `look.plain.`
  public void write(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, String what)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    var application = JakartaServletWebApplication.buildApplication(request.getServletContext());
    Map<String, Object> words = Map.of("what", what, Looks.NAME, looks.plain(""));
    var context =
        new WebContext(
            application.buildExchange(request, response), language.resolveLocale(request), words);
    byte[] body = templates.process("look/plain", context).getBytes(StandardCharsets.UTF_8);
    response.setStatus(status.value());
    response.setContentType(MediaType.TEXT_HTML_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
