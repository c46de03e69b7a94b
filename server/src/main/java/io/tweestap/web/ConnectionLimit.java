package io.tweestap.web;

import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Bounds how many connections are open at once by the memory that there is. Whoever connects may
/// begin a header of 8 KiB or a body of 64 KiB and never end it; Tomcat would hold 8,192 of those,
/// and a program that is out of memory ends. More wait until one closes.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ConnectionLimit implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  /// A body of 64 KiB that stopped before its end takes 145 KiB, as measured; the rest is for
  /// everything else.
  private static final long BYTES_EACH = 320 * 1024;

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addConnectorCustomizers(connector -> {
      if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
        int fit = fitting(Runtime.getRuntime().maxMemory());
        protocol.setMaxConnections(Math.min(fit, protocol.getMaxConnections()));
      }
    });
  }

  /// How many fit into so many bytes of heap.
  static int fitting(long heap) {
    return Math.toIntExact(Math.clamp(heap / BYTES_EACH, 1, Integer.MAX_VALUE));
  }
}
