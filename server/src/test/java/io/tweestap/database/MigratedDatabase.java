package io.tweestap.database;

import io.tweestap.testkit.TestDatabase;
import org.flywaydb.core.Flyway;

/// A database with the program's tables and nothing in them. The migrations run once in a JVM; each
/// test gets a copy of what they made.
public final class MigratedDatabase {
  private static final TestDatabase SCHEMA = migrate();

  private MigratedDatabase() {}

  /// One that nobody else uses.
  public static TestDatabase fresh() {
    synchronized (SCHEMA) {
      return SCHEMA.copy();
    }
  }

  private static TestDatabase migrate() {
    TestDatabase database = TestDatabase.fresh();
    Flyway.configure().dataSource(database.url(), null, null).load().migrate();
    return database;
  }
}
