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
/// - `unclear`: the carrier does not know; more may come
/// - `rejected`: somebody on the way refused it; final
public enum ReceiptState {
  ENROUTE,
  DELIVERED,
  EXPIRED,
  DELETED,
  UNDELIVERABLE,
  ACCEPTED,
  UNCLEAR,
  REJECTED,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
