package io.tweestap.database;

import io.tweestap.operations.Watch;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Asks the database something twice a second, so that whoever wants to know whether it answers
/// does not have to ask it, however often.
public class DatabaseWatch extends Watch {
  private static final String NOTHING = "SELECT 1";
  private static final Duration SILENCE_MAX = Duration.ofSeconds(5);

  private final AtomicLong answeredAt;
  private final LongSupplier nanoTime;

  /// @param nanoTime a clock that nobody sets back
  DatabaseWatch(JdbcClient sql, LongSupplier nanoTime) {
    this(sql, nanoTime, new AtomicLong(nanoTime.getAsLong()));
  }

  private DatabaseWatch(JdbcClient sql, LongSupplier nanoTime, AtomicLong answeredAt) {
    super("the database", () -> ask(sql, nanoTime, answeredAt));
    this.nanoTime = nanoTime;
    this.answeredAt = answeredAt;
  }

  /// Silence counts from here: the beans of a slow start are older than what they wait for.
  @Override
  public void start() {
    answeredAt.set(nanoTime.getAsLong());
    super.start();
  }

  /// Before the server opens its port, and until it has closed it.
  @Override
  public int getPhase() {
    return 0;
  }

  private static void ask(JdbcClient sql, LongSupplier nanoTime, AtomicLong answeredAt) {
    sql.sql(NOTHING).query(Integer.class).single();
    answeredAt.set(nanoTime.getAsLong());
  }

  /// Whether it answered within the last five seconds: it is there, and the pool had a connection
  /// left for the question.
  public boolean answers() {
    return nanoTime.getAsLong() - answeredAt.get() < SILENCE_MAX.toNanos();
  }
}
