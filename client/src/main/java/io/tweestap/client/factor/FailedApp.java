package io.tweestap.client.factor;

import org.jspecify.annotations.Nullable;

/// A line of a list of apps that was not taken.
///
/// @param line where it stands in the file; the first line is 1
/// @param user the reference in it, where that could be read
/// @param code what went wrong, stable and made to be compared in programs
/// @param detail what is wrong, in words; never the secret
public record FailedApp(int line, @Nullable String user, String code, String detail) {}
