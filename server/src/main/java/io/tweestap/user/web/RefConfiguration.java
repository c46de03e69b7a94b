package io.tweestap.user.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts [RefInPath] before every endpoint of a user, after the check of scopes.
@Configuration(proxyBeanMethods = false)
class RefConfiguration implements WebMvcConfigurer {
  private static final int AFTER_SCOPES = 1;

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(new RefInPath())
        .addPathPatterns("/v1/users/{ref}", "/v1/users/{ref}/**")
        .order(AFTER_SCOPES);
  }
}
