package io.tweestap.client.user;

/// What became of the code that the user read at an address.
public sealed interface AddressOutcome {
  /// It was right: the address is proven.
  record Confirmed(UserAddress address) implements AddressOutcome {}

  /// @param checksLeft how often it can still be typed
  record Wrong(int checksLeft) implements AddressOutcome {}

  /// It is over: send a new one.
  ///
  /// @param code how it ended: `already_used`, `expired`, `canceled` or `too_many_checks`
  record Over(String code) implements AddressOutcome {}
}
