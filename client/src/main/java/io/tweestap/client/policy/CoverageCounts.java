package io.tweestap.client.policy;

import java.util.Map;

/// Numbers of active users.
///
/// @param users all
/// @param enrolled who have a second factor in use
/// @param byKind who have one of this kind; a user with two kinds counts in both
/// @param requiredNow of whom a second step is required now, exempt or not
/// @param shutOut who could not log in now without setting one up, or at all
/// @param exempt who are exempt now
public record CoverageCounts(
    int users,
    int enrolled,
    Map<String, Integer> byKind,
    int requiredNow,
    int shutOut,
    int exempt) {}
