package io.tweestap.delivery;

/// A carrier that may get a message, in its place among others.
///
/// @param reason why it stands where it does: `rank`
record Candidate(String carrier, String reason) {}
