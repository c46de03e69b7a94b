package io.tweestap.operations;

import java.util.Map;

/// Everything that was under way in a restored database was ended.
///
/// @param counts how many of each kind, by what a room calls them; none that had none
public record OpenVoided(Map<String, Integer> counts) {}
