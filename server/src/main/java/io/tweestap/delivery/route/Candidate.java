package io.tweestap.delivery.route;

/// A carrier that may get a message, in its place among others.
///
/// @param reason why it stands where it does: `rank`
public record Candidate(String carrier, String reason) {}
