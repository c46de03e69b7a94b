package io.tweestap.inbound;

import io.tweestap.delivery.IncomingSms;
import io.tweestap.shared.TenantId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Where messages in begin: whose it is, whether it came before, and then either kept or laid to
/// the other parts. All of it is one transaction, and has committed when the carrier hears of it.
@Service
class Inbox implements IncomingSms {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  private final Receivers receivers;
  private final Repeats repeats;
  private final JoinParts parts;
  private final KeepMessage keep;
  private final TransactionTemplate transaction;

  Inbox(
      Receivers receivers,
      Repeats repeats,
      JoinParts parts,
      KeepMessage keep,
      TransactionTemplate transaction) {
    this.receivers = receivers;
    this.repeats = repeats;
    this.parts = parts;
    this.keep = keep;
    this.transaction = transaction;
  }

  @Override
  public boolean received(Received message) {
    Arrived arrived = Arrived.of(message);
    Optional<TenantId> tenant = receiver(message, arrived);
    if (tenant.isEmpty()) {
      LOG.warn("{} keeps a message: no tenant has its number", message.carrier());
      return false;
    }
    transaction.executeWithoutResult(_ -> {
      if (repeats.isFirst(tenant.get(), arrived)) {
        take(tenant.get(), arrived);
      }
    });
    return true;
  }

  private void take(TenantId tenant, Arrived arrived) {
    arrived
        .number()
        .ifPresentOrElse(
            number -> parts.add(tenant, arrived, number),
            () ->
                keep.keep(
                    tenant,
                    new WholeMessage(
                        arrived.carrier(),
                        arrived.identity(),
                        arrived.from(),
                        arrived.to(),
                        List.of(Optional.of(arrived.part())))));
  }

  @Override
  public void answered(Received message) {
    Arrived arrived = Arrived.of(message);
    receiver(message, arrived).ifPresent(tenant -> repeats.answered(tenant, arrived));
  }

  private Optional<TenantId> receiver(Received message, Arrived arrived) {
    return message.carrier().equals(SANDBOX)
        ? message.owner()
        : receivers.of(arrived.to(), message.owner());
  }
}
