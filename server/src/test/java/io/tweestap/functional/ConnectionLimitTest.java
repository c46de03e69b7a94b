package io.tweestap.functional;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// Strangers who open connections and say little must not use up the memory.
class ConnectionLimitTest extends ApiTest {
  /// What one takes whose body of 64 KiB stopped before its end, as measured.
  private static final long BYTES = 145 * 1024;

  @Autowired private ServletWebServerApplicationContext context;

  @Test
  void asManyConnectionsAreOpenAsTheMemoryHolds() {
    assertThat(protocol().getMaxConnections() * BYTES)
        .isLessThan(Runtime.getRuntime().maxMemory() / 2);
  }

  @Test
  void whoeverSaysNothingIsCutOff() {
    assertThat(protocol().getConnectionTimeout()).isEqualTo(20_000);
    assertThat(protocol().getKeepAliveTimeout()).isEqualTo(15_000);
  }

  private AbstractProtocol<?> protocol() {
    TomcatWebServer server = (TomcatWebServer) requireNonNull(context.getWebServer());
    return (AbstractProtocol<?>) server.getTomcat().getConnector().getProtocolHandler();
  }
}
