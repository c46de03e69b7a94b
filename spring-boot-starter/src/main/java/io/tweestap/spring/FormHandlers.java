package io.tweestap.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/// What an application has its form login do after the password. It is done after the second step
/// instead. Spring Security lets it be set and not read, so the fields are read as they are: should
/// a release of it name them otherwise, the start fails, rather than a handler being dropped in
/// silence.
final class FormHandlers {
  private FormHandlers() {}

  /// Set by `successHandler` or `defaultSuccessUrl`; what the form does by itself when neither was
  /// called.
  static AuthenticationSuccessHandler success(FormLoginConfigurer<?> form) {
    @Nullable Object handler = new DirectFieldAccessor(form).getPropertyValue("successHandler");
    if (handler instanceof AuthenticationSuccessHandler success) {
      return success;
    }
    throw new IllegalStateException("the form login has no success handler");
  }
}
