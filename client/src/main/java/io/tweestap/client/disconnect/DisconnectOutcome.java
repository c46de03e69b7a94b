package io.tweestap.client.disconnect;

/// What came of asking to take factors away, or of approving it.
public sealed interface DisconnectOutcome {
  /// It is done; a temporary pass that was asked for is in it, once.
  record Done(Disconnect disconnect) implements DisconnectOutcome {}

  /// It waits for another API client, of another person, for an hour at most.
  record Waiting(Disconnect disconnect) implements DisconnectOutcome {}

  /// Whoever asked cannot approve it.
  record SecondPersonNeeded() implements DisconnectOutcome {}

  /// It is over already.
  record Over(DisconnectState state) implements DisconnectOutcome {}
}
