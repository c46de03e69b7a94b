package io.tweestap.sender;

/// Which sender a message gets.
public sealed interface SenderVerdict {
  /// @param sender as it is handed to the carrier
  record Use(String sender) implements SenderVerdict {}

  /// Nothing can be sent with this sender.
  ///
  /// @param country ISO 3166-1 alpha-2
  /// @param advice what to do, a sentence without its full stop
  record NotAllowed(String country, String advice) implements SenderVerdict {}
}
