package io.tweestap.functional;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Base of the tests of the server that most tests share: its only carrier is the sandbox, and
/// events may go to this machine.
public abstract class SandboxTest extends ApiTest {
  @DynamicPropertySource
  static void sandbox(DynamicPropertyRegistry settings) {
    settings.add("tweestap.carrier.sandbox.enabled", () -> "true");
    settings.add("tweestap.webhook.allow-private-addresses", () -> "true");
  }
}
