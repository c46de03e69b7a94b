package io.tweestap.audit.jdbc;

import io.tweestap.vault.Hashed;

/// The ends of a chain as they stand in the database, with the keyed hash that vouches for them.
public record StoredEnds(Ends ends, Hashed seal) {}
