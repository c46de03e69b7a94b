package io.tweestap.delivery.smpp;

import io.tweestap.delivery.IncomingSms;
import io.tweestap.delivery.smpp.wire.Inbound;
import io.tweestap.delivery.smpp.wire.Receiver;
import io.tweestap.delivery.smpp.wire.Submission;
import java.nio.ByteBuffer;
import java.util.Optional;
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
  Receiver of(LinkSettings link) {
    return delivery -> take(link, delivery);
  }

  private int take(LinkSettings link, Inbound delivery) {
    if (delivery.isReceipt()) {
      receipts.take(link, delivery);
      return Receiver.OK;
    }
    IncomingSms taker = incoming.getIfAvailable();
    if (taker == null) {
      return Receiver.LATER;
    }
    taker.received(message(link.name(), delivery));
    return Receiver.OK;
  }

  private static IncomingSms.Received message(String link, Inbound delivery) {
    return new IncomingSms.Received(
        link,
        delivery.source(),
        delivery.destination(),
        delivery.dataCoding(),
        delivery.hasHeader(),
        delivery.text(),
        piece(delivery));
  }

  private static Optional<IncomingSms.Piece> piece(Inbound delivery) {
    return delivery
        .optional(Submission.SAR_REFERENCE)
        .flatMap(reference ->
            delivery
                .optional(Submission.SAR_TOTAL)
                .flatMap(total ->
                    delivery
                        .optional(Submission.SAR_NUMBER)
                        .map(number ->
                            new IncomingSms.Piece(
                                Short.toUnsignedInt(ByteBuffer.wrap(reference).getShort()),
                                Byte.toUnsignedInt(total[0]),
                                Byte.toUnsignedInt(number[0])))));
  }
}
