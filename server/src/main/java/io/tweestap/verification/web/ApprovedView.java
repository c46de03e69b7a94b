package io.tweestap.verification.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The answer to a check with the right code. Nothing is left to do next.
record ApprovedView(UUID id, String state, Instant finishedAt, List<NextActionView> nextActions) {}
