package io.tweestap.page.sandbox;

import io.tweestap.operations.Welcome;
import java.net.URI;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Tells whoever started the server where to try it.
@Component
@Order(0)
@WhenTryIt
class TryItWelcome implements Welcome {
  @Override
  public List<String> lines(URI address) {
    return List.of("Try it in a browser:  " + address + "/sandbox");
  }
}
