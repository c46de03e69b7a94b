package io.tweestap.idempotency;

/// What a request was answered with.
///
/// @param status HTTP status, 200 to 299: only success is kept
/// @param body JSON; kept sealed, since a login may answer with a browser's token
public record Answer(int status, String body) {}
