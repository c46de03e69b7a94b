package io.tweestap.client.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A text for messages of your own.
///
/// @param variables Names of the values that every message with it gives
/// @param texts Text by language, as in `nl` or `pt-BR`
/// @param updatedAt When it was written last
public record MessageTemplate(
    String name, List<String> variables, Map<String, String> texts, Instant updatedAt) {}
