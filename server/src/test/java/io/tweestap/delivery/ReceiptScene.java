package io.tweestap.delivery;

import io.tweestap.delivery.jdbc.Claimed;
import io.tweestap.delivery.jdbc.OutboxRows;
import io.tweestap.delivery.receipt.CarrierReceipt;
import io.tweestap.delivery.receipt.IdForm;
import io.tweestap.delivery.receipt.ReceiptState;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import io.tweestap.testkit.ManualClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Messages that a carrier took, and the receipts that follow. Each part's id is what the test
/// says.
public final class ReceiptScene implements AutoCloseable {
  static final TenantId TENANT = SampleMessages.TENANT;
  public static final String CARRIER = "fake";

  public final DeliveryDatabase database = new DeliveryDatabase();
  public final ManualClock clock = new ManualClock(SampleMessages.NOW);
  private final List<OutboxNode> nodes = new ArrayList<>();

  /// A node whose couriers stand still.
  public OutboxNode node() {
    OutboxNode node = new OutboxNode(database, clock, FakeCarrier.accepting());
    node.stopCouriers();
    nodes.add(node);
    return node;
  }

  public UUID queued(OutboxNode node) {
    return node.outbox()
        .add(
            TENANT,
            new NewMessage(
                UUID.randomUUID(),
                Priority.CODE,
                Channel.SMS,
                SampleMessages.NUMBER,
                "+31******78",
                "Acme",
                "Your code",
                "481516",
                Locale.ENGLISH,
                clock.instant().plusSeconds(300)));
  }

  public List<Claimed> claim(OutboxNode node) {
    Instant now = clock.instant();
    return node.rows()
        .claim(CARRIER, Set.of(Channel.SMS), Priority.CODE, now, OutboxRows.CLAIM_MAX);
  }

  /// A message that the carrier took in as many parts as there are ids.
  public UUID accepted(OutboxNode node, String... ids) {
    UUID id = queued(node);
    handOver(node, ids);
    return id;
  }

  /// Hands over what is due; the carrier answers with these ids.
  public void handOver(OutboxNode node, String... ids) {
    FakeCarrier carrier =
        FakeCarrier.sms(_ ->
            new HandOver.Accepted(
                List.of(ids), Math.max(1, ids.length), Optional.empty(), Optional.empty()));
    claim(node).forEach(message -> node.deliver(carrier, message));
  }

  public CarrierReceipt receipt(String id, ReceiptState state) {
    return new CarrierReceipt(CARRIER, id, state, clock.instant(), Optional.empty());
  }

  /// One receipt, matched with the usual forms.
  public void report(OutboxNode node, String id, ReceiptState state) {
    node.receipts().report(List.of(receipt(id, state)), IdForm.USUAL);
  }

  public String state(UUID message) {
    return text("SELECT state FROM message WHERE id = :id", message);
  }

  /// The states of a message's parts, in order.
  public String partStates(UUID message) {
    return text(
        "SELECT string_agg(state, ',' ORDER BY attempt, part) FROM message_part"
            + " WHERE message_id = :id",
        message);
  }

  public int count(String sql) {
    return database.jdbc().sql(sql).query(Integer.class).single();
  }

  /// From now on somebody listens to everything about messages.
  public void listen() {
    database
        .jdbc()
        .sql(
            """
            INSERT INTO webhook_endpoint
              (tenant_id, id, slot, url, events, enabled, created_at)
            VALUES
              (:tenant, :id, 1, 'https://hooks.example.org/',
              ARRAY['message.accepted', 'message.delivered', 'message.partly_delivered',
                'message.undelivered'],
              true, now())
            """)
        .param("tenant", TENANT.value())
        .param("id", UUID.randomUUID())
        .update();
  }

  public List<String> events(UUID message) {
    return database
        .jdbc()
        .sql(
            "SELECT type || ' ' || (payload ->> 'sequence') || ' ' || (payload ->> 'changedAt')"
                + " AS words FROM webhook_event WHERE payload ->> 'id' = :id ORDER BY id")
        .param("id", message.toString())
        .query((row, _) -> row.getString("words"))
        .list();
  }

  private String text(String sql, UUID message) {
    return database.jdbc().sql(sql).param("id", message).query(String.class).single();
  }

  @Override
  public void close() {
    nodes.forEach(OutboxNode::close);
    database.close();
  }
}
