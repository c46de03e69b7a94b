package io.tweestap.verification.web;

import java.time.Instant;
import java.util.UUID;

/// The answer to a check with the right code.
record ApprovedView(UUID id, String state, Instant finishedAt) {}
