package io.tweestap.page.account;

import io.tweestap.page.look.PageProtection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Shuts the pages in, and puts the gate before all of them but those that need no visit.
@Configuration(proxyBeanMethods = false)
class AccountSecurity implements WebMvcConfigurer {
  private final AccountGate gate;

  AccountSecurity(AccountGate gate) {
    this.gate = gate;
  }

  @Bean
  @Order(PageProtection.ORDER)
  static SecurityFilterChain accountChain(HttpSecurity http, PageProtection protection) {
    return protection.chain(http, "/account", "/account/**");
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(gate)
        .addPathPatterns("/account", "/account/**")
        .excludePathPatterns("/account/open/**", "/account/left/**");
  }
}
