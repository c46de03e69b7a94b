package io.tweestap.operations;

import java.io.PrintStream;
import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Greets the person at the console once the server answers.
@Component
class PrintWelcome {
  private final ObjectProvider<Welcome> parts;
  private final Environment environment;
  private final PrintStream console = System.out;

  PrintWelcome(ObjectProvider<Welcome> parts, Environment environment) {
    this.parts = parts;
    this.environment = environment;
  }

  /// Says nothing where no port is open, as in a test without a web server.
  @EventListener(ApplicationReadyEvent.class)
  void greet() {
    String port = environment.getProperty("local.server.port");
    if (port == null) {
      return;
    }
    URI address = URI.create("http://localhost:" + port);
    var text = new StringBuilder("%n  Tweestap is running at %s%n".formatted(address));
    parts
        .orderedStream()
        .flatMap(part -> part.lines(address).stream())
        .forEach(line -> text.append("  ").append(line).append(System.lineSeparator()));
    console.println(text.append("  Stop it with Ctrl-C.").append(System.lineSeparator()));
    console.flush();
  }
}
