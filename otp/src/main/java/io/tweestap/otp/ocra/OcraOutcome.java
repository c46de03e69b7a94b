package io.tweestap.otp.ocra;

import java.util.OptionalLong;

/// What checking an OCRA response showed.
public sealed interface OcraOutcome {
  /// The response fits. Spend what moved: store `nextCounter`, and accept `timeStep` only if it is
  /// greater than the last one accepted; a challenge is to be spent in any case.
  ///
  /// @param nextCounter the counter to store; empty when the suite has none
  /// @param timeStep the step at which the response fits; empty when the suite has no time
  record Matched(OptionalLong nextCounter, OptionalLong timeStep) implements OcraOutcome {}

  /// No counter and step in the windows give the response.
  record NoMatch() implements OcraOutcome {}
}
