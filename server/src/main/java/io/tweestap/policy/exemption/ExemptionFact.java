package io.tweestap.policy.exemption;

import java.time.Instant;

/// An exemption of the user from having to set up a second step.
///
/// @param until the moment it ends by itself
public record ExemptionFact(Instant until) {}
