package io.tweestap.client.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.client.Tweestap;
import io.tweestap.testkit.ServerProcess;
import org.junit.jupiter.api.Test;

class FirstStepsExampleTest {
  private final String address = ServerProcess.shared().address();
  private final String clientId = ServerProcess.shared().clientId();
  private final String clientSecret = ServerProcess.shared().clientSecret();

  @Test
  void readsTheNameOfTheTenant() {
    try (Tweestap tweestap = Tweestap.at(address).credentials(clientId, clientSecret).build()) {
      System.out.println(tweestap.settings().get().name());
    }
    try (Tweestap tweestap = Tweestap.at(address).credentials(clientId, clientSecret).build()) {
      assertThat(tweestap.openApi()).startsWith("{").contains("\"openapi\"");
    }
  }
}
