package io.tweestap.client.token;

import org.jspecify.annotations.Nullable;

/// A line or key that was not taken.
///
/// @param line number of the line, or of the key in the document, from 1 on
/// @param serial missing when not even that could be read
/// @param code stable: `short_secret`, `serial_taken`, `unknown_type`, ..
/// @param detail in words
public record FailedToken(int line, @Nullable String serial, String code, String detail) {}
