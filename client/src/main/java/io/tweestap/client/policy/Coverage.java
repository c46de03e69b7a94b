package io.tweestap.client.policy;

import java.util.List;

/// How far the tenant is with the second step.
///
/// @param all numbers of active users
/// @param groups for each group, by name; at most 1000
public record Coverage(CoverageCounts all, List<CoverageGroup> groups) {}
