package io.tweestap.client.settings;

import java.time.Instant;
import java.util.Map;

/// A text of the tenant's own for its codes, in one or more languages.
///
/// @param name of the template
/// @param texts text by language
/// @param updatedAt when it was put last. RFC 3339, UTC.
public record Template(String name, Map<String, TemplateText> texts, Instant updatedAt) {}
