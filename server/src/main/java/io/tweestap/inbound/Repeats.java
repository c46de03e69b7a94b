package io.tweestap.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.inbound.jdbc.SeenRows;
import io.tweestap.operations.Chore;
import io.tweestap.operations.Portions;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Knows what came before. A carrier that heard no answer brings a message again.
///
/// - Where the carrier has a name for a message, that name counts for a day.
/// - A part counts as long as its message is waited for: link, numbers, reference and content.
/// - Of a message without a name, link, numbers and content count until the carrier has heard that
///   it is stored, and an hour at most. So one that was stored when the connection broke or the
///   program ended comes once, and a person may well write "yes" twice.
@Component
class Repeats implements Chore {
  static final Duration NAMED = Duration.ofDays(1);
  static final Duration UNANSWERED = Duration.ofHours(1);

  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final int BATCH = 1_000;

  private final SeenRows rows;
  private final Vault vault;
  private final Duration partsWithin;
  private final Clock clock;

  Repeats(SeenRows rows, Vault vault, InboundProperties properties, Clock clock) {
    this.rows = rows;
    this.vault = vault;
    this.partsWithin = properties.partsWithin();
    this.clock = clock;
  }

  /// Notes a message, as part of the caller's transaction; whether it is here for the first time.
  /// Of two at once, the second waits for what becomes of the first.
  boolean isFirst(TenantId tenant, Arrived arrived) {
    Instant now = clock.instant();
    return rows.note(tenant, hash(tenant, arrived), now, now.plus(life(arrived)));
  }

  /// From now on the same content is another message, unless its name says otherwise.
  void answered(TenantId tenant, Arrived arrived) {
    if (arrived.identity().isEmpty() && arrived.number().isEmpty()) {
      rows.forget(tenant, hash(tenant, arrived));
    }
  }

  private Duration life(Arrived arrived) {
    if (arrived.identity().isPresent()) {
      return NAMED;
    }
    return arrived.number().isPresent() ? partsWithin : UNANSWERED;
  }

  private byte[] hash(TenantId tenant, Arrived arrived) {
    byte[] carrier = arrived.carrier().getBytes(UTF_8);
    return arrived
        .identity()
        .map(name -> vault.hash(HashUse.INBOUND, tenant, carrier, name.getBytes(UTF_8)))
        .orElseGet(() ->
            vault.hash(
                HashUse.INBOUND,
                tenant,
                carrier,
                arrived.from().getBytes(UTF_8),
                arrived.to().getBytes(UTF_8),
                shape(arrived),
                arrived.part().text()));
  }

  private static byte[] shape(Arrived arrived) {
    ByteBuffer shape = ByteBuffer.allocate(24);
    shape.putInt(arrived.part().coding().ordinal());
    shape.putInt(arrived.part().singleShift()).putInt(arrived.part().lockingShift());
    arrived
        .number()
        .ifPresent(one -> shape.putInt(one.reference()).putInt(one.total()).putInt(one.number()));
    return shape.array();
  }

  @Override
  public String name() {
    return "forget-seen-messages";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run() {
    Portions.untilDone(BATCH, () -> rows.purge(clock.instant(), BATCH));
  }
}
