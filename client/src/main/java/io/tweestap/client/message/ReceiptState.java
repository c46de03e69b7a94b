package io.tweestap.client.message;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// What a carrier says became of a part. The first final state counts; nothing later changes it.
///
/// - `enroute`: on its way
/// - `delivered`: it reached the handset or mailbox; final
/// - `expired`: its validity ended first; final
/// - `deleted`: somebody took it back; final
/// - `undeliverable`: it cannot be delivered; final
/// - `accepted`: the carrier has it, which is where each part begins
/// - `unknown`: the carrier does not know, or this version of the client does not know the value;
///   more may come
/// - `rejected`: somebody on the way refused it; final
public enum ReceiptState {
  ENROUTE,
  DELIVERED,
  EXPIRED,
  DELETED,
  UNDELIVERABLE,
  ACCEPTED,
  @JsonEnumDefaultValue
  UNKNOWN,
  REJECTED;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
