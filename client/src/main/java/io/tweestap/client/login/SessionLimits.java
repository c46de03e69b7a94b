package io.tweestap.client.login;

/// How long a session lasts once the login has passed.
///
/// @param lifetimeSeconds from the login, whatever is done meanwhile
/// @param idleSeconds without any activity
public record SessionLimits(int lifetimeSeconds, int idleSeconds) {}
