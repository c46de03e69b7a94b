package io.tweestap.limit;

/// One use of a limit.
///
/// @param key who or what is counted; it is hashed before it is stored
public record Use(Limit limit, String key) {}
