package io.tweestap.client.user;

import org.jspecify.annotations.Nullable;

/// A line of a file that was not applied.
///
/// @param line where it stands in the file; the first line is 1
/// @param ref the reference in it, where that could be read
/// @param code what went wrong, stable and made to be compared in programs
/// @param detail what is wrong and what to do about it
public record FailedLine(int line, @Nullable String ref, String code, String detail) {}
