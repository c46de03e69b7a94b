package io.tweestap.user.web;

import java.util.function.Supplier;

/// A line as it was read.
///
/// @param number where it stands in the file; the first line is 1
/// @param user what it says; throws the problem with it
record RawLine(long number, Supplier<RawUser> user) {}
