package io.tweestap.delivery;

import io.tweestap.shared.TenantId;
import java.util.Optional;

/// Takes SMS that people send. A port: a room above stores them. While none does, operators are
/// told to keep them for later.
public interface IncomingSms {
  /// Stores what came in, or one part of it, for good before it returns. The same may come again.
  ///
  /// @return false when nobody can be found whose message it is: the carrier is to keep it
  boolean received(Received message);

  /// Says that the carrier was told that the message is stored, so that from now on the same text
  /// is a new message.
  default void answered(Received message) {}

  /// Carrier of what is typed on a handset on the screen: anybody may type anything there, so it
  /// goes to its owner, whoever has the number.
  String SANDBOX = "sandbox";

  /// An SMS, or a part of one, as an operator handed it on. `toString` shows nothing of it.
  ///
  /// @param carrier over which it came
  /// @param owner the tenant that looks after that carrier; empty for one of the installation
  /// @param identity the carrier's own name for this message, the same when it comes again
  /// @param from as the operator writes the number; mostly international without `+`
  /// @param dataCoding how the text is written, as `data_coding` of SMPP says
  /// @param hasHeader whether a user data header comes first in the text
  /// @param text header and text as they came
  /// @param piece which part of what it is, where the operator says so beside the text
  record Received(
      String carrier,
      Optional<TenantId> owner,
      Optional<String> identity,
      String from,
      String to,
      int dataCoding,
      boolean hasHeader,
      byte[] text,
      Optional<Piece> piece) {
    @Override
    public String toString() {
      return "Received[" + carrier + "]";
    }
  }

  /// Which part of a message, as it came.
  ///
  /// @param reference what the parts of one message share, 0 to 65535
  /// @param number 1 for the first
  record Piece(int reference, int total, int number) {}
}
