package io.tweestap.audit.jdbc;

import io.tweestap.vault.Hashed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event as it stands in the database, for sealing and verifying.
///
/// @param retention text of its class
/// @param content null once it was taken away
/// @param digest keyed hash of the content, made when it was written
/// @param position 0 before it is sealed
/// @param link keyed hash over position, id, class, digest and the link before; null before it is
///   sealed
public record StoredEvent(
    UUID id,
    String retention,
    @Nullable Content content,
    Hashed digest,
    long position,
    @Nullable Hashed link) {}
