package io.tweestap.client.policy;

/// Somebody who could not log in.
///
/// @param user your own reference
/// @param outcome what happens to a user at a login on a browser that nobody remembers
/// @param text why
public record PreviewExample(String user, PolicyOutcome outcome, String text) {}
