package io.tweestap.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a carrier said to a message.
public sealed interface HandOver {
  /// The carrier has it now.
  ///
  /// @param carrierMessageIds the carrier's own id of each part, in their order, by which receipts
  ///   are matched later; one where it does not tell parts apart, none where it gives no id. An
  ///   empty text stands for a part that got none
  /// @param parts how many parts it was sent in, 1 to 255; what is paid for
  /// @param price what the carrier said it costs
  /// @param state anything that the carrier wants back with a receipt; opaque, no secret
  record Accepted(
      List<String> carrierMessageIds, int parts, Optional<Price> price, Optional<String> state)
      implements HandOver {
    /// No SMS has more (3GPP TS 23.040 section 9.2.3.24.1).
    public static final int PARTS_MAX = 255;

    public Accepted {
      if (parts < 1 || parts > PARTS_MAX) {
        throw new IllegalArgumentException("a message has 1 to 255 parts");
      }
      carrierMessageIds = List.copyOf(carrierMessageIds);
      if (carrierMessageIds.size() > parts) {
        throw new IllegalArgumentException("more ids than parts");
      }
    }

    /// Accepted by a carrier that says no more than that.
    public static Accepted plainly(int parts) {
      return new Accepted(List.of(), parts, Optional.empty(), Optional.empty());
    }
  }

  /// The carrier does not have it.
  ///
  /// @param kind what follows from that
  /// @param reason for people; no recipient and no text in it
  /// @param after how long the carrier asks to wait; empty means the usual backoff
  record Failed(FailureClass kind, String reason, Optional<Duration> after) implements HandOver {
    /// A failure without a wish for patience.
    public Failed(FailureClass kind, String reason) {
      this(kind, reason, Optional.empty());
    }
  }

  /// The connection broke before the answer came: it may have been sent. If it is tried again, the
  /// person may get it twice.
  record Unknown(String reason) implements HandOver {}
}
