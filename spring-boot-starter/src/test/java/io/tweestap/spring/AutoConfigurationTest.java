package io.tweestap.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.client.Tweestap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.*;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// What an application gets by having the starter and its settings.
class AutoConfigurationTest {
  private final WebApplicationContextRunner bare =
      new WebApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  TweestapAutoConfiguration.class,
                  SecondStepAutoConfiguration.class,
                  SecurityAutoConfiguration.class,
                  ServletWebSecurityAutoConfiguration.class,
                  UserDetailsServiceAutoConfiguration.class,
                  DispatcherServletAutoConfiguration.class,
                  WebMvcAutoConfiguration.class));
  private final WebApplicationContextRunner set =
      bare.withPropertyValues(
          "tweestap.client-id=shop",
          "tweestap.client-secret=hush-hush",
          "tweestap.application-address=https://shop.example.org/");

  @Test
  void withoutCredentialsNothingHappens() {
    bare.run(context -> {
      assertThat(context).hasNotFailed().doesNotHaveBean(Tweestap.class);
      assertThat(filters(context)).noneMatch(name -> name.startsWith("SecondStep"));
    });
  }

  @Test
  void withSettingsAloneEverythingNeedsALoginInTwoSteps() {
    set.run(context -> {
      assertThat(context).hasNotFailed().hasSingleBean(Tweestap.class);
      assertThat(filters(context))
          .contains("SecondStepFilter", "SessionGuard", "UsernamePasswordAuthenticationFilter")
          .doesNotContain("BasicAuthenticationFilter");
    });
  }

  @Test
  void anApplicationsOwnChainGetsTheSecondStepByItself() {
    set.withUserConfiguration(OwnChain.class)
        .run(context -> assertThat(filters(context)).contains("SecondStepFilter"));
  }

  @Test
  void aChainWithoutAFormLoginIsLeftAsItIs() {
    set.withUserConfiguration(NoForm.class)
        .run(context -> assertThat(filters(context)).doesNotContain("SecondStepFilter"));
  }

  @Test
  void itCanBeTurnedOff() {
    set.withPropertyValues("tweestap.enabled=false")
        .run(context -> {
          assertThat(context).hasSingleBean(Tweestap.class);
          assertThat(filters(context)).doesNotContain("SecondStepFilter");
        });
  }

  @Test
  void aSettingThatIsMissingFailsTheStart() {
    bare.withPropertyValues("tweestap.client-id=shop").run(failsWith("tweestap.client-secret"));
    bare.withPropertyValues("tweestap.client-id=shop", "tweestap.client-secret=hush-hush")
        .run(failsWith("tweestap.application-address"));
    set.withPropertyValues("tweestap.address=http://2fa.example.org").run(failsWith("https"));
    set.withPropertyValues("tweestap.page=second").run(failsWith("tweestap.page"));
  }

  private static org.springframework.boot.test.context.runner.ContextConsumer<
          AssertableWebApplicationContext>
      failsWith(String words) {
    return context ->
        assertThat(context)
            .hasFailed()
            .getFailure()
            .rootCause()
            .hasMessageContaining(words)
            .hasMessageNotContaining("hush-hush");
  }

  @Test
  void aPageOfItsOwnNeedsNoReturnAddress() {
    bare.withPropertyValues(
            "tweestap.client-id=shop", "tweestap.client-secret=hush-hush", "tweestap.page=/second")
        .run(context -> assertThat(context).hasSingleBean(OwnPage.class));
  }

  @Test
  void settingsDoNotShowTheSecret() {
    set.run(context ->
        assertThat(context.getBean(TweestapProperties.class).toString())
            .contains("shop")
            .doesNotContain("hush-hush"));
  }

  @Test
  void everySettingIsDescribedForEditors() throws IOException {
    String metadata;
    try (InputStream file =
        TweestapProperties.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      assertThat(file).as("metadata").isNotNull();
      metadata = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<String> names =
        Arrays.stream(TweestapProperties.class.getRecordComponents())
            .map(one -> one.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
            .toList();
    assertThat(names)
        .allSatisfy(name -> assertThat(metadata).contains("\"tweestap." + name + "\""));
    assertThat(metadata.split("\"description\"")).hasSizeGreaterThanOrEqualTo(names.size());
  }

  private static List<String> filters(AssertableWebApplicationContext context) {
    return context.getBeansOfType(SecurityFilterChain.class).values().stream()
        .flatMap(chain -> chain.getFilters().stream())
        .map(filter -> filter.getClass().getSimpleName())
        .toList();
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnChain {
    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
      return http.formLogin(Customizer.withDefaults()).build();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class NoForm {
    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
      return http.httpBasic(Customizer.withDefaults()).build();
    }
  }
}
