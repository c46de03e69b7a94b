package io.tweestap.delivery.smpp;

import io.tweestap.delivery.IncomingSms;
import io.tweestap.delivery.smpp.wire.Inbound;
import io.tweestap.delivery.smpp.wire.Receiver;
import io.tweestap.delivery.smpp.wire.Submission;
import io.tweestap.shared.TenantId;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Sorts what operators deliver: receipts, and messages from handsets. Both are stored before the
/// operator hears that all is well.
@Component
class LinkReceivers {
  private final LinkReceipts receipts;
  private final ObjectProvider<IncomingSms> incoming;

  LinkReceivers(LinkReceipts receipts, ObjectProvider<IncomingSms> incoming) {
    this.receipts = receipts;
    this.incoming = incoming;
  }

  /// For one link.
  ///
  /// @param owner the tenant that looks after it; empty for the link of the settings
  Receiver of(LinkSettings link, Optional<TenantId> owner) {
    return new Receiver() {
      @Override
      public int take(Inbound delivery) {
        if (delivery.isReceipt()) {
          receipts.take(link, delivery);
          return OK;
        }
        IncomingSms taker = incoming.getIfAvailable();
        return taker != null && taker.received(message(link.name(), owner, delivery)) ? OK : LATER;
      }

      @Override
      public void answered(Inbound delivery) {
        if (!delivery.isReceipt()) {
          incoming.ifAvailable(taker -> taker.answered(message(link.name(), owner, delivery)));
        }
      }
    };
  }

  private static IncomingSms.Received message(
      String link, Optional<TenantId> owner, Inbound delivery) {
    return new IncomingSms.Received(
        link,
        owner,
        Optional.empty(),
        delivery.source(),
        delivery.destination(),
        delivery.dataCoding(),
        delivery.hasHeader(),
        delivery.text(),
        piece(delivery));
  }

  /// Parameters of another length than they must have say nothing (sections 5.3.2.22 to 5.3.2.24).
  private static Optional<IncomingSms.Piece> piece(Inbound delivery) {
    OptionalInt reference = number(delivery, Submission.SAR_REFERENCE, 2);
    OptionalInt total = number(delivery, Submission.SAR_TOTAL, 1);
    OptionalInt number = number(delivery, Submission.SAR_NUMBER, 1);
    return reference.isPresent() && total.isPresent() && number.isPresent()
        ? Optional.of(
            new IncomingSms.Piece(reference.getAsInt(), total.getAsInt(), number.getAsInt()))
        : Optional.empty();
  }

  private static OptionalInt number(Inbound delivery, int tag, int octets) {
    Optional<byte[]> value = delivery.optional(tag).filter(all -> all.length == octets);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    int number = 0;
    for (byte octet : value.get()) {
      number = number << 8 | Byte.toUnsignedInt(octet);
    }
    return OptionalInt.of(number);
  }
}
