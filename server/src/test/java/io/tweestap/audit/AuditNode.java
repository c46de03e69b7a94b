package io.tweestap.audit;

import com.zaxxer.hikari.HikariDataSource;
import io.tweestap.audit.chain.ChainReport;
import io.tweestap.audit.chain.PurgeEvents;
import io.tweestap.audit.chain.SealEvents;
import io.tweestap.audit.chain.VerifyAll;
import io.tweestap.database.MigratedDatabase;
import io.tweestap.operations.Command;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import io.tweestap.testkit.TestDatabase;
import io.tweestap.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The audit room as one node runs it, on a real database, without the rest of the server. Nothing
/// is sealed or purged until a test says so.
final class AuditNode implements AutoCloseable {
  final JdbcClient jdbc;
  final TransactionTemplate transaction;
  private final HikariDataSource dataSource = new HikariDataSource();
  private final AnnotationConfigApplicationContext context;

  AuditNode(TestDatabase database, Clock clock, Vault vault) {
    dataSource.setJdbcUrl(database.url());
    dataSource.setMaximumPoolSize(12);
    jdbc = JdbcClient.create(dataSource);
    var manager = new JdbcTransactionManager(dataSource);
    transaction = new TransactionTemplate(manager);
    SecureRandom random = new SecureRandom();
    context = new AnnotationConfigApplicationContext();
    context.registerBean(JdbcClient.class, () -> jdbc);
    context.registerBean(PlatformTransactionManager.class, () -> manager);
    context.registerBean(TransactionTemplate.class, () -> transaction);
    context.registerBean(Clock.class, () -> clock);
    context.registerBean(Ids.class, () -> new Ids(clock, random));
    context.registerBean(Vault.class, () -> vault);
    context.registerBean(
        JsonMapper.class,
        () ->
            JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build());
    context.scan("io.tweestap.audit");
    context.refresh();
  }

  /// A database with the schema and nothing in it.
  static TestDatabase database() {
    return MigratedDatabase.fresh();
  }

  AuditTrail trail() {
    return context.getBean(AuditTrail.class);
  }

  AuditLog log() {
    return context.getBean(AuditLog.class);
  }

  Command command() {
    return context.getBean(Command.class);
  }

  void seal() {
    context.getBean(SealEvents.class).run();
  }

  void purge() {
    context.getBean(PurgeEvents.class).run();
  }

  ChainReport verify(TenantId tenant) {
    var reports = new ArrayList<ChainReport>();
    context.getBean(VerifyAll.class).verify(Optional.of(tenant), reports::add);
    return reports.getFirst();
  }

  List<ChainReport> verifyAll() {
    var reports = new ArrayList<ChainReport>();
    context.getBean(VerifyAll.class).verify(Optional.empty(), reports::add);
    return reports;
  }

  /// Records one event that is kept as activity.
  void record(TenantId tenant, String factor) {
    trail().record(tenant, event(AuditAction.FACTOR_ANSWERED, factor));
  }

  static AuditEvent event(AuditAction action, String factor) {
    return new AuditEvent(
        action,
        Actor.USER,
        Optional.of(new UUID(7, 7)),
        Optional.of("203.0.113.9"),
        AuditResult.SUCCESS,
        Map.of("factor", factor));
  }

  @Override
  public void close() {
    context.close();
    dataSource.close();
  }
}
