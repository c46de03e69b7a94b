package io.tweestap.risk.rule;

/// A rule that is broken, and its numbers.
///
/// @param count what was counted, the code in question included
/// @param threshold what would have been allowed, less than `count`
public record Breach(Rule rule, double count, double threshold) {}
