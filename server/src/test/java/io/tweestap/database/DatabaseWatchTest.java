package io.tweestap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.testkit.TestDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DatabaseWatchTest {
  private final DriverManagerDataSource database =
      new DriverManagerDataSource(TestDatabase.fresh().url());
  private final AtomicLong time = new AtomicLong();
  private final DatabaseWatch watch = new DatabaseWatch(JdbcClient.create(database), time::get);

  @AfterEach
  void stop() {
    watch.stop();
  }

  @Test
  void itAnswersAsLongAsItAnsweredLately() {
    watch.start();
    pass(Duration.ofMinutes(1));
    await().untilAsserted(() -> assertThat(watch.answers()).isTrue());
  }

  @Test
  void fiveSecondsOfSilenceMeanThatItIsAway() {
    database.setUrl("jdbc:postgresql://127.0.0.1:1/nothing");
    watch.start();
    pass(Duration.ofMillis(4999));
    assertThat(watch.answers()).isTrue();
    pass(Duration.ofMillis(1));
    assertThat(watch.answers()).isFalse();
  }

  @Test
  void aSlowStartIsNoSilence() {
    database.setUrl("jdbc:postgresql://127.0.0.1:1/nothing");
    pass(Duration.ofMinutes(1));
    watch.start();
    assertThat(watch.answers()).isTrue();
  }

  @Test
  void itIsBackByItself() {
    String url = String.valueOf(database.getUrl());
    database.setUrl("jdbc:postgresql://127.0.0.1:1/nothing");
    watch.start();
    pass(Duration.ofMinutes(1));
    assertThat(watch.answers()).isFalse();

    database.setUrl(url);
    await().untilAsserted(() -> assertThat(watch.answers()).isTrue());
  }

  private void pass(Duration duration) {
    time.addAndGet(duration.toNanos());
  }
}
