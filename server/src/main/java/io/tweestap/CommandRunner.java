package io.tweestap;

import io.tweestap.operations.Command;
import io.tweestap.operations.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;

/// Runs a [Command] in a context that has no web server and starts no worker: only what the command
/// asks for comes to life.
final class CommandRunner {
  private static final String POOL_METRICS =
      "org.springframework.boot.jdbc.autoconfigure.metrics.DataSourcePoolMetricsAutoConfiguration";

  private CommandRunner() {}

  /// How the process is to end.
  record Ended(int code) {}

  static Ended run(CommandLine.Run asked) {
    try (ConfigurableApplicationContext context = context(asked.settings())) {
      Optional<Command> command =
          context
              .getBeanProvider(Command.class)
              .orderedStream()
              .filter(candidate -> candidate.name().equals(asked.name()))
              .findFirst();
      if (command.isEmpty()) {
        System.err.printf(
            "Unknown command %s; ./tweestap help lists what there is.%n", asked.name());
        return new Ended(ExitCode.USAGE.code());
      }
      return new Ended(command.get().run(asked.arguments()));
    } catch (RuntimeException e) {
      return failed(e);
    }
  }

  private static Ended failed(RuntimeException failure) {
    Optional<Refusal> refusal = Refusal.of(failure);
    refusal.ifPresentOrElse(
        known -> System.err.println(known.sentence()), failure::printStackTrace);
    return new Ended(refusal.map(Refusal::exitCode).orElse(ExitCode.UNEXPECTED).code());
  }

  private static ConfigurableApplicationContext context(List<String> settings) {
    var application = new SpringApplication(Tweestap.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setLazyInitialization(true);
    application.addInitializers(CommandRunner::startNothing);
    var all = new ArrayList<>(settings);
    all.add("--tweestap.serving=false");
    // These two would wake the database, to ask for its health and to measure its pool.
    all.add("--management.endpoint.health.validate-group-membership=false");
    all.add("--spring.autoconfigure.exclude=" + POOL_METRICS);
    return application.run(all.toArray(String[]::new));
  }

  /// Spring starts every `SmartLifecycle` and calls every runner, lazy or not; a command wants
  /// neither.
  private static void startNothing(ConfigurableApplicationContext context) {
    context.getBeanFactory().registerSingleton("lifecycleProcessor", new NothingStarts());
    context.addBeanFactoryPostProcessor(beans -> {
      removeAll(ApplicationRunner.class, beans);
      removeAll(CommandLineRunner.class, beans);
    });
  }

  private static void removeAll(Class<?> type, ConfigurableListableBeanFactory beans) {
    for (String name : beans.getBeanNamesForType(type, true, false)) {
      ((BeanDefinitionRegistry) beans).removeBeanDefinition(name);
    }
  }

  private static final class NothingStarts implements LifecycleProcessor {
    @Override
    public void onRefresh() {}

    @Override
    public void onClose() {}

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
      return false;
    }
  }
}
