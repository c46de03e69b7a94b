package io.tweestap.webhook;

import com.zaxxer.hikari.HikariDataSource;
import io.tweestap.database.MigratedDatabase;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import io.tweestap.testkit.TestDatabase;
import io.tweestap.vault.SharedVault;
import io.tweestap.vault.Vault;
import io.tweestap.webhook.address.HostLookup;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The webhook room as one node runs it, on a real database, without the rest of the server.
public final class WebhookNode implements AutoCloseable {
  static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  final HikariDataSource dataSource;
  final JdbcClient jdbc;
  final TransactionTemplate transaction;
  private final AnnotationConfigApplicationContext context;

  private WebhookNode(
      TestDatabase database, Clock clock, Map<String, Object> settings, HostLookup... lookup) {
    dataSource = new HikariDataSource();
    dataSource.setJdbcUrl(database.url());
    dataSource.setMaximumPoolSize(12);
    jdbc = JdbcClient.create(dataSource);
    var manager = new JdbcTransactionManager(dataSource);
    transaction = new TransactionTemplate(manager);
    SecureRandom random = new SecureRandom();
    context = new AnnotationConfigApplicationContext();
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
    context.registerBean(JdbcClient.class, () -> jdbc);
    context.registerBean(PlatformTransactionManager.class, () -> manager);
    context.registerBean(TransactionTemplate.class, () -> transaction);
    context.registerBean(Clock.class, () -> clock);
    context.registerBean(SecureRandom.class, () -> random);
    context.registerBean(Ids.class, () -> new Ids(clock, random));
    context.registerBean(Vault.class, SharedVault::get);
    context.registerBean(JsonMapper.class, () -> JSON);
    for (HostLookup other : lookup) {
      context.registerBean("other", HostLookup.class, () -> other, bean -> bean.setPrimary(true));
    }
    context.scan("io.tweestap.webhook", "io.tweestap.audit");
    context.refresh();
  }

  /// A database with the schema and nothing in it.
  public static TestDatabase database() {
    return MigratedDatabase.fresh();
  }

  /// A node that may call this machine, with short time limits.
  static WebhookNode open(TestDatabase database, Clock clock) {
    return new WebhookNode(
        database,
        clock,
        Map.of(
            "tweestap.webhook.allow-private-addresses", "true",
            "tweestap.webhook.total-timeout", "3s",
            "tweestap.webhook.poll-every", "25ms"));
  }

  /// A node with the defaults and a name service of the test's own.
  static WebhookNode strict(TestDatabase database, Clock clock, HostLookup lookup) {
    return new WebhookNode(database, clock, Map.of("tweestap.webhook.poll-every", "25ms"), lookup);
  }

  static TenantId newTenant() {
    return new TenantId(UUID.randomUUID());
  }

  Webhooks webhooks() {
    return context.getBean(Webhooks.class);
  }

  Endpoints endpoints() {
    return context.getBean(Endpoints.class);
  }

  Events events() {
    return context.getBean(Events.class);
  }

  /// The room's REST controllers.
  Object[] controllers() {
    return context.getBeansWithAnnotation(RestController.class).values().stream()
        .filter(controller -> controller.getClass().getName().contains(".webhook."))
        .toArray();
  }

  /// An endpoint for all event types.
  EndpointOutcome.Created listen(TenantId tenant, String url) {
    return (EndpointOutcome.Created)
        endpoints().create(tenant, url, EventType.subscribable(), null);
  }

  /// The newest event's deliveries.
  List<Delivery> lastDeliveries(TenantId tenant) {
    return events().deliveries(tenant, lastEvent(tenant).id());
  }

  RecordedEvent lastEvent(TenantId tenant) {
    return events().list(tenant, new EventQuery(null, null, null, null, 1)).data().getFirst();
  }

  @Override
  public void close() {
    context.close();
    dataSource.close();
  }
}
