package io.tweestap.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/// Makes the settings of this room known, and what no request may hold.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebProperties.class)
class WebConfiguration {
  /// Spring Security's own, and no NUL in a parameter: the database takes none in a text. Its rule
  /// for the values of headers is a regular expression, which at every look at a token cost a
  /// twentieth of a whole request; the same is said here in a loop.
  @Bean
  static StrictHttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
    firewall.setAllowedHeaderValues(value -> value.codePoints().allMatch(WebConfiguration::isText));
    return firewall;
  }

  private static boolean isText(int character) {
    return Character.isDefined(character)
        && (!Character.isISOControl(character) || character == '\t');
  }
}
