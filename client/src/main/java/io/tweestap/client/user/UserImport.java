package io.tweestap.client.user;

import java.util.List;

/// What became of a file of users.
///
/// @param applied whether the good lines took effect; false after a dry run
/// @param complete false when the file could not be read to its end: its quotes, bytes or lengths
///   are broken, or it has more than 100,000 users. The last of the errors says where.
/// @param lines lines about users, without the header
/// @param created users that were made
/// @param changed users that something changed about
/// @param unchanged users that were so before
/// @param failed lines that failed
/// @param errors the lines that failed, at most 1,000
public record UserImport(
    boolean applied,
    boolean complete,
    int lines,
    int created,
    int changed,
    int unchanged,
    int failed,
    List<FailedLine> errors) {}
