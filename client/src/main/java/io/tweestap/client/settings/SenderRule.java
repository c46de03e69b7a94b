package io.tweestap.client.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which senders are used in a country.
///
/// @param country ISO 3166-1 alpha-2
/// @param senders Names or numbers that may be used; the first one where a request names none
/// @param replacement What is sent instead. Missing unless the kind is `replaced`.
/// @param source `tenant`: you set it; `installation`: it counts for all tenants that set none
public record SenderRule(
    String country,
    SenderKind kind,
    List<String> senders,
    @Nullable String replacement,
    String source) {}
