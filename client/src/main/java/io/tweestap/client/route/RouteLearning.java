package io.tweestap.client.route;

import java.util.List;

/// What typed codes teach about carriers, over all tenants.
///
/// @param lowConversion whether a carrier of which far fewer codes are typed than of another is
///   asked after the others
/// @param halfLifeSeconds after this time a code counts half
/// @param carriers by channel, country and carrier
public record RouteLearning(
    LearningMode mode,
    boolean lowConversion,
    long halfLifeSeconds,
    List<LearnedCarrier> carriers) {}
