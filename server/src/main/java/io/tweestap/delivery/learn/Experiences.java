package io.tweestap.delivery.learn;

import io.tweestap.shared.Remembered;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// What is known, in memory; read anew every half minute, so that no message costs a statement.
@Component
@EnableConfigurationProperties(LearningProperties.class)
class Experiences implements Supplier<Experience> {
  private static final Duration REMEMBERED = Duration.ofSeconds(30);

  private final OutcomeRows rows;
  private final LearningProperties properties;
  private final Clock clock;
  private final Remembered<Boolean, Experience> remembered;

  Experiences(OutcomeRows rows, LearningProperties properties, Clock clock) {
    this.rows = rows;
    this.properties = properties;
    this.clock = clock;
    this.remembered = new Remembered<>(1, REMEMBERED, clock);
  }

  @Override
  public Experience get() {
    return remembered.get(true, _ -> read());
  }

  private Experience read() {
    return rows.experience(clock.instant(), properties.halfLife());
  }
}
