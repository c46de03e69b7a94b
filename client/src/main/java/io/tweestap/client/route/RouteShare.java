package io.tweestap.client.route;

/// A carrier and how much of the messages it gets, in proportion to the others of the rule.
///
/// @param carrier its name
/// @param weight 0 to 1000; with 0 it only comes after the others failed
public record RouteShare(String carrier, int weight) {}
