package io.tweestap.factor.token;

import io.tweestap.factor.token.file.FileLine;
import java.util.List;

/// What became of a file.
///
/// @param lines lines or keys in it
/// @param added new in stock
/// @param unchanged there before, with the same seed, or retired
/// @param broken those that were not taken
public record ImportReport(int lines, int added, int unchanged, List<FileLine.Broken> broken) {}
