package io.tweestap.policy;

import java.time.Instant;

/// A policy as it stands in the database.
///
/// @param version counts its changes from 1: whoever changes it names the one that was seen
public record StoredPolicy(Policy policy, int version, Instant createdAt, Instant updatedAt) {}
