package io.tweestap.page.prompt;

import io.tweestap.page.look.PageProtection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// The pages are open to whoever has the address; a cookie says who may see what.
@Configuration(proxyBeanMethods = false)
class PromptSecurity {
  @Bean
  @Order(PageProtection.ORDER)
  SecurityFilterChain promptChain(HttpSecurity http, PageProtection protection) {
    return protection.chain(http, "/prompt", "/prompt/**");
  }
}
