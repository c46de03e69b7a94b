package io.tweestap.delivery.receipt;

import io.tweestap.delivery.FailureClass;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// A carrier's word on a part that it took before, or on a message whose parts it does not tell
/// apart.
///
/// @param carrier its [Carrier#name]
/// @param carrierMessageId the id as it stands in the receipt; not blank, of a longer one the first
///   255 characters count
/// @param at when it happened, as the carrier says; when it came where the carrier does not
/// @param error the carrier's code for what went wrong. Only what looks like one is kept: at most
///   32 letters, digits, dots, dashes and underscores with at most six digits, so never a number of
///   a person
/// @param kind what that code means, where somebody knows
public record CarrierReceipt(
    String carrier,
    String carrierMessageId,
    ReceiptState state,
    Instant at,
    Optional<String> error,
    Optional<FailureClass> kind) {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,32}");
  private static final int DIGITS_MAX = 6;

  public CarrierReceipt {
    if (carrierMessageId.isBlank()) {
      throw new IllegalArgumentException("a receipt names the id of a message");
    }
    carrierMessageId =
        carrierMessageId.substring(0, Math.min(carrierMessageId.length(), CarrierId.LENGTH_MAX));
    error = error.filter(CarrierReceipt::isCode);
  }

  /// One whose code says nothing more than its state.
  public CarrierReceipt(
      String carrier,
      String carrierMessageId,
      ReceiptState state,
      Instant at,
      Optional<String> error) {
    this(carrier, carrierMessageId, state, at, error, Optional.empty());
  }

  /// Whether the part is lost, and would be with every other carrier too: somebody took it back, or
  /// the carrier calls it fraud or a message that cannot be sent.
  public boolean isHopeless() {
    return state == ReceiptState.DELETED
        || state.isLost()
            && kind.filter(one -> one == FailureClass.FRAUD || one == FailureClass.REJECTED)
                .isPresent();
  }

  private static boolean isCode(String text) {
    return CODE.matcher(text).matches()
        && text.chars().filter(Character::isDigit).count() <= DIGITS_MAX;
  }
}
