package io.tweestap.delivery;

import io.tweestap.shared.Channel;
import java.util.OptionalInt;
import java.util.Set;

/// Takes messages to people: an operator's link, a provider's API, a mail server. A port.
///
/// A carrier is called on many threads at once, up to [#parallelMax]. Each call has its own time
/// limit, well below [Outbox#LEASE]: a call that takes longer may be repeated by another node.
public interface Carrier {
  /// Short and stable, as it stands in the database and in answers: `mail`.
  String name();

  /// The channels it serves.
  Set<Channel> channels();

  /// Lower comes first where several carriers serve a channel.
  int rank();

  /// How many calls of [#send] may run at once.
  int parallelMax();

  /// Whether it has to be asked what became of a message, since it does not report by itself. Then
  /// there is a [ReceiptInquiry] of its name.
  default boolean asksForReceipts() {
    return false;
  }

  /// Whether it says at some time what became of a message. Only of such a carrier silence means
  /// anything.
  default boolean givesReceipts() {
    return asksForReceipts();
  }

  /// Whether it could hand over a message at this moment. While not, it is given none.
  default boolean isReady() {
    return true;
  }

  /// Whether its line is there at all. One that is not, here or on any other node, loses its
  /// messages to the carrier behind it.
  default boolean isUp() {
    return true;
  }

  /// How many connections to it are open; empty where it has none that last.
  default OptionalInt connections() {
    return OptionalInt.empty();
  }

  /// Whether it only shows messages to whoever tries the program out: they cost nothing and reach
  /// nobody. It gets nothing where there is another, not even while that is down.
  default boolean isForTrying() {
    return false;
  }

  /// Hands a message over and waits for the carrier's word. Never throws for what a carrier can
  /// answer; an unexpected exception counts as [FailureClass#RETRY].
  HandOver send(OutgoingMessage message);
}
