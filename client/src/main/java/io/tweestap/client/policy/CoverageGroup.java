package io.tweestap.client.policy;

/// The users of one group.
///
/// @param group the group
/// @param counts numbers of active users
public record CoverageGroup(String group, CoverageCounts counts) {}
