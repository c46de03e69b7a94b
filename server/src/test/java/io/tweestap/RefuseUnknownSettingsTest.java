package io.tweestap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.limit.LimitProperties;
import io.tweestap.operations.StartRefused;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RefuseUnknownSettingsTest {
  private static final String LIMIT = "tweestap.limit.capacities.sends_per_tenant_day=1";

  private final ApplicationContextRunner program =
      new ApplicationContextRunner()
          .withUserConfiguration(Room.class)
          .withBean(RefuseUnknownSettings.class);

  @Test
  void aSettingOfNoRoomIsNamedAndRefused() {
    program
        .withPropertyValues("tweestap.datbase.url=postgres://localhost/x", LIMIT)
        .run(context ->
            assertThat(context.getStartupFailure())
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("Unknown setting tweestap.datbase.url:"));
  }

  @Test
  void settingsOfARoomAndOfOthersPass() {
    program
        .withPropertyValues(LIMIT, "tweestap.data=data", "tweestap.serving=false", "server.port=1")
        .run(context -> assertThat(context).hasNotFailed());
  }

  @EnableConfigurationProperties(LimitProperties.class)
  static class Room {}
}
