package io.tweestap.client.token;

import java.util.List;

/// What became of a delivery.
///
/// @param lines lines, or keys of a document
/// @param added new in stock
/// @param unchanged known before
/// @param failed not taken
/// @param errors the first thousand of these
public record TokenImport(
    int lines, int added, int unchanged, int failed, List<FailedToken> errors) {}
