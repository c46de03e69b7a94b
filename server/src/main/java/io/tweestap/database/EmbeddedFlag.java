package io.tweestap.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.util.StringUtils;

/// Puts `tweestap.embedded` into the environment, `true` while no database address is given, so
/// that a bean can be conditional on it. Asked anew each time: a test adds its address late.
class EmbeddedFlag implements EnvironmentPostProcessor {
  private static final String NAME = "tweestap.embedded";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment
        .getPropertySources()
        .addLast(
            // No source of its own: Spring would look into an environment given here, and so into
            // this.
            new PropertySource<>(NAME) {
              @Override
              public @Nullable Object getProperty(String name) {
                return name.equals(NAME)
                    ? !StringUtils.hasText(environment.getProperty("tweestap.database.url"))
                    : null;
              }
            });
  }
}
