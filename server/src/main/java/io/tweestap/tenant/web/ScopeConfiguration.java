package io.tweestap.tenant.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts [ScopeCheck] before every `/v1` endpoint but the public description of the API.
@Configuration(proxyBeanMethods = false)
class ScopeConfiguration implements WebMvcConfigurer {
  static final String PUBLIC = "/v1/openapi.json";

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new ScopeCheck()).addPathPatterns("/v1/**").excludePathPatterns(PUBLIC);
  }
}
