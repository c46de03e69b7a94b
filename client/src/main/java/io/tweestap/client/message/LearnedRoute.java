package io.tweestap.client.message;

import io.tweestap.client.route.LearningMode;
import java.util.List;

/// What learning said to the first carrier of a code, with its numbers, which come from all
/// tenants.
///
/// @param carrier the one that it chose, or would have
/// @param draws by carrier, the best first
public record LearnedRoute(LearningMode mode, String carrier, List<LearnedDraw> draws) {}
