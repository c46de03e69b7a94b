package io.tweestap.delivery.courier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.tweestap.delivery.Carrier;
import io.tweestap.delivery.Priority;
import io.tweestap.delivery.jdbc.QueueRows;
import io.tweestap.delivery.route.Routes;
import io.tweestap.operations.Gauges;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/// What waits, for how long, and whether the carriers are there.
@Component
class QueueMeters implements Gauges {
  private final QueueRows rows;
  private final Routes routes;
  private final Clock clock;
  private final MultiGauge waiting;
  private final MultiGauge oldest;
  private final MultiGauge parked;
  private final MultiGauge up;
  private final MultiGauge connections;

  QueueMeters(QueueRows rows, Routes routes, Clock clock, MeterRegistry registry) {
    this.rows = rows;
    this.routes = routes;
    this.clock = clock;
    this.waiting = MultiGauge.builder("tweestap_queue_due").register(registry);
    this.oldest = MultiGauge.builder("tweestap_queue_oldest_seconds").register(registry);
    this.parked = MultiGauge.builder("tweestap_receipts_parked").register(registry);
    this.up = MultiGauge.builder("tweestap_carrier_up").register(registry);
    this.connections = MultiGauge.builder("tweestap_carrier_connections").register(registry);
  }

  @Override
  public void look() {
    Collection<Carrier> carriers = routes.carriers();
    up.register(
        carriers.stream()
            .map(one -> MultiGauge.Row.of(Tags.of("carrier", one.name()), one.isUp() ? 1 : 0))
            .toList(),
        true);
    connections.register(
        carriers.stream()
            .filter(one -> one.connections().isPresent())
            .map(one ->
                MultiGauge.Row.of(Tags.of("carrier", one.name()), one.connections().getAsInt()))
            .toList(),
        true);
    List<QueueRows.Queue> queues = rows.due(carriers, clock.instant());
    waiting.register(
        queues.stream().map(one -> MultiGauge.Row.of(tags(one), one.waiting())).toList(), true);
    oldest.register(
        queues.stream().map(one -> MultiGauge.Row.of(tags(one), one.oldestSeconds())).toList(),
        true);
    parked.register(List.of(MultiGauge.Row.of(Tags.empty(), rows.parked())), true);
  }

  @Override
  public void lookFailed() {
    waiting.register(List.of(), true);
    oldest.register(List.of(), true);
    parked.register(List.of(), true);
  }

  private static Tags tags(QueueRows.Queue queue) {
    return Tags.of(
        "carrier", queue.carrier(), "priority", Priority.values()[queue.priority()].text());
  }
}
