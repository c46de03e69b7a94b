package io.tweestap.client.factor;

import java.util.List;

/// What became of a list of apps.
///
/// @param complete false when the file could not be read to its end
/// @param lines lines about users, without the header
/// @param added factors that users have now
/// @param unchanged factors that they had before
/// @param failed lines that were not taken
/// @param errors the first thousand of these
public record AppImport(
    boolean complete, int lines, int added, int unchanged, int failed, List<FailedApp> errors) {}
