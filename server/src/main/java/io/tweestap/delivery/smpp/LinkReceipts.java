package io.tweestap.delivery.smpp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tweestap.delivery.receipt.CarrierReceipt;
import io.tweestap.delivery.receipt.DeliveryReport;
import io.tweestap.delivery.receipt.IdForm;
import io.tweestap.delivery.receipt.ReceiptParameters;
import io.tweestap.delivery.receipt.Receipts;
import io.tweestap.delivery.smpp.wire.Inbound;
import io.tweestap.shared.GroupCommit;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Reads the receipts of links and has them stored; those that come together share one commit.
@Component
class LinkReceipts {
  private static final Logger LOG = LoggerFactory.getLogger(LinkReceipts.class);
  private static final int LANES = 2;
  private static final int BATCH_MAX = 200;

  private final Clock clock;
  private final GroupCommit<CarrierReceipt, Read, Boolean> commit;

  LinkReceipts(Receipts receipts, Clock clock) {
    this.clock = clock;
    this.commit =
        new GroupCommit<>(LANES, BATCH_MAX, Read::receipt, batch -> report(receipts, batch));
  }

  /// Stores a receipt for good. One that names no message or no state says nothing, and is let go:
  /// sent again it would say no more.
  void take(LinkSettings link, Inbound delivery) {
    DeliveryReport.read(delivery.text(), parameters(delivery))
        .receipt(link.name(), clock.instant(), link.receiptZone())
        .ifPresentOrElse(
            receipt -> commit.submit(new Read(receipt, link.receiptIds())),
            () -> LOG.info("link {}: a receipt that names no message or no state", link.name()));
  }

  private static List<Boolean> report(Receipts receipts, List<Read> batch) {
    batch.stream()
        .collect(
            Collectors.groupingBy(
                Read::forms, Collectors.mapping(Read::receipt, Collectors.toList())))
        .forEach((forms, some) -> receipts.report(some, forms));
    return batch.stream().map(_ -> true).toList();
  }

  private static ReceiptParameters parameters(Inbound delivery) {
    Optional<String> id =
        delivery
            .optional(Inbound.RECEIPTED_MESSAGE_ID)
            .map(octets -> new String(octets, ISO_8859_1));
    return new ReceiptParameters(
        id,
        number(delivery.optional(Inbound.MESSAGE_STATE), 0),
        number(delivery.optional(Inbound.NETWORK_ERROR_CODE), 1));
  }

  /// The octets from one on as a number.
  private static OptionalInt number(Optional<byte[]> octets, int from) {
    return octets
        .map(all -> {
          int number = 0;
          for (int i = from; i < all.length; i++) {
            number = number << 8 | Byte.toUnsignedInt(all[i]);
          }
          return OptionalInt.of(number);
        })
        .orElse(OptionalInt.empty());
  }

  private record Read(CarrierReceipt receipt, Set<IdForm> forms) {}
}
