package io.tweestap.policy;

import java.time.Instant;

/// A browser that the user chose to have remembered.
///
/// @param lastProof when a factor was last proven on this very browser
public record RememberedFact(Instant lastProof) {}
