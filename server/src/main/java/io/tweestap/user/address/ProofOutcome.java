package io.tweestap.user.address;

import io.tweestap.shared.Channel;
import io.tweestap.verification.CheckOutcome;
import io.tweestap.verification.StartOutcome;
import io.tweestap.verification.Verification;

/// What became of a wish to prove an address.
public sealed interface ProofOutcome {
  /// A code is on its way there.
  record Begun(UserAddress address, Verification verification) implements ProofOutcome {}

  /// The code was right: the address is proven.
  record Proven(UserAddress address) implements ProofOutcome {}

  /// A message of this channel cannot go to such an address.
  record OtherKind(AddressKind kind, Channel channel) implements ProofOutcome {}

  /// No code was sent.
  record NotSent(StartOutcome why) implements ProofOutcome {}

  /// The code was not accepted.
  record NotAccepted(CheckOutcome why) implements ProofOutcome {}

  /// There is no such address, or nothing of it is under way.
  record NotFound() implements ProofOutcome {}

  /// Another verification of the address was begun meanwhile.
  record Overtaken() implements ProofOutcome {}
}
