package io.tweestap.client.settings;

import io.tweestap.client.Secret;

/// A number with a fixed code. Nothing is ever sent to it.
///
/// @param number E.164 number
/// @param code the code that is always right for it
public record TestNumber(String number, Secret code) {}
