package io.tweestap.audit.jdbc;

import io.tweestap.vault.Hashed;
import java.util.UUID;

/// The place that an event gets in its chain.
public record NewLink(UUID id, long position, Hashed link) {}
