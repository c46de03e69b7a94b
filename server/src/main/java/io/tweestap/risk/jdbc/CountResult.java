package io.tweestap.risk.jdbc;

import io.tweestap.risk.rule.Block;
import io.tweestap.risk.rule.Figures;
import java.util.Optional;

/// What counting a code brought to light.
///
/// @param figures what was counted, with the code itself where it was counted
/// @param standing the block that forbids it; of several the one that ends last
public record CountResult(Figures figures, Optional<Block> standing) {}
