package io.tweestap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import io.tweestap.testkit.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MigrationsTest {
  private static final String WHERE = "database at db.example.net/tweestap";

  private TestDatabase database;
  private JdbcClient sql;

  @BeforeEach
  void anEmptyDatabase() {
    database = TestDatabase.fresh();
    sql = JdbcClient.create(new DriverManagerDataSource(database.url()));
  }

  @Test
  void anEmptyDatabaseIsMigratedAndAnotherStartChangesNothing() {
    migrate();
    assertThatCode(this::migrate).doesNotThrowAnyException();
  }

  @Test
  void aDatabaseOfANewerProgramIsLeftAlone() {
    migrate();
    sql.sql(
            """
            INSERT INTO flyway_schema_history
              (installed_rank, version, description, type, script, checksum, installed_by,
              execution_time, success)
            VALUES (9999, '900', 'later', 'SQL', 'V900__later.sql', 1, 'test', 1, true)
            """)
        .update();

    assertThat(refused().sentence())
        .contains(WHERE, "newer Tweestap", "migration 900", "start that version", "backup")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '003'",
        "UPDATE flyway_schema_history SET description = 'else' WHERE version = '003'",
        "UPDATE flyway_schema_history SET version = '003.5', script = 'V003.5__x.sql'"
            + " WHERE version = '003'",
        "DELETE FROM flyway_schema_history WHERE version = '003'",
      })
  void aDatabaseOfAnotherBuildIsLeftAlone(String change) {
    migrate();
    assertThat(sql.sql(change).update()).isEqualTo(1);

    assertThat(refused().sentence())
        .contains(WHERE, "not made by this build", "start the program that made it")
        .hasLineCount(1);
  }

  @Test
  void aDatabaseOfSomethingElseIsLeftAlone() {
    sql.sql("CREATE TABLE customer (id int)").update();

    assertThat(refused().sentence()).contains(WHERE, "not Tweestap's", "an empty database");
    assertThat(sql.sql("SELECT to_regclass('tenant') IS NULL").query(Boolean.class).single())
        .isTrue();
  }

  @Test
  void theStartOfTheProgramEndsWithIt() {
    sql.sql("CREATE TABLE customer (id int)").update();
    new ApplicationContextRunner()
        .withInitializer(context ->
            new EmbeddedFlag()
                .postProcessEnvironment(context.getEnvironment(), new SpringApplication()))
        .withUserConfiguration(DatabaseWiring.class)
        .withConfiguration(AutoConfigurations.of(FlywayAutoConfiguration.class))
        .withPropertyValues("tweestap.database.url=" + database.url())
        .run(context -> {
          Throwable cause = context.getStartupFailure();
          while (cause != null && !(cause instanceof StartRefused)) {
            cause = cause.getCause();
          }
          assertThat(cause).isNotNull().hasMessageContaining("not Tweestap's");
        });
  }

  private StartRefused refused() {
    StartRefused refused = catchThrowableOfType(StartRefused.class, this::migrate);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.OTHER_SCHEMA);
    return refused;
  }

  private void migrate() {
    Migrations.run(Flyway.configure().dataSource(database.url(), null, null).load(), WHERE);
  }
}
