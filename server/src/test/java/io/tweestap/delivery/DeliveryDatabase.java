package io.tweestap.delivery;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tweestap.database.MigratedDatabase;
import io.tweestap.testkit.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A fresh database with the program's tables.
public final class DeliveryDatabase implements AutoCloseable {
  private final HikariDataSource source;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  public DeliveryDatabase() {
    this(MigratedDatabase.fresh());
  }

  private DeliveryDatabase(TestDatabase database) {
    HikariConfig settings = new HikariConfig();
    settings.setJdbcUrl(database.url());
    settings.setMaximumPoolSize(10);
    source = new HikariDataSource(settings);
    jdbc = JdbcClient.create(source);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
  }

  public JdbcClient jdbc() {
    return jdbc;
  }

  public TransactionTemplate transaction() {
    return transaction;
  }

  /// Everything that stands in a table, as text.
  public String dump(String table) {
    return String.join(
        "\n",
        jdbc.sql("SELECT row_to_json(t)::text FROM " + table + " AS t").query(String.class).list());
  }

  @Override
  public void close() {
    source.close();
  }
}
