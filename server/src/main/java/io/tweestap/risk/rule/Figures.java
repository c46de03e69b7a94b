package io.tweestap.risk.rule;

/// All that a decision is made from.
///
/// @param bestDay the most codes that were verified in the country on one of the 14 days before
/// @param source nothing where the source is not known
/// @param countriesOfSource countries that the source had codes sent to within 24 hours without
///   typing one of theirs, with the one that is judged
public record Figures(
    Tally country, long bestDay, Tally prefix, Tally source, int countriesOfSource) {}
