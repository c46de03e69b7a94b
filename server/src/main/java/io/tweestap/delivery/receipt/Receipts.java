package io.tweestap.delivery.receipt;

import io.tweestap.delivery.MessageEvents;
import io.tweestap.delivery.MessageState;
import io.tweestap.delivery.jdbc.AttemptResult;
import io.tweestap.delivery.jdbc.Key;
import io.tweestap.delivery.jdbc.ParkedRows;
import io.tweestap.delivery.jdbc.PartChange;
import io.tweestap.delivery.jdbc.ReceiptRows;
import io.tweestap.delivery.jdbc.Reported;
import io.tweestap.operations.Tally;
import io.tweestap.shared.Ids;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes in what carriers report about messages that they took before.
///
/// A receipt may overtake the answer to its own message. Then it is parked, and whoever is later of
/// the two, the record of the parts or the parked receipt, finds the other: each commits first and
/// looks then. What a node that died left undone, [SettleParkedReceipts] does.
@Service
public class Receipts {
  private static final int BATCH_MAX = 500;

  private final ReceiptRows rows;
  private final ParkedRows parked;
  private final MatchReceipts matching;
  private final MessageEvents events;
  private final TransactionTemplate transaction;
  private final Ids ids;

  Receipts(
      ReceiptRows rows,
      ParkedRows parked,
      MatchReceipts matching,
      MessageEvents events,
      TransactionTemplate transaction,
      Ids ids) {
    this.rows = rows;
    this.parked = parked;
    this.matching = matching;
    this.events = events;
    this.transaction = transaction;
    this.ids = ids;
  }

  /// Stores receipts; returns once they are durable, so that the carrier can be told that they
  /// came. The same receipt again, or one behind a final one, changes nothing. One transaction for
  /// up to 500: hand over together what came together.
  ///
  /// @param forms how ids may differ from those in the carrier's answers
  public void report(List<CarrierReceipt> receipts, Set<IdForm> forms) {
    for (int from = 0; from < receipts.size(); from += BATCH_MAX) {
      List<Reported> batch =
          receipts.subList(from, Math.min(from + BATCH_MAX, receipts.size())).stream()
              .map(receipt -> new Reported(ids.next(), receipt, forms))
              .toList();
      settleParked(transaction.execute(_ -> applyOrPark(batch)));
    }
  }

  /// Applies what was parked for messages that have just been recorded.
  public void settleFor(List<AttemptResult> recorded) {
    List<AttemptResult> accepted =
        recorded.stream().filter(result -> !result.carrierMessageIds().isEmpty()).toList();
    if (!accepted.isEmpty()) {
      settleParked(parked.waitingFor(accepted));
    }
  }

  /// Applies those parked receipts whose message is known by now; the others stay.
  void settleParked(Collection<UUID> which) {
    if (!which.isEmpty()) {
      transaction.executeWithoutResult(_ -> {
        List<Reported> held = parked.lock(which);
        parked.remove(apply(held).keySet());
      });
    }
  }

  private List<UUID> applyOrPark(List<Reported> batch) {
    Set<Reported> applied = apply(batch).keySet();
    List<Reported> strangers = batch.stream().filter(one -> !applied.contains(one)).toList();
    parked.park(strangers);
    strangers.forEach(one -> Tally.RECEIPTS.add(one.receipt().carrier(), "unmatched"));
    return strangers.stream().map(Reported::id).toList();
  }

  private Map<Reported, PartChange> apply(List<Reported> reported) {
    Map<Reported, PartChange> matches = matching.match(reported);
    matches.keySet().stream()
        .map(Reported::receipt)
        .forEach(receipt -> Tally.RECEIPTS.add(receipt.carrier(), receipt.state().text()));
    Map<Key, MessageState> ended = rows.apply(MatchReceipts.onePerPart(matches.values()));
    ended.forEach((key, state) -> events.ended(key.tenant(), key.id(), state));
    return matches;
  }
}
