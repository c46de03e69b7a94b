package io.tweestap.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.inbound.jdbc.PartRows;
import io.tweestap.inbound.jdbc.PartRows.Waiting;
import io.tweestap.shared.TenantId;
import io.tweestap.sms.PartNumber;
import io.tweestap.sms.ReceivedPart;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Lays parts together until a message is whole. They wait in the database, so any node may get any
/// of them, in any order.
@Component
class JoinParts {
  private final PartRows rows;
  private final KeepMessage keep;
  private final Vault vault;

  JoinParts(PartRows rows, KeepMessage keep, Vault vault) {
    this.rows = rows;
    this.keep = keep;
    this.vault = vault;
  }

  /// Adds a part, as part of the caller's transaction, and keeps the message when it was the last.
  ///
  /// A part whose place is taken by another text belongs to a later message: handsets use their
  /// references again. What came of the earlier one is kept as it is then.
  void add(TenantId tenant, Arrived arrived, PartNumber number) {
    byte[] assembly = assembly(tenant, arrived, number);
    rows.lock(assembly);
    if (!rows.insert(tenant, assembly, arrived, number)) {
      keepWhatCame(tenant, assembly);
      rows.insert(tenant, assembly, arrived, number);
    }
    if (rows.count(tenant, assembly) == number.total()) {
      keepWhatCame(tenant, assembly);
    }
  }

  /// Keeps a message that did not become whole in time, as part of the caller's transaction.
  void giveUp(TenantId tenant, byte[] assembly) {
    rows.lock(assembly);
    keepWhatCame(tenant, assembly);
  }

  private void keepWhatCame(TenantId tenant, byte[] assembly) {
    List<Waiting> waiting = rows.take(tenant, assembly);
    if (waiting.isEmpty()) {
      return;
    }
    Waiting any = waiting.getFirst();
    List<Optional<ReceivedPart>> parts =
        new ArrayList<>(Collections.nCopies(any.total(), Optional.empty()));
    waiting.forEach(one -> parts.set(one.number() - 1, Optional.of(one.part())));
    keep.keep(
        tenant, new WholeMessage(any.carrier(), Optional.empty(), any.from(), any.to(), parts));
  }

  private byte[] assembly(TenantId tenant, Arrived arrived, PartNumber number) {
    return vault.hash(
        HashUse.INBOUND,
        tenant,
        "parts".getBytes(UTF_8),
        arrived.carrier().getBytes(UTF_8),
        arrived.from().getBytes(UTF_8),
        arrived.to().getBytes(UTF_8),
        ByteBuffer.allocate(8).putInt(number.reference()).putInt(number.total()).array());
  }
}
