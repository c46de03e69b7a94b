package io.tweestap.functional;

import io.tweestap.Tweestap;
import io.tweestap.factor.FactorAnswers;
import io.tweestap.testkit.ManualClock;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// Another node of the server under test: its own program in this process, on the same database,
/// with the same keys.
final class FactorNode implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  FactorNode(Environment first, ManualClock clock) {
    SpringApplication application = new SpringApplication(Tweestap.class, TestClock.class);
    context =
        application.run(
            "--server.port=0",
            "--tweestap.database.url=" + property(first, "tweestap.database.url"),
            "--tweestap.vault.keyset=" + property(first, "tweestap.vault.keyset"));
    context.getBean(ManualClock.class).set(clock.instant());
  }

  FactorAnswers answers() {
    return context.getBean(FactorAnswers.class);
  }

  void follow(ManualClock clock) {
    context.getBean(ManualClock.class).set(clock.instant());
  }

  private static String property(Environment environment, String name) {
    return environment.getRequiredProperty(name, Object.class).toString();
  }

  @Override
  public void close() {
    context.close();
  }
}
